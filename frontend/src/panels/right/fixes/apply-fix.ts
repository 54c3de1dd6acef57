import { newId } from "@/model/ids";
import { announce } from "@/store/board";
import { sendOrTell } from "@/sync/session";
import type { Fix } from "@/wire/messages";

/** Makes all texts of a fix the policies' own, as one step that undo takes back. */
export async function applyFix(fix: Fix): Promise<boolean> {
  const texts = fix.changes.map(({ key, text, before }) => ({ id: key ?? newId(), text, base: before }));
  const done = await sendOrTell("edit_policies", { texts });
  if (done) announce(`Done: ${fix.sentence}`);
  return done;
}
