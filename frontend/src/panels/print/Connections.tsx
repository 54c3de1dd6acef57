import { useMemo } from "react";
import { placeName } from "@/model/places";
import type { ConnectionRecord } from "@/model/records";
import { signOf, toneOf } from "@/panels/parts/VerdictMark";
import { banner } from "@/panels/right/why";
import { useBoard } from "@/store/use";
import { say } from "@/texts/print";
import type { ConnectionVerdict } from "@/wire/messages";

/** Every drawn arrow and what becomes of it, by source. */
export function Connections({ source }: { source: string }) {
  const namespaces = useBoard((state) => state.namespaces);
  const pods = useBoard((state) => state.pods);
  const hosts = useBoard((state) => state.hosts);
  const connections = useBoard((state) => state.connections);
  const rows = useMemo(() => {
    const name = (id: string) => placeName({ namespaces, pods, hosts }, id);
    return Object.values(connections)
      .map((connection) => ({ connection, from: name(connection.source), to: name(connection.destination) }))
      .sort(
        (a, b) => a.from.localeCompare(b.from) || a.to.localeCompare(b.to) || a.connection.port - b.connection.port,
      );
  }, [namespaces, pods, hosts, connections]);
  return (
    <section className="sheet">
      <p className="sheet__source">{source}</p>
      <h2>{say.whoReachesWhom}</h2>
      {rows.length === 0 && <p>{say.noArrowIsDrawnOnThe}</p>}
      {rows.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{say.from}</th>
              <th scope="col">{say.to}</th>
              <th scope="col">{say.port}</th>
              <th scope="col">{say.verdict}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.connection.id} {...row} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

interface RowProps {
  connection: ConnectionRecord;
  from: string;
  to: string;
}

function Row({ connection: { id, protocol, port }, from, to }: RowProps) {
  const verdict: ConnectionVerdict | undefined = useBoard((state) => state.verdicts[id]);
  return (
    <tr>
      <td>{from}</td>
      <td>{to}</td>
      <td>
        {protocol} {port}
      </td>
      {verdict ? (
        <td className={`sheet__verdict--${toneOf(verdict.allowed)}`}>
          {signOf(verdict.allowed)} {banner(verdict)}
        </td>
      ) : (
        <td>{say.notJudgedYet}</td>
      )}
    </tr>
  );
}
