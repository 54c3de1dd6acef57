/** Between an expectation's item, as the file has it, and the fields of its form. */

import { labelsIn } from "@/model/label-list";

export type EndKind = "place" | "namespace" | "labels" | "anywhere" | "outside" | "pods" | "beyond" | "written";

/** `text`: a place, labels, or the item's own JSON; `namespace`: where it is asked for, "" for any. */
export interface EndFields {
  kind: EndKind;
  text: string;
  namespace: string;
}

export interface Fields {
  name: string;
  from: EndFields;
  to: EndFields;
  expect: "allowed" | "blocked" | "exactly";
  ports: string;
  ever: boolean;
}

type Item = Record<string, unknown>;

export const KINDS: readonly { kind: EndKind; label: string }[] = [
  { kind: "place", label: "Pod, workload or address" },
  { kind: "namespace", label: "Any pod of a namespace" },
  { kind: "labels", label: "Any pod with labels" },
  { kind: "pods", label: "Any pod" },
  { kind: "outside", label: "Any address outside" },
  { kind: "anywhere", label: "Anything" },
  { kind: "beyond", label: "Anything outside a namespace" },
  { kind: "written", label: "As in a file (JSON)" },
];

export const NEW: Fields = {
  name: "",
  from: { kind: "place", text: "", namespace: "" },
  to: { kind: "place", text: "", namespace: "" },
  expect: "allowed",
  ports: "",
  ever: false,
};

export function itemOf({ name, from, to, expect, ports, ever }: Fields): Item {
  const listed = ports.split(/[\s,]+/).filter(Boolean);
  return {
    ...(name.trim() && { name: name.trim() }),
    from: endOf(from),
    to: endOf(to),
    ...(listed.length > 0 && { ports: listed.map((port) => (/^\d+$/.test(port) ? Number(port) : port)) }),
    expect,
    ...(ever && { ever: true }),
  };
}

function endOf({ kind, text, namespace }: EndFields): unknown {
  switch (kind) {
    case "place":
      return text.trim();
    case "namespace":
      return { namespace };
    case "labels":
      return { ...(namespace && { namespace }), podSelector: { matchLabels: labelsIn(text) } };
    case "beyond":
      return { except: [{ namespace }] };
    case "written":
      return parsed(text);
    default:
      return kind;
  }
}

/** What is no JSON is sent as it stands, for the server to say what is wrong with it. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

export function fieldsOf(item: Item): Fields {
  const ports = item.ports ?? item.port ?? [];
  return {
    name: typeof item.name === "string" ? item.name : "",
    from: endFields(item.from),
    to: endFields(item.to),
    expect: item.expect === "blocked" || item.expect === "exactly" ? item.expect : "allowed",
    ports: (Array.isArray(ports) ? ports : [ports]).join(", "),
    ever: item.ever === true,
  };
}

function endFields(end: unknown): EndFields {
  const fields = { text: "", namespace: "" };
  if (end === "anywhere" || end === "outside" || end === "pods") return { ...fields, kind: end };
  if (typeof end === "string") return { ...fields, kind: "place", text: end };
  const simple = simpleEnd(end);
  return simple ?? { ...fields, kind: "written", text: JSON.stringify(end) };
}

/** The objects that the form has fields for. */
function simpleEnd(end: unknown): EndFields | null {
  if (typeof end !== "object" || end === null || Array.isArray(end)) return null;
  const { namespace = "", podSelector, except, ...rest } = end as Item;
  if (Object.keys(rest).length > 0 || typeof namespace !== "string") return null;
  if (except !== undefined) {
    const [only, ...more] = Array.isArray(except) ? (except as Item[]) : [];
    const alone = more.length === 0 && only && Object.keys(only).join() === "namespace";
    if (!alone || namespace || podSelector !== undefined) return null;
    return { kind: "beyond", text: "", namespace: String(only.namespace) };
  }
  if (podSelector === undefined) return namespace ? { kind: "namespace", text: "", namespace } : null;
  const { matchLabels = {}, ...others } = podSelector as { matchLabels?: Record<string, string> };
  if (Object.keys(others).length > 0 || Object.keys(matchLabels).length === 0) return null;
  const text = Object.entries(matchLabels)
    .map(([key, value]) => `${key}=${value}`)
    .join(", ");
  return { kind: "labels", text, namespace };
}
