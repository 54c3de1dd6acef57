import { useState } from "react";
import { counted } from "@/panels/left/outline-tree";
import { Button } from "@/panels/parts/Button";
import { useRequest } from "@/panels/parts/use-request";
import { ago, moment } from "@/panels/parts/when";
import type { BoardSummary } from "@/wire/messages";
import "./your-boards.css";

const SHOWN = 4;

/** The boards that this browser made or opened, the newest first; nothing for a person who comes the first time. */
export function YourBoards() {
  const { answer, failure, again } = useRequest<BoardSummary[]>("boards/");
  const [all, setAll] = useState(false);
  if (!failure && !answer?.length) return null;
  return (
    <section aria-labelledby="boards-heading">
      <h2 id="boards-heading">Your boards</h2>
      {failure && (
        <p className="start__failure" role="alert">
          {failure} <Button onClick={again}>Try again</Button>
        </p>
      )}
      {answer && (
        <ul className="your-boards">
          {(all ? answer : answer.slice(0, SHOWN)).map((board) => (
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
      {answer && !all && answer.length > SHOWN && (
        <Button className="your-boards__more" look="quiet" onClick={() => setAll(true)}>
          Show all {answer.length}
        </Button>
      )}
    </section>
  );
}
