import { parseAllDocuments, stringify } from "yaml";
import { podsOf, policiesIn } from "@/model/places";
import type { NamespaceRecord, PodRecord, Ref } from "@/model/records";
import type { BoardState } from "@/store/board";

type Board = Pick<BoardState, "namespaces" | "pods" | "policies">;

/** The first line of what was copied from a canvas: only then is it pasted without being asked about. */
const MARK = "# Copied from a Netpol Studio canvas.";
// A pod needs a container, and a container an image: this one does nothing.
const IMAGE = "registry.k8s.io/pause:3.10";
const BETWEEN = "---\n";

/** What is selected as manifests, or "" when nothing in it has one. A namespace brings its pods and its policies. */
export function copied(board: Board, selection: readonly Ref[]): string {
  const ids = new Set(selection.map(({ id }) => id));
  const namespaces = Object.values(board.namespaces).filter(({ id }) => ids.has(id));
  const pods = Object.values(board.pods).filter(({ id, namespace }) => ids.has(id) && !ids.has(namespace));
  const policies = Object.values(board.policies).filter(({ id }) => ids.has(id));
  const inside = namespaces.flatMap((namespace) => [
    stringify(namespaceManifest(namespace)),
    ...podsOf(board, namespace.id).map((pod) => podText(board, pod)),
    ...policiesIn(board, namespace.name)
      .filter(({ id }) => !ids.has(id))
      .map(({ text }) => ended(text)),
  ]);
  const texts = [...inside, ...pods.map((pod) => podText(board, pod)), ...policies.map(({ text }) => ended(text))];
  return texts.length > 0 ? `${MARK}\n${texts.join(BETWEEN)}` : "";
}

export function isCopied(text: string): boolean {
  return text.startsWith(MARK);
}

/** Copied manifests with names that are free on the board: "web" becomes "web-2". A namespace under a new name takes
 * everything in it along. */
export function withFreeNames(text: string, board: Board): string {
  const documents = parseAllDocuments(text.slice(MARK.length));
  if (!Array.isArray(documents)) return text;
  const renamed = new Map<string, string>();
  const names = new Set(Object.values(board.namespaces).map(({ name }) => name));
  for (const document of documents.filter((each) => each.get("kind") === "Namespace")) {
    const name = String(document.getIn(["metadata", "name"]));
    renamed.set(name, freeName(name, names));
    document.setIn(["metadata", "name"], renamed.get(name));
  }
  const taken = new Set([
    ...Object.values(board.pods).map((pod) => `Pod ${board.namespaces[pod.namespace]?.name}/${pod.name}`),
    ...Object.values(board.policies).map((policy) => `NetworkPolicy ${policy.namespace}/${policy.name}`),
  ]);
  for (const document of documents) {
    const kind = String(document.get("kind"));
    if (kind === "Namespace") continue;
    const home = String(document.getIn(["metadata", "namespace"]) ?? "default");
    const namespace = renamed.get(home) ?? home;
    if (namespace !== home) document.setIn(["metadata", "namespace"], namespace);
    const prefix = `${kind} ${namespace}/`;
    const full = freeName(`${prefix}${String(document.getIn(["metadata", "name"]))}`, taken);
    document.setIn(["metadata", "name"], full.slice(prefix.length));
  }
  return documents.map(String).reduce((all, each) => all + (each.startsWith("---") ? each : BETWEEN + each));
}

function freeName(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let number = 2; taken.has(name); number++) name = `${wanted}-${number}`;
  taken.add(name);
  return name;
}

function podText(board: Board, pod: PodRecord): string {
  const { name, labels, ports, host_network: hostNetwork } = pod;
  const declared = ports.map(({ name, port, protocol }) => ({ ...(name && { name }), containerPort: port, protocol }));
  const container = { name: "main", image: IMAGE, ...(declared.length > 0 && { ports: declared }) };
  return stringify({
    apiVersion: "v1",
    kind: "Pod",
    metadata: { name, namespace: board.namespaces[pod.namespace]?.name ?? "default", labels },
    spec: { ...(hostNetwork && { hostNetwork }), containers: [container] },
  });
}

function namespaceManifest({ name, labels }: NamespaceRecord) {
  return { apiVersion: "v1", kind: "Namespace", metadata: { name, labels } };
}

function ended(text: string): string {
  return text.endsWith("\n") ? text : `${text}\n`;
}
