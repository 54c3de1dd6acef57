import { useState } from "react";
import { Button } from "@/panels/parts/Button";
import { Dialog } from "@/panels/parts/Dialog";
import { FieldError } from "@/panels/parts/Field";
import { boardStore } from "@/store/board";
import { uiStore } from "@/store/ui";
import { makeLesson } from "@/sync/author";
import { RequestError } from "@/sync/rest";

/** Says what making a lesson of the open board means, and does it. */
export function MakeLessonDialog({ onClose }: { onClose: () => void }) {
  const [failure, setFailure] = useState<string | null>(null);
  const make = async () => {
    try {
      const { id } = await makeLesson({ board: boardStore.getState().board?.id ?? null });
      boardStore.setState({ ownLesson: id });
      uiStore.setState({ leftOpen: true, leftShows: "lesson" });
      onClose();
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      setFailure(error.message);
    }
  };
  return (
    <Dialog
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" onClick={() => void make()}>
            Make a lesson
          </Button>
        </>
      }
      onClose={onClose}
      title="Make a lesson of this board"
    >
      <p>The board as it stands becomes the start, and its expectations become goals. Then, beside the canvas:</p>
      <ol className="make-lesson">
        <li>Play the solution as a learner would, and record it.</li>
        <li>Make the mistakes that people make, and record those too.</li>
        <li>Write the steps and hints; the check says what is missing.</li>
        <li>Play it yourself, and take it along as a file.</li>
      </ol>
      <FieldError text={failure} />
    </Dialog>
  );
}
