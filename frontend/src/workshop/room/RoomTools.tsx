import { Segmented } from "@/panels/parts/Segmented";
import { say } from "@/texts/workshop-room";
import type { SeatEntry } from "@/wire/messages";
import { type Arrangement, countOf, EVERYBODY, type Filter, SORTS, type SortKey } from "./arranging";
import "@/panels/parts/field.css";
import "./room-tools.css";

interface RoomToolsProps {
  seats: readonly SeatEntry[];
  arrangement: Arrangement;
  onArrange: (arrangement: Arrangement) => void;
}

const FILTERS: readonly { value: Filter; words: string; always?: boolean }[] = [
  { value: "all", words: say.everybody, always: true },
  { value: "hands", words: say.handsUp, always: true },
  { value: "stuck", words: say.stuck, always: true },
  { value: "away", words: say.away, always: true },
  { value: "out", words: say.takenOut },
];

/** Which learners the table shows, and in which order. */
export function RoomTools({ seats, arrangement, onArrange }: RoomToolsProps) {
  const offered = FILTERS.filter(({ value, always }) => always || countOf(seats, value) > 0);
  return (
    <div className="room-tools">
      <Segmented<Filter>
        legend={say.whichLearners}
        name="room-filter"
        onChange={(filter) => onArrange({ ...arrangement, filter, only: null })}
        options={offered.map(({ value, words }) => ({ value, label: `${words} ${countOf(seats, value)}` }))}
        value={arrangement.filter}
      />
      {arrangement.only && (
        <button className="room-tools__only" onClick={() => onArrange(EVERYBODY)} type="button">
          {say.oneMisconceptionOnly}
          <span aria-hidden="true">✕</span>
          <span className="visually-hidden">{say.butShowEverybody}</span>
        </button>
      )}
      <span className="room-tools__space" />
      <input
        aria-label={say.findALearner}
        className="field__input room-tools__find"
        maxLength={40}
        onChange={({ target }) => onArrange({ ...arrangement, text: target.value })}
        placeholder={say.findALearner}
        type="search"
        value={arrangement.text}
      />
      <select
        aria-label={say.orderOfTheLearners}
        className="field__input room-tools__sort"
        onChange={({ target }) => onArrange({ ...arrangement, sort: target.value as SortKey })}
        value={arrangement.sort}
      >
        {SORTS.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}
