import { Button, IconButton } from "@/panels/parts/Button";
import { Icon } from "@/panels/parts/Icon";
import { say } from "@/texts/start";
import type { BoardSummary } from "@/wire/messages";
import { useChange } from "./use-change";

type DeletedNoticeProps = { board: BoardSummary; onBack: () => void; onClose: () => void };

/** After a deletion: what was done, and the way back. */
export function DeletedNotice({ board, onBack, onClose }: DeletedNoticeProps) {
  const change = useChange();
  const undo = async () => {
    if (await change("POST", `boards/${board.id}/restore/`)) onBack();
  };
  return (
    <div className="your-boards__deleted" role="status">
      <Icon name="trash" />
      <span className="ellipsis">{say.isDeleted(board.name)}</span>
      <Button onClick={() => void undo()} small>
        {say.undo}
      </Button>
      <IconButton icon="close" label={say.dismiss} look="quiet" onClick={onClose} small />
    </div>
  );
}
