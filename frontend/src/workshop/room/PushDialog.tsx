import { Button } from "@/panels/parts/Button";
import { Dialog } from "@/panels/parts/Dialog";
import { useRequest } from "@/panels/parts/use-request";
import { show } from "@/sync/workshop";
import type { BoardSummary } from "@/wire/messages";

/** Chooses a board of one's own to show to the room. */
export function PushDialog({ onClose }: { onClose: () => void }) {
  const { answer, failure } = useRequest<BoardSummary[]>("boards/?state=active&sort=opened&limit=200");
  const own = answer?.filter(({ role }) => role === "owner") ?? [];
  const push = async (board: string) => {
    if (await show({ board })) onClose();
  };
  return (
    <Dialog onClose={onClose} title="Show a canvas of mine">
      <p>Every learner and the projector see the board as you change it. They can change nothing there.</p>
      {failure && (
        <p className="field__error" role="alert">
          {failure}
        </p>
      )}
      {answer && own.length === 0 && (
        <p className="room-dialogs__muted">
          You have no board of your own yet. Make one on the <a href="/">start page</a>, and it stands here.
        </p>
      )}
      {own.length > 0 && (
        <ul className="room-dialogs__list">
          {own.map(({ id, name }) => (
            <li key={id}>
              <span className="ellipsis">{name}</span>
              <Button aria-label={`Show “${name}” to the room`} onClick={() => void push(id)} small>
                Show
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
