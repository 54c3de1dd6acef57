import { type KeyboardEvent, memo, useDeferredValue, useRef } from "react";
import { placeName } from "@/model/places";
import type { ConnectionRecord } from "@/model/records";
import { useExpectations } from "@/store/expectations";
import { select, selectOne } from "@/store/ui";
import { useBoard, useUi } from "@/store/use";
import type { ConnectionVerdict } from "@/wire/messages";
import { outcomeOf, sentenceOf } from "./arrow-specs";
import { EXPECTED_WORDS } from "./parts/ExpectationMarks";
import { canvasStore } from "./state";
import { usePathPoints } from "./use-path-points";

/** Every arrow in words, for people who do not see the painted ones: a list that Tab reaches once and the arrow keys
 * walk. Choosing an entry selects the arrow. */
export const ArrowList = memo(() => {
  // The picture comes first: thousands of entries are written after it is painted.
  const connections = useDeferredValue(useBoard((board) => board.connections));
  const verdicts = useDeferredValue(useBoard((board) => board.verdicts));
  const namespaces = useBoard((board) => board.namespaces);
  const pods = useBoard((board) => board.pods);
  const hosts = useBoard((board) => board.hosts);
  const selected = useUi((ui) => (ui.selection.length === 1 ? ui.selection[0]?.id : undefined));
  const expected = useExpectations((state) => state.arrows);
  const list = useRef<HTMLUListElement>(null);
  usePathPoints(list);
  const all = Object.values(connections);
  const entry = all.some(({ id }) => id === selected) ? selected : all[0]?.id;
  const places = { namespaces, pods, hosts };
  return (
    <ul aria-label="Connections" className="visually-hidden" ref={list}>
      {all.map((connection) => (
        <Entry
          connection={connection}
          destination={placeName(places, connection.destination)}
          expected={expected[connection.id]}
          key={connection.id}
          reached={connection.id === entry}
          selected={connection.id === selected}
          source={placeName(places, connection.source)}
          verdict={verdicts[connection.id]}
        />
      ))}
    </ul>
  );
});

interface EntryProps {
  connection: ConnectionRecord;
  verdict: ConnectionVerdict | undefined;
  source: string;
  destination: string;
  expected: keyof typeof EXPECTED_WORDS | undefined;
  selected: boolean;
  /** The one entry that Tab comes to. */
  reached: boolean;
}

/** One of thousands, perhaps: rendered again only when it says something else. */
const Entry = memo(({ connection, verdict, source, destination, expected, selected, reached }: EntryProps) => {
  const { id } = connection;
  return (
    <li>
      <button
        aria-pressed={selected}
        data-allowed={verdict ? String(verdict.allowed) : "unknown"}
        data-blocked-at={verdict?.blocked_at ?? undefined}
        data-connection={id}
        data-destination={destination}
        data-expected={expected}
        data-outcome={outcomeOf(verdict)}
        data-port={connection.port}
        data-protocol={connection.protocol}
        data-source={source}
        onBlur={() => canvasStore.setState({ hoveredArrow: null })}
        onClick={() => selectOne("connections", id)}
        onFocus={() => canvasStore.setState(({ arrowOf }) => ({ hoveredArrow: arrowOf.get(id) ?? null }))}
        onKeyDown={walk}
        tabIndex={reached ? 0 : -1}
        type="button"
      >
        {sentenceOf(source, destination, connection, verdict)}
        {expected && `, ${EXPECTED_WORDS[expected]}`}
      </button>
    </li>
  );
});

function walk(event: KeyboardEvent<HTMLButtonElement>): void {
  const item = event.currentTarget.parentElement;
  const to = { ArrowDown: item?.nextElementSibling, ArrowUp: item?.previousElementSibling }[event.key];
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  event.preventDefault();
  event.stopPropagation();
  const button = to?.querySelector("button");
  if (!button) return;
  button.focus();
  const id = button.dataset.connection;
  if (id) select([{ table: "connections", id }]);
}
