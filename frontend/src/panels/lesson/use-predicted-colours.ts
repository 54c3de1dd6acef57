import { useEffect } from "react";
import { useShallow } from "zustand/react/shallow";
import { lookAt, lookAway, useLooking } from "@/store/looking";
import { select } from "@/store/ui";
import { useBoard, useUi } from "@/store/use";
import type { ArrowTurn, PredictedArrow, PredictionState } from "@/wire/messages";

/** While a prediction is asked for, the canvas shows what the learner says, and once it is revealed what is so. A click
 * on an arrow turns its colour. */
export function usePredictedColours(prediction: PredictionState, set: (index: number, allowed: boolean) => void) {
  const tables = useBoard(
    useShallow(({ namespaces, pods, hosts, connections }) => ({ namespaces, pods, hosts, connections })),
  );
  const free = useLooking((looking) => looking === null || looking.kind === "predict");
  useEffect(() => {
    if (!free) return;
    lookAt({
      kind: "predict",
      title: prediction.revealed ? "The answer" : "Your prediction",
      summary: prediction.revealed ? "as it really is" : "set a colour for each arrow in the list, or click the arrow",
      tables,
      isolation: {},
      fates: {},
      turns: Object.fromEntries(prediction.arrows.flatMap((arrow) => turnOf(arrow, prediction.revealed))),
    });
  }, [tables, free, prediction]);
  useEffect(() => () => lookAway("predict"), []);

  const [picked] = useUi((ui) => ui.selection);
  useEffect(() => {
    if (prediction.revealed || picked?.table !== "connections") return;
    const index = prediction.arrows.findIndex(({ arrow }) => arrow === picked.id);
    if (index < 0) return;
    select([]);
    set(index, !prediction.arrows[index]?.predicted);
  }, [picked, prediction, set]);
}

function turnOf({ arrow, predicted, allowed, ...rest }: PredictedArrow, revealed: boolean): [string, ArrowTurn][] {
  const said = revealed ? allowed : predicted;
  if (arrow === null || (said === null && !revealed)) return [];
  const after = said === null ? "undefined" : said ? "allowed" : "blocked";
  const port = rest.port ?? 0;
  return [
    [arrow, { ...rest, port, connection: arrow, before: after, after, blocked_at: null, turn: "changed", causes: [] }],
  ];
}
