import { connectionsOf, placeName } from "@/model/places";
import { onePort } from "@/model/port-words";
import type { ConnectionRecord } from "@/model/records";
import { Section } from "@/panels/parts/Section";
import { VerdictMark } from "@/panels/parts/VerdictMark";
import { selectOne } from "@/store/ui";
import { useBoard } from "@/store/use";
import "./rows.css";

/** The arrows of a pod or host, out and in, each with its verdict; a click selects the arrow. */
export function Arrows({ end }: { end: string }) {
  const connections = useBoard((state) => state.connections);
  const mine = connectionsOf({ connections }, end);
  const out = mine.filter(({ source }) => source === end);
  const into = mine.filter(({ destination }) => destination === end);
  return (
    <Section title="Arrows">
      {mine.length === 0 && <p className="rows__none">No arrow yet. Drag from one of its edges to another pod.</p>}
      <ArrowList arrows={out} heading="out to" other="destination" />
      <ArrowList arrows={into} heading="in from" other="source" />
    </Section>
  );
}

function ArrowList(props: { arrows: ConnectionRecord[]; heading: string; other: "source" | "destination" }) {
  const { arrows, heading, other } = props;
  if (arrows.length === 0) return null;
  return (
    <ul className="rows">
      {arrows.map((arrow) => (
        <ArrowRow arrow={arrow} heading={heading} key={arrow.id} other={arrow[other]} />
      ))}
    </ul>
  );
}

function ArrowRow({ arrow, heading, other }: { arrow: ConnectionRecord; heading: string; other: string }) {
  const allowed = useBoard((state) => state.verdicts[arrow.id]?.allowed);
  const name = useBoard((state) => placeName(state, other));
  return (
    <li>
      <button className="rows__row" onClick={() => selectOne("connections", arrow.id)} type="button">
        {allowed === undefined ? <span className="rows__waiting" /> : <VerdictMark allowed={allowed} />}
        <span className="rows__quiet">{heading}</span>
        <span className="rows__name ellipsis" title={name}>
          {name}
        </span>
        <span className="rows__end mono">{onePort(arrow)}</span>
      </button>
    </li>
  );
}
