import { useEffect, useState } from "react";
import { Button } from "@/panels/parts/Button";
import { Segmented } from "@/panels/parts/Segmented";
import { useRequest } from "@/panels/parts/use-request";
import { say } from "@/texts/start";
import type { BoardSummary, Me } from "@/wire/messages";
import { BoardRow } from "./BoardRow";
import { listPath, PAGE, SHELVES, type Shelf, SORTS, type Sort } from "./board-list";
import { DeletedNotice } from "./DeletedNotice";
import "@/panels/parts/field.css";
import "./your-boards.css";

/** The boards of this person: made, shared with them, or opened; nothing for a person who comes the first time. */
export function YourBoards() {
  const [shelf, setShelf] = useState<Shelf>("active");
  const [text, setText] = useState("");
  const [sort, setSort] = useState<Sort>("opened");
  const [most, setMost] = useState(PAGE);
  const [deleted, setDeleted] = useState<BoardSummary | null>(null);
  const [told, setTold] = useState("");
  const asked = useSettled(text);
  const list = useRequest<BoardSummary[]>(listPath({ shelf, text: asked, sort, most: most + 1 }));
  const me = useRequest<Me>("me/");
  const again = (words: string) => {
    setTold(words);
    list.again();
    me.again();
  };

  const totals = me.answer?.boards;
  if (!list.failure && !(totals && totals.active + totals.archived + totals.deleted > 0)) return null;
  const shown = list.answer?.slice(0, most) ?? [];
  return (
    <section aria-labelledby="boards-heading">
      <h2 id="boards-heading">{say.yourBoards}</h2>
      {me.answer && me.answer.name !== null && me.answer.claimable > 0 && <Claim count={me.answer.claimable} />}
      <div className="your-boards__tools">
        <Segmented<Shelf>
          legend={say.whichBoards}
          name="shelf"
          onChange={(next) => {
            setShelf(next);
            setMost(PAGE);
          }}
          options={SHELVES}
          value={shelf}
        />
        <span className="start__space" />
        <input
          aria-label={say.searchBoardsByName}
          className="field__input your-boards__search"
          maxLength={120}
          onChange={(event) => setText(event.target.value)}
          placeholder={say.searchByName}
          type="search"
          value={text}
        />
        <select
          aria-label={say.sortBoards}
          className="field__input your-boards__sort"
          onChange={(event) => setSort(event.target.value as Sort)}
          value={sort}
        >
          {SORTS.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
      {list.failure && (
        <p className="start__failure" role="alert">
          {list.failure} <Button onClick={list.again}>{say.tryAgain}</Button>
        </p>
      )}
      <p className="visually-hidden" role="status">
        {told}
      </p>
      {deleted && (
        <DeletedNotice
          board={deleted}
          onBack={() => {
            setDeleted(null);
            again(say.isBack(deleted.name));
          }}
          onClose={() => setDeleted(null)}
        />
      )}
      {shown.length > 0 && (
        <ul aria-label={say.boards} className="your-boards">
          {shown.map((board) => (
            <BoardRow
              board={board}
              key={board.id}
              onDeleted={() => {
                setDeleted(board);
                again(say.isInTheBin(board.name));
              }}
              onDone={again}
            />
          ))}
        </ul>
      )}
      {list.answer?.length === 0 && <p className="your-boards__empty">{emptyText(shelf, asked)}</p>}
      {(list.answer?.length ?? 0) > most && (
        <Button className="your-boards__more" look="quiet" onClick={() => setMost(most + PAGE)}>
          {say.showMore}
        </Button>
      )}
    </section>
  );
}

function Claim({ count }: { count: number }) {
  return (
    <p className="your-boards__claim">
      <span>
        {count === 1 ? say.text1BoardWas : say.boardsWere(count)} {say.madeInThisBrowserWithoutAn}{" "}
        <a href="/account/boards/">
          {say.take} {count === 1 ? say.it : say.them} {say.toYourAccount}
        </a>
      </span>
    </p>
  );
}

function emptyText(shelf: Shelf, text: string): string {
  if (text) return say.noBoardHereHasInIts(text);
  if (shelf === "archived") return say.nothingIsArchivedWhatYouPut;
  if (shelf === "deleted") return say.theBinIsEmpty;
  return say.noBoardIsInUseStart;
}

/** A text that has not changed for a moment: a search does not ask at each keystroke. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text.trim()), 200);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
