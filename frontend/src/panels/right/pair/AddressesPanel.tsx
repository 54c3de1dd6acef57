import { newId } from "@/model/ids";
import { placeName } from "@/model/places";
import { portWords } from "@/model/port-words";
import { Button } from "@/panels/parts/Button";
import { Editable } from "@/panels/parts/Editable";
import { boardStore } from "@/store/board";
import { type Reach, useReach } from "@/store/reach";
import { lookAtPair, type Pair } from "@/store/ui";
import { useBoard } from "@/store/use";
import { sendOrTell } from "@/sync/session";
import type { TableEnd } from "@/wire/messages";

const SHOWN = 8;

/** A connection with addresses outside that nothing on the board stands for: what passes, and a host to go on with. */
export function AddressesPanel({ pair }: { pair: Pair }) {
  const reach = useReach((state) => state.reach);
  const tables = useBoard((state) => state);
  if (!reach) return null;
  const [source, destination] = [endAt(reach, pair.source), endAt(reach, pair.destination)];
  const outside = [source, destination].find((end) => end && end.cidrs.length > 0);
  if (source?.number == null || destination?.number == null || !outside) {
    return <p className="right-panel__hint">One of the two is no longer there.</p>;
  }
  const name = (id: string, end: TableEnd) => (end.cidrs.length > 0 ? end.name : placeName(tables, id));
  const more = outside.cidrs.length - SHOWN;
  return (
    <>
      <p className="right-panel__kind">Connection that is not drawn</p>
      <h2 className="why__title">
        {name(pair.source, source)} <span className="why__arrow">→</span> {name(pair.destination, destination)}
      </h2>
      <p className="right-panel__hint">
        What passes between the two:{" "}
        <b className="mono">{portWords(reach.ports[reach.between(source.number, destination.number)] ?? {})}</b>
      </p>
      <p className="right-panel__hint">
        {outside.name} stands for the addresses {outside.cidrs.slice(0, SHOWN).join(", ")}
        {more > 0 && ` and ${more} more blocks`}, which no policy tells apart. Put one of them on the canvas to draw,
        allow or block it.
      </p>
      <div className="right-panel__actions">
        <Editable>
          <Button icon="plus" onClick={() => void stand(outside, pair)}>
            Put one on the canvas
          </Button>
        </Editable>
      </div>
    </>
  );
}

function endAt({ ends, endOf }: Reach, id: string): TableEnd | undefined {
  return endOf.get(id) ?? ends.find(({ cidrs }) => cidrs[0] === id);
}

/** Adds a host for the addresses, or takes the one that stands for the Internet already, and goes on with it. */
async function stand(outside: TableEnd, pair: Pair): Promise<void> {
  const block = outside.cidrs[0] ?? "";
  // The server gives it an address that nobody uses: rules for 0.0.0.0/0 match it, rules for private blocks do not.
  const internet = outside.name === "Internet";
  const known = Object.values(boardStore.getState().hosts).find(({ name }) => internet && name === "internet");
  const id = known?.id ?? newId();
  const made = internet ? { id, name: "internet" } : { id, address: firstOf(block) };
  if (!known && !(await sendOrTell("add_host", made))) return;
  const end = (one: string) => (one === block ? id : one);
  lookAtPair({ ...pair, source: end(pair.source), destination: end(pair.destination) });
}

/** An address of a block. */
function firstOf(block: string): string {
  const [address = "", bits] = block.split("/");
  if (bits === "32" || bits === "128") return address;
  if (address.includes(":")) return address.endsWith("::") ? `${address}1` : address;
  const numbers = address.split(".");
  return [...numbers.slice(0, 3), String(Number(numbers[3] ?? "0") + 1)].join(".");
}
