import { finding } from "@/panels/right/why";
import type { LitLine } from "@/store/lit";
import type { Finding } from "./findings";
import type { Marks } from "./marks";
import type { Concerned } from "./meaning/concerned";

/** What stands beside the lines of a text: those that decided the selected arrow, those that speak of the selected
 * thing, and what is wrong. */
export function marksOf(lit: LitLine[], spoken: Concerned[], findings: Finding[]): Marks {
  return {
    blocks: [
      ...lit.map(({ line, endLine, tone }) => ({ from: line, to: endLine, tone })),
      ...spoken.map(({ from, to }) => ({ from, to, tone: "point" as const })),
    ],
    notes: [
      ...lit.map(({ line, tone, note }) => ({ line, tone, text: finding(note).found || note })),
      ...spoken.map(({ from, note }) => ({ line: from, tone: "point" as const, text: note })),
      ...findings.map(({ line, severity, message }) => ({
        line: line ?? 1,
        tone: severity === "error" ? ("fault" as const) : ("warn" as const),
        text: message.replaceAll("`", ""),
      })),
    ],
  };
}
