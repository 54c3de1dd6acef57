import type { World } from "@/panels/facts/peer-matches";
import { subjectOf, subjectWords } from "../meaning/subject";
import { type Field, fieldAt } from "../schema/field";
import { POLICY } from "../schema/policy";
import type { YamlDocument } from "../structure/nodes";
import { textAt } from "../structure/nodes";
import { insideExpression, valueAlong } from "../structure/policy";
import { type Spot, written } from "../structure/spot";

/** What can be said of a place: its path, then sentences. */
export interface Description {
  title: string;
  doc: string;
  /** What it means to leave the field out or empty, and what the value here says, each with its word. */
  facts: { word: string; text: string }[];
}

/** Null for a field that NetworkPolicy does not have. */
export function describe(document: YamlDocument, { path }: Spot, world: World): Description | null {
  const field = fieldAt(POLICY, path);
  if (!field) return null;
  return {
    title: written(path),
    doc: field.doc,
    facts: [...valueFacts(document, path, field, world), ...absence(field)],
  };
}

function absence({ absent, empty }: Field): Description["facts"] {
  if (absent && absent === empty) return [{ word: "Left out or empty", text: absent }];
  return [...(absent ? [{ word: "Left out", text: absent }] : []), ...(empty ? [{ word: "Empty", text: empty }] : [])];
}

const ROLES = { selected: "selects", peer: "matches", port: "is declared by" };

function valueFacts(document: YamlDocument, path: Spot["path"], field: Field, world: World): Description["facts"] {
  const value = valueAlong(document, path);
  const meant = value?.kind === "scalar" ? field.values?.[value.text] : undefined;
  const said = meant && value?.kind === "scalar" ? [{ word: value.text, text: meant }] : [];
  const subject = subjectOf(document, path, world);
  if (!subject) return said;
  const what = { selected: "This selector", peer: "This peer", port: "This port" }[subject.role];
  const condition = insideExpression(document, path);
  const about =
    condition && textAt(condition, "key")
      ? `With all its conditions, this ${subject.role === "peer" ? "peer" : "selector"}`
      : what;
  return [...said, { word: "Here", text: `${about} ${ROLES[subject.role]} ${subjectWords(subject, world)}.` }];
}
