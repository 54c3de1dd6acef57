import { say } from "@/texts/store";
import type { ConnectionVerdict, PolicyReason } from "@/wire/messages";

/** Lines of one policy's YAML that speak about the selected connection. Lines count from 1, both ends included. */
export interface LitLine {
  policy: string;
  line: number;
  endLine: number;
  tone: "allow" | "deny";
  note: string;
}

/** What to light up in the YAML for a verdict: the rules that let it through, or what the peers lack. */
export function litLines(verdict: ConnectionVerdict | null): LitLine[] {
  const sides = [verdict?.egress, verdict?.ingress];
  return sides.flatMap((side) => side?.policies.flatMap(linesOf) ?? []);
}

function linesOf(reason: PolicyReason): LitLine[] {
  if (reason.rule !== null) {
    // The peer is what decides; a rule without peers lets everyone through, and lights up as a whole.
    const [line, end] =
      reason.peer_line === null ? [reason.line, reason.end_line] : [reason.peer_line, reason.peer_end_line];
    return lit(reason.file, line, end, "allow", say.letsItThrough);
  }
  if (reason.near_misses.length === 0) return lit(reason.file, reason.line, reason.end_line, "deny", say.noRuleMatches);
  return reason.near_misses.flatMap((miss) =>
    // The very condition that is not met: one line of a selector, or the list of ports.
    miss.unmet.flatMap((words, index) => {
      const at = miss.unmet_at[index] ?? miss;
      return lit(miss.file ?? reason.file, at.line, at.end_line, "deny", words);
    }),
  );
}

function lit(
  policy: string | null,
  line: number | null,
  end: number | null,
  tone: LitLine["tone"],
  note: string,
): LitLine[] {
  return policy !== null && line !== null ? [{ policy, line, endLine: end ?? line, tone, note }] : [];
}
