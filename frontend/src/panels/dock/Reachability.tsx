import { useMemo } from "react";
import { signOf, toneOf, wordOf } from "@/panels/parts/VerdictMark";
import { isSelected, selectOne } from "@/store/ui";
import { useBoard, useUi } from "@/store/use";
import { type End, type Entry, matrixOf, portText } from "./matrix";
import "./reachability.css";

/** The drawn arrows as a table: what an arrow can do, its cell can do. */
export function Reachability() {
  const namespaces = useBoard((state) => state.namespaces);
  const pods = useBoard((state) => state.pods);
  const hosts = useBoard((state) => state.hosts);
  const connections = useBoard((state) => state.connections);
  const verdicts = useBoard((state) => state.verdicts);
  const matrix = useMemo(
    () => matrixOf({ namespaces, pods, hosts, connections }, verdicts),
    [namespaces, pods, hosts, connections, verdicts],
  );
  if (matrix.sources.length === 0) {
    return <p className="dock__empty">No arrow yet. Draw one from a pod to another, and it gets a cell here.</p>;
  }
  return (
    <div className="reachability">
      <table className="reachability__table">
        <caption className="visually-hidden">
          Verdicts of the drawn arrows: a row for each source, a column for each destination
        </caption>
        <thead>
          <tr>
            <th className="reachability__corner" scope="col">
              from \ to
            </th>
            {matrix.destinations.map((end) => (
              <th className="ellipsis" key={end.id} scope="col" title={end.name}>
                {end.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.sources.map((source) => (
            <tr key={source.id}>
              <th className="ellipsis" scope="row" title={source.name}>
                {source.name}
              </th>
              {matrix.destinations.map((destination) => (
                <Cell
                  destination={destination}
                  entries={matrix.cell(source.id, destination.id)}
                  key={destination.id}
                  source={source}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ source, destination, entries }: { source: End; destination: End; entries: Entry[] }) {
  if (source.id === destination.id) return <td className="reachability__none">self</td>;
  if (entries.length === 0) {
    return (
      <td className="reachability__none" title={`No arrow is drawn from ${source.name} to ${destination.name}`}>
        <span aria-hidden="true">·</span>
        <span className="visually-hidden">no arrow</span>
      </td>
    );
  }
  return (
    <td className={`reachability__cell reachability__cell--${cellTone(entries)}`}>
      {entries.map((entry) => (
        <CellEntry entry={entry} key={entry.connection.id} pair={`${source.name} to ${destination.name}`} />
      ))}
    </td>
  );
}

/** One tone when all arrows of the cell agree; a mixture has none, its signs speak. */
function cellTone(entries: Entry[]): string {
  const tones = new Set(entries.map(({ verdict }) => (verdict ? toneOf(verdict.allowed) : "none")));
  return tones.size === 1 ? [...tones].join() : "mixed";
}

function CellEntry({ entry: { connection, verdict }, pair }: { entry: Entry; pair: string }) {
  const chosen = useUi((state) => isSelected(state.selection, connection.id));
  const ports = portText(connection);
  const word = verdict ? wordOf(verdict.allowed) : "not judged yet";
  return (
    <button
      aria-label={`${pair}, port ${ports}: ${word}`}
      aria-pressed={chosen}
      className={`reachability__entry reachability__entry--${verdict ? toneOf(verdict.allowed) : "none"}`}
      onClick={() => selectOne("connections", connection.id)}
      type="button"
    >
      {verdict && signOf(verdict.allowed)} {ports}
    </button>
  );
}
