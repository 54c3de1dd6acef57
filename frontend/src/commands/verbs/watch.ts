import { newId } from "@/model/ids";
import { type Pair, selectOne } from "@/store/ui";
import { say } from "@/texts/commands";
import { isEnd } from "../arrow-of";
import type { Command } from "../command";

/** Draws the arrow of a connection that is looked at. */
export const command: Command = {
  name: "watch",
  label: say.watchThisConnection,
  icon: "connect",
  group: "edit",
  tool: "draw",
  enabled: ({ board, ui: { pair } }) => pair !== null && isEnd(board, pair.source) && isEnd(board, pair.destination),
  run: async ({ board, ui: { pair }, send }) => {
    if (!pair) return;
    const known = Object.values(board.connections).find((each) => sameWay(each, pair));
    if (known) {
      selectOne("connections", known.id);
      return;
    }
    const id = newId();
    if (await send("connect", { ...pair, id })) selectOne("connections", id);
  },
};

function sameWay(one: Pair, other: Pair): boolean {
  return (["source", "destination", "protocol", "port"] as const).every((key) => one[key] === other[key]);
}
