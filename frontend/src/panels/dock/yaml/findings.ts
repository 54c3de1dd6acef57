import { type BoardState, boardStore } from "@/store/board";
import { faultsOf, warningsOf } from "@/store/findings";
import { saveStanding, saveText, sendOrTell } from "@/sync/session";
import type { Fault, Mending, Problem } from "@/wire/messages";

/** Something to be said against a text at its place. Lines and columns count from 1; without a line it stands at the
 * beginning. `source`: the API server would say it, or this board finds a problem. */
export interface Finding {
  severity: "error" | "warning" | "info";
  message: string;
  path?: string | null;
  line: number | null;
  column: number | null;
  end_line: number | null;
  source: "server" | "problem";
  fix?: { label: string; run: () => void };
}

export const SOURCES = { server: "API server", problem: "problem" } as const;

/** What stands against the text that is in a policy's editor, in the order of its lines. */
export function findingsOf(
  state: Pick<BoardState, "drafts" | "policyWarnings"> & { problems?: Problem[] },
  policy: string,
): Finding[] {
  return inOrder([
    ...faultsOf(state, policy).map((fault) => said(fault, "error")),
    ...warningsOf(state, policy).map((fault) => said(fault, "warning")),
    ...(state.problems ?? []).flatMap(problem),
  ]);
}

function said({ message, path, line, column }: Fault, severity: Finding["severity"]): Finding {
  return { severity, message, path, line, column, end_line: line, source: "server" };
}

/** Hints may well be meant: they stand in the list of problems, not beside the line. */
function problem({ severity, message, path, line, column, end_line, ignored, fix, file }: Problem): Finding[] {
  if (severity === "hint" || ignored !== null) return [];
  const found: Finding = { severity, message, path, line, column, end_line, source: "problem" };
  if (!fix || file === null) return [found];
  return [{ ...found, fix: { label: fix.title, run: () => void mend(file, fix) } }];
}

/** The same step that the button in the list of problems makes. What is being typed is saved first: the problem speaks
 * of that text. */
export async function mend(file: string, { edits }: Mending): Promise<void> {
  await standing(file);
  const base = boardStore.getState().policies[file]?.text;
  await sendOrTell("edit_policy_fields", { id: file, edits, base });
}

const MOST_WAITED = 3000;

/** Waits until what stands in a policy's editor is its saved text, whoever typed it. */
export async function standing(file: string): Promise<void> {
  if (!boardStore.getState().drafts[file]) return;
  saveText(file);
  await saveStanding(file);
  await new Promise<void>((done) => {
    const finish = () => {
      stop();
      clearTimeout(timer);
      done();
    };
    const stop = boardStore.subscribe(({ drafts }) => drafts[file] || finish());
    const timer = setTimeout(finish, MOST_WAITED);
    if (!boardStore.getState().drafts[file]) finish();
  });
}

const WEIGHT = { error: 0, warning: 1, info: 2 };

export function inOrder(findings: Finding[]): Finding[] {
  return findings.sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity] || (a.line ?? 1) - (b.line ?? 1));
}
