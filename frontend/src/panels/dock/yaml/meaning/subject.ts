import type { PodRecord } from "@/model/records";
import { type Matched, NOBODY, type World } from "@/panels/facts/peer-matches";
import type { Path } from "../structure/caret";
import { textAt, type YamlDocument } from "../structure/nodes";
import { destinationsOf, type Inside, insideRule, matchedBy, selectedBy } from "../structure/policy";

/** Whom the text at a place speaks of. */
export interface Subject extends Matched {
  role: "selected" | "peer" | "port";
}

/** Null where the text speaks of nobody, such as in the policy's name. */
export function subjectOf(document: YamlDocument, path: Path, world: World): Subject | null {
  if (path[0] === "spec" && path[1] === "podSelector")
    return { ...NOBODY, role: "selected", pods: selectedBy(document, world) };
  const inside = insideRule(document, path);
  if (!inside?.item) return null;
  if (inside.list === "ports")
    return {
      ...NOBODY,
      role: "port",
      pods: destinationsOf(inside, document, world).filter((pod) => exposes(pod, inside)),
    };
  return { role: "peer", ...matchedBy(inside.item, document, world) };
}

/** Whether a pod declares the port that the rule opens: by name, by number or within the range. */
function exposes(pod: PodRecord, { item }: Inside): boolean {
  const protocol = textAt(item, "protocol") ?? "TCP";
  const port = textAt(item, "port");
  const end = textAt(item, "endPort");
  return pod.ports.some((each) => {
    if (each.protocol !== protocol) return false;
    if (port === null || each.name === port) return true;
    return each.port >= Number(port) && each.port <= Number(end ?? port);
  });
}

/** "3 pods: prod/web, prod/api, prod/db"; "nobody on this board". */
export function subjectWords({ pods, hosts, namespaces }: Subject, world: World): string {
  const place = (pod: PodRecord) => `${world.namespaces[pod.namespace]?.name ?? "?"}/${pod.name}`;
  const parts = [
    listed(pods.map(place), "pod", "pods"),
    listed(
      hosts.map(({ name }) => `outside/${name}`),
      "outside address",
      "outside addresses",
    ),
    listed(
      namespaces.map(({ name }) => name),
      "namespace",
      "namespaces",
    ),
  ];
  if (pods.length + hosts.length === 0) parts.unshift("no pod on this board");
  return parts.filter((part) => part !== "").join("; ");
}

const SHOWN = 6;

function listed(names: string[], one: string, many: string): string {
  if (names.length === 0) return "";
  const rest = names.length > SHOWN ? ` and ${names.length - SHOWN} more` : "";
  return `${names.length} ${names.length === 1 ? one : many}: ${names.slice(0, SHOWN).join(", ")}${rest}`;
}
