import type { Changed, Step } from "@/wire/messages";

/** What this person can undo and redo, the newest last. */
export interface Steps {
  undo: Step[];
  redo: Step[];
}

export const NO_STEPS: Steps = { undo: [], redo: [] };

type Did = Pick<Changed, "revision" | "sentence" | "reverts" | "change">;

/** The steps after one more revision of the same person: as `editor/board/steps.py` reads them off the log. */
export function followSteps({ undo, redo }: Steps, did: Did): Steps {
  const { revision, sentence, reverts, change } = did;
  if (change.puts.length + change.patches.length + change.removes.length === 0) return { undo, redo };
  if (reverts === null) return { undo: [...undo, { revision, sentence }], redo: [] };
  const undone = undo.findIndex((step) => step.revision === reverts);
  const redone = redo.findIndex((step) => step.revision === reverts);
  const reverted = undo[undone] ?? redo[redone];
  if (!reverted) return { undo, redo };
  const again = { revision, sentence: reverted.sentence };
  return undone >= 0
    ? { undo: undo.slice(0, undone), redo: [...redo, again] }
    : { undo: [...undo, again], redo: redo.slice(0, redone) };
}

/** "Undo: moved prod/web": the verb with what it would do; the verb alone when there is nothing. */
export function told(verb: string, steps: Step[]): string {
  const sentence = steps.at(-1)?.sentence;
  return sentence ? `${verb}: ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}` : verb;
}
