import { placeName } from "@/model/places";
import { onePort, portWords } from "@/model/port-words";
import { Button } from "@/panels/parts/Button";
import { copyText } from "@/panels/parts/copy-text";
import { Editable } from "@/panels/parts/Editable";
import { Section } from "@/panels/parts/Section";
import { addNotice } from "@/store/board";
import { useReach } from "@/store/reach";
import { choosePolicies, type Pair } from "@/store/ui";
import { useBoard, useOffered } from "@/store/use";
import { watch } from "../drawing/apply-drawn";
import { Fixes } from "../fixes/Fixes";
import { VerdictWhy } from "../VerdictWhy";
import { AddressesPanel } from "./AddressesPanel";
import { PairPort } from "./PairPort";
import { useWhy } from "./use-why";
import "../connection-why.css";

/** A connection that nobody drew: what passes, why, and everything that can be done to an arrow. */
export function PairPanel({ pair }: { pair: Pair }) {
  const known = useBoard((state) =>
    [pair.source, pair.destination].every((id) => id in state.pods || id in state.hosts),
  );
  return known ? <Known pair={pair} /> : <AddressesPanel pair={pair} />;
}

function Known({ pair }: { pair: Pair }) {
  const { verdict, failure } = useWhy(pair);
  const draws = useOffered("draw");
  const fixes = useOffered("fixes");
  const source = useBoard((state) => placeName(state, pair.source));
  const destination = useBoard((state) => placeName(state, pair.destination));
  const ports = useReach(({ reach }) => {
    const [one, other] = [reach?.endOf.get(pair.source)?.number, reach?.endOf.get(pair.destination)?.number];
    if (!reach || one == null || other == null) return "";
    return reach.always(pair.source, pair.destination)
      ? "every port"
      : portWords(reach.ports[reach.between(one, other)] ?? {});
  });
  const copy = async () => {
    if (await copyText(`${source} -> ${destination}: ${ports}`)) addNotice("info", "Copied what passes.");
  };
  return (
    <>
      <p className="right-panel__kind">Connection that is not drawn</p>
      <h2 className="why__title">
        {source} <span className="why__arrow">→</span> {destination} <span className="mono">{onePort(pair)}</span>
      </h2>
      <div className="right-panel__actions right-panel__actions--top">
        {draws && (
          <Editable>
            <Button
              look="primary"
              onClick={() => void watch(pair)}
              small
              title="Draw the arrow, and see what the policies say"
            >
              Watch
            </Button>
            <Button onClick={() => choosePolicies({ ...pair, want: true })} small>
              Allow…
            </Button>
            <Button onClick={() => choosePolicies({ ...pair, want: false })} small>
              Block…
            </Button>
          </Editable>
        )}
        <Button icon="copy" look="quiet" onClick={() => void copy()} small>
          Copy
        </Button>
      </div>
      {ports && (
        <p className="right-panel__hint">
          What passes between the two: <b className="mono">{ports}</b>
        </p>
      )}
      {failure && <p role="alert">{failure}</p>}
      {verdict ? (
        <VerdictWhy verdict={verdict} />
      ) : (
        !failure && <p className="right-panel__hint">Waiting for the verdict…</p>
      )}
      {verdict && verdict.allowed !== null && fixes && (
        <Fixes allowed={verdict.allowed} connection={pair} key={`${verdict.allowed} ${onePort(pair)}`} />
      )}
      <Section title="Port">
        <PairPort pair={pair} />
      </Section>
    </>
  );
}
