import { useRef } from "react";
import { Icon } from "@/panels/parts/Icon";
import { say } from "@/texts/workshop-room";
import type { Room, SeatEntry, WorkshopFacts } from "@/wire/messages";
import type { SortKey } from "./arranging";
import { SeatRow } from "./SeatRow";
import { ROW, useRowsInView } from "./use-rows-in-view";
import "./room-table.css";

interface RoomTableProps {
  workshop: WorkshopFacts;
  room: Room;
  /** Those to show, in their order. */
  seats: readonly SeatEntry[];
  unfolded: number | null;
  onUnfold: (lesson: number | null) => void;
  sort: SortKey;
  onSort: (sort: SortKey) => void;
  onOpen: (seat: SeatEntry) => void;
  onRename: (seat: SeatEntry) => void;
  onTakeOut: (seat: SeatEntry) => void;
}

/** Learners by lessons; one lesson is unfolded into its goals. The head and the names stay in view, and only the rows
 * in view stand in the page. */
export function RoomTable({ workshop, room, seats, unfolded, onUnfold, sort, onSort, ...does }: RoomTableProps) {
  const goals = room.lessons.find(({ number }) => number === unfolded)?.goals ?? [];
  const scroller = useRef<HTMLElement>(null);
  const { first, end } = useRowsInView(scroller, seats.length);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long table scrolls, by keyboard too
    <section aria-label={say.learners} className="room-table" ref={scroller} tabIndex={0}>
      <table aria-rowcount={seats.length + HEAD_ROWS}>
        <colgroup>
          <col className="room-table__col-name" />
          {workshop.lessons.map(({ number }) => (
            <LessonColumns goals={number === unfolded ? goals.length : 0} key={number} />
          ))}
          <col className="room-table__col-problem" />
          <col className="room-table__col-tries" />
          <col className="room-table__col-since" />
          <col className="room-table__col-more" />
        </colgroup>
        <thead>
          <tr>
            <SortHead by="name" className="room-table__name" onSort={onSort} rowSpan={2} sort={sort}>
              {say.learner}
            </SortHead>
            {workshop.lessons.map(({ number, title }) => (
              <th
                aria-label={title}
                className={
                  number === workshop.current ? "room-table__lesson room-table__current" : "room-table__lesson"
                }
                colSpan={number === unfolded ? Math.max(1, goals.length) : 1}
                data-unfolded={number === unfolded && goals.length > 0}
                key={number}
                rowSpan={number === unfolded && goals.length > 0 ? 1 : 2}
                scope="col"
              >
                <button
                  aria-expanded={number === unfolded}
                  onClick={() => onUnfold(number === unfolded ? null : number)}
                  title={title}
                  type="button"
                >
                  <b>{number + 1}</b>
                  <span>{title}</span>
                </button>
              </th>
            ))}
            <SortHead by="problem" onSort={onSort} rowSpan={2} sort={sort}>
              {say.lastProblem}
            </SortHead>
            <SortHead by="tries" onSort={onSort} rowSpan={2} sort={sort}>
              {say.tries}
            </SortHead>
            <SortHead by="since" onSort={onSort} rowSpan={2} sort={sort}>
              {say.inStep}
            </SortHead>
            <th className="room-table__more" rowSpan={2} scope="col">
              <span className="visually-hidden">{say.whatToDo}</span>
            </th>
          </tr>
          <tr>
            {goals.map(({ id, sentence, hidden }, index) => (
              <th className="room-table__goal" key={id} scope="col" title={hidden ? say.hidden(sentence) : sentence}>
                <span aria-hidden="true">{hidden ? <Icon name="lock" size={11} /> : index + 1}</span>
                <span className="visually-hidden">
                  {hidden ? say.hiddenGoal : say.goal}
                  {sentence}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap rows={first} />
          {seats.slice(first, end).map((seat, at) => (
            <SeatRow
              key={seat.id}
              lessons={room.lessons}
              row={first + at + HEAD_ROWS + 1}
              seat={seat}
              unfolded={unfolded}
              {...does}
            />
          ))}
          <Gap rows={seats.length - end} />
        </tbody>
      </table>
      {seats.length === 0 && <p className="room-table__none">{say.nobodyHereIsAsYouAsked}</p>}
    </section>
  );
}

const HEAD_ROWS = 2;

/** The room of rows that are out of view. */
function Gap({ rows }: { rows: number }) {
  return rows > 0 ? <tr style={{ height: rows * ROW }} /> : null;
}

function LessonColumns({ goals }: { goals: number }) {
  if (goals === 0) return <col className="room-table__col-lesson" />;
  // biome-ignore lint/suspicious/noArrayIndexKey: columns are their places
  return Array.from({ length: goals }, (_, at) => <col className="room-table__col-goal" key={at} />);
}

interface SortHeadProps {
  by: SortKey;
  sort: SortKey;
  onSort: (sort: SortKey) => void;
  rowSpan: number;
  className?: string;
  children: string;
}

/** A column's head that sorts by it; once more, and the order of joining is back. */
function SortHead({ by, sort, onSort, rowSpan, className, children }: SortHeadProps) {
  const on = sort === by;
  return (
    <th
      aria-sort={on ? (by === "tries" ? "descending" : "ascending") : undefined}
      className={className}
      rowSpan={rowSpan}
      scope="col"
    >
      <button onClick={() => onSort(on ? "joined" : by)} type="button">
        {children}
        {on && <Icon name="down" size={11} />}
      </button>
    </th>
  );
}
