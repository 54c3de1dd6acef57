import { counted } from "@/panels/left/outline-tree";
import { Button } from "@/panels/parts/Button";
import { ago, moment } from "@/panels/parts/when";
import type { BoardSummary } from "@/wire/messages";
import { useRequest } from "./use-request";
import "./your-boards.css";

/** The boards that this browser made or opened, the newest first. */
export function YourBoards() {
  const { answer, failure, again } = useRequest<BoardSummary[]>("boards/");
  return (
    <section aria-labelledby="boards-heading">
      <h2 id="boards-heading">Your boards</h2>
      {failure && (
        <p className="start__failure" role="alert">
          {failure} <Button onClick={again}>Try again</Button>
        </p>
      )}
      {answer?.length === 0 && (
        <p className="your-boards__none">None yet. Boards that you make or open in this browser are listed here.</p>
      )}
      {answer && answer.length > 0 && (
        <ul className="your-boards">
          {answer.map((board) => (
            <li key={board.id}>
              <a className="your-boards__row" href={`/boards/${board.id}/`}>
                <b className="ellipsis" title={board.name}>
                  {board.name}
                </b>
                <span>
                  {counted(board.pods, "pod")}, {counted(board.policies, "policy")}
                </span>
                <span>{counted(board.namespaces, "namespace")}</span>
                <time dateTime={board.updated_at} title={moment(board.updated_at)}>
                  {ago(board.updated_at)}
                </time>
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
