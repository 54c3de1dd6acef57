import { podBox } from "@/geometry/boxes";
import { contains } from "@/geometry/shapes";
import { newId } from "@/model/ids";
import { yamlText } from "@/model/yaml-text";
import type { BoardState } from "@/store/board";
import { openPolicy, select } from "@/store/ui";
import { say } from "@/texts/commands";
import type { Command, View } from "../command";

export const command: Command = {
  name: "add-policy",
  label: say.addAPolicy,
  icon: "policy",
  group: "add",
  makes: "policies",
  labelFor: (view) => (subject(view).labels ? say.addAPolicyForThisPod : say.addAPolicyForThisNamespace),
  enabled: ({ board }) => Object.keys(board.namespaces).length > 0,
  run: async (view) => {
    const id = newId();
    const text = policyText(view);
    if (!(await view.send("add_policy", { id, text }))) return;
    select([{ table: "policies", id }]);
    openPolicy(id);
  },
};

interface Subject {
  namespace: string;
  name: string;
  labels: Record<string, string> | null;
}

/** What the policy is for: the pod or the frame under the pointer, else the selected one, else the first namespace. */
function subject({ board, ui, at }: View): Subject {
  const pods = Object.values(board.pods);
  const frames = Object.values(board.namespaces);
  const selected = ui.selection[0]?.id ?? "";
  const pod = at ? pods.find((each) => contains(podBox(board, each), at)) : board.pods[selected];
  if (pod) {
    const namespace = board.namespaces[pod.namespace]?.name ?? "default";
    return { namespace, name: pod.name, labels: pod.labels };
  }
  const frame = (at ? frames.findLast((each) => contains(each, at)) : board.namespaces[selected]) ?? frames[0];
  return { namespace: frame?.name ?? "default", name: "default-deny", labels: null };
}

function policyText(view: View): string {
  const { namespace, name, labels } = subject(view);
  return [
    "apiVersion: networking.k8s.io/v1",
    "kind: NetworkPolicy",
    "metadata:",
    `  name: ${freeName(view.board, namespace, labels ? `${name}-policy` : name)}`,
    `  namespace: ${namespace}`,
    "spec:",
    ...selector(labels),
    "  policyTypes:",
    "  - Ingress",
    "  ingress: []",
    "",
  ].join("\n");
}

function selector(labels: Record<string, string> | null): string[] {
  const entries = Object.entries(labels ?? {});
  if (entries.length === 0) return ["  podSelector: {}"];
  // Quoted, because a label's value such as "true" or "1" would otherwise not be a string.
  return ["  podSelector:", "    matchLabels:", ...entries.map(([key, value]) => `      ${key}: ${yamlText(value)}`)];
}

function freeName(board: BoardState, namespace: string, wanted: string): string {
  const taken = new Set(
    Object.values(board.policies).flatMap((policy) => (policy.namespace === namespace ? [policy.name] : [])),
  );
  let name = wanted;
  for (let number = 2; taken.has(name); number++) name = `${wanted}-${number}`;
  return name;
}
