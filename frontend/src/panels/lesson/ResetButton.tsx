import { Button } from "@/panels/parts/Button";
import { addNotice } from "@/store/board";
import { resetLesson } from "@/sync/lesson";

/** The board as the lesson begins. It is one edit, so undo brings back what was there. */
export function ResetButton() {
  const reset = async () => {
    if (await resetLesson()) addNotice("info", "The board is as the lesson begins. Undo brings back what you had.");
  };
  return <Button onClick={() => void reset()}>Reset</Button>;
}
