import { placeName } from "@/model/places";
import { onePort } from "@/model/port-words";
import { addOffer, type BoardState, boardStore } from "@/store/board";
import { lessonStore, offers } from "@/store/lesson";
import { choosePolicies } from "@/store/ui";
import { say } from "@/texts/commands";

const MOST = 3;

/** Whoever deletes an allowed arrow may have meant to stop the connection: deleting only stops watching it. `before`: the
 * board with the arrows that are gone. */
export function offerBlock(before: BoardState, ids: readonly string[]): void {
  const still = ids.flatMap((id) => {
    const arrow = before.connections[id];
    const gone = !boardStore.getState().connections[id];
    return arrow && gone && before.verdicts[id]?.allowed ? [arrow] : [];
  });
  if (!offers(lessonStore.getState(), "draw")) return;
  // Of many at once nobody wants to be asked about each.
  if (still.length > MOST) return;
  for (const { source, destination, protocol, port } of still) {
    const [from, to] = [placeName(before, source), placeName(before, destination)];
    const words = say.theArrowIsGoneMayStill(from, to, onePort({ protocol, port }));
    const take = () => choosePolicies({ source, destination, protocol, port, want: false });
    addOffer(words, { words: say.blockIt, take });
  }
}
