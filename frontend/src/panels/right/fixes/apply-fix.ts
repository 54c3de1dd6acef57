import { newId } from "@/model/ids";
import { announce } from "@/store/board";
import { sendOrTell } from "@/sync/session";
import type { Fix } from "@/wire/messages";

/** Makes all texts of a fix the policies' own, as one step that undo takes back. */
export async function applyFix(fix: Fix): Promise<boolean> {
  const done = await sendOrTell("edit_policies", { texts: textsOf(fix) });
  if (done) announce(`Done: ${fix.sentence}`);
  return done;
}

/** The texts of a fix as `edit_policies` takes them. */
export function textsOf(fix: Fix) {
  return fix.changes.map(({ key, text, before }) => ({ id: key ?? newId(), text, base: before }));
}
