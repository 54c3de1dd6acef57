import { useEffect, useState } from "react";
import { Button } from "@/panels/parts/Button";
import { ClosedNote } from "@/panels/parts/ClosedNote";
import { Section } from "@/panels/parts/Section";
import { Segmented } from "@/panels/parts/Segmented";
import { showFallen, useHazards } from "@/store/hazards";
import { useBoard } from "@/store/use";
import { watchAttack } from "@/sync/hazards";
import type { Fallen } from "@/wire/messages";
import "./taken-over.css";

const HOPS = [
  { value: "1", label: "1 hop" },
  { value: "2", label: "2 hops" },
  { value: "any", label: "Any" },
] as const;

/** How far somebody gets who holds this pod; the canvas shows the ways. */
export function TakenOver({ id }: { id: string }) {
  const [on, setOn] = useState(false);
  const [hops, setHops] = useState<(typeof HOPS)[number]["value"]>("any");
  const board = useBoard((state) => state.board?.id);
  const closed = useBoard((state) => state.closed);
  useEffect(() => (board && !closed && on ? watchAttack(board, id, hops) : undefined), [board, closed, on, id, hops]);
  const fallen = useHazards((state) => (state.attack?.start === id ? state.attack.fallen : null));
  return (
    <Section title="If this pod were taken over">
      {closed && <ClosedNote />}
      {!on && !closed && (
        <Button onClick={() => setOn(true)} small>
          Show what falls
        </Button>
      )}
      {on && !closed && (
        <>
          <div className="taken-over__head">
            <Segmented legend="How many hops" name="hops" onChange={setHops} options={HOPS} value={hops} />
            <Button look="quiet" onClick={() => setOn(false)} small>
              Hide
            </Button>
          </div>
          <p className="taken-over__sum" role="status">
            {fallen === null ? "Following every way…" : summary(fallen)}
          </p>
          <ol aria-label="What falls" className="taken-over__list">
            {(fallen ?? []).map((one) => (
              <Row key={one.place} one={one} />
            ))}
          </ol>
        </>
      )}
    </Section>
  );
}

function Row({ one }: { one: Fallen }) {
  const { place, hops, path, ports } = one;
  return (
    <li>
      <button
        className="taken-over__row"
        onBlur={() => showFallen(null)}
        onFocus={() => showFallen(one)}
        onMouseEnter={() => showFallen(one)}
        onMouseLeave={() => showFallen(null)}
        title="Shows the way there on the canvas"
        type="button"
      >
        <i>{hops}</i>
        <span>
          {place} <span className="mono taken-over__ports">{portsText(ports)}</span>
          {hops > 1 && <span className="taken-over__path">{path.join(" → ")}</span>}
        </span>
      </button>
    </li>
  );
}

function summary(fallen: Fallen[]): string {
  const inside = fallen.filter(({ pods }) => pods.length > 0).length;
  const outside = fallen.length - inside;
  const workloads = `${inside} ${inside === 1 ? "workload" : "workloads"}`;
  return `${workloads} within reach${outside > 0 ? ", and addresses outside" : ""}.`;
}

const MOST_SPANS = 3;

function portsText(ports: Fallen["ports"]): string {
  const all = Object.entries(ports).flatMap(([protocol, spans]) =>
    spans.map((span) => (span === "1-65535" ? protocol : protocol === "TCP" ? span : `${protocol}/${span}`)),
  );
  if (all.length === 3 && all.every((each) => !/\d/.test(each))) return "every port";
  return all.length > MOST_SPANS ? `${all.slice(0, MOST_SPANS).join(", ")}, …` : all.join(", ");
}
