import { Button } from "@/panels/parts/Button";
import { Dialog } from "@/panels/parts/Dialog";
import { useRequest } from "@/panels/parts/use-request";
import { show } from "@/sync/workshop";
import { say } from "@/texts/workshop-room";
import type { BoardSummary } from "@/wire/messages";

/** Chooses a board of one's own to show to the room. */
export function PushDialog({ onClose }: { onClose: () => void }) {
  const { answer, failure } = useRequest<BoardSummary[]>("boards/?state=active&sort=opened&limit=200");
  const own = answer?.filter(({ role }) => role === "owner") ?? [];
  const push = async (board: string) => {
    if (await show({ board })) onClose();
  };
  return (
    <Dialog onClose={onClose} title={say.showACanvasOfMine}>
      <p>{say.everyLearnerAndTheProjectorSee}</p>
      {failure && (
        <p className="field__error" role="alert">
          {failure}
        </p>
      )}
      {answer && own.length === 0 && (
        <p className="room-dialogs__muted">
          {say.youHaveNoBoardOfYour}
          <a href="/">{say.startPage}</a>
          {say.andItStandsHere}
        </p>
      )}
      {own.length > 0 && (
        <ul className="room-dialogs__list">
          {own.map(({ id, name }) => (
            <li key={id}>
              <span className="ellipsis">{name}</span>
              <Button aria-label={say.showToTheRoom(name)} onClick={() => void push(id)} small>
                {say.show}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
