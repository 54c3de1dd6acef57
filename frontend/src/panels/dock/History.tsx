import { useState } from "react";
import { Button } from "@/panels/parts/Button";
import { Segmented } from "@/panels/parts/Segmented";
import { addNotice, boardStore } from "@/store/board";
import { comparisonOf, lookAt, useLooking } from "@/store/looking";
import { useBoard } from "@/store/use";
import { RequestError, request } from "@/sync/rest";
import type { ComparisonAnswer } from "@/wire/messages";
import { Comparison } from "./history/Comparison";
import { List } from "./history/List";
import { useHistory } from "./history/use-history";
import "./history/history.css";

const WHICH = [
  { value: "all", label: "All" },
  { value: "named", label: "Named" },
] as const;

/** What happened to the board, the newest first; and two of its revisions side by side. */
export function History() {
  const [which, setWhich] = useState<"all" | "named">("all");
  const [chosen, setChosen] = useState<number[]>([]);
  const [found, setFound] = useState<ComparisonAnswer | null>(null);
  const newest = useBoard((state) => state.revision);
  const comparing = useLooking((looking) => looking?.kind === "compare");
  const history = useHistory(which === "named");
  if (comparing && found) return <Comparison found={found} />;

  const choose = (revision: number) =>
    setChosen((held) => (held.includes(revision) ? held.filter((n) => n !== revision) : [...held, revision].slice(-2)));
  const compare = async () => {
    const [from = 0, to = newest] = [...chosen].sort((a, b) => a - b);
    const answer = await read(from, to);
    if (!answer) return;
    setFound(answer);
    lookAt(comparisonOf(answer, `Revision ${from} compared with ${to}`));
  };
  return (
    <div className="history-tab">
      <div className="history-tab__head">
        <Segmented legend="Which revisions" name="history-which" onChange={setWhich} options={WHICH} value={which} />
        <Button disabled={chosen.length === 0} onClick={() => void compare()} small>
          {chosen.length === 2 ? `Compare r${Math.min(...chosen)} with r${Math.max(...chosen)}` : "Compare with now"}
        </Button>
        <span className="muted">
          {chosen.length === 0 ? "Tick one or two revisions to compare. Point at one to see what it changed." : ""}
        </span>
      </div>
      <Body chosen={chosen} choose={choose} history={history} named={which === "named"} newest={newest} />
    </div>
  );
}

type BodyProps = {
  history: ReturnType<typeof useHistory>;
  named: boolean;
  newest: number;
  chosen: number[];
  choose: (revision: number) => void;
};

function Body({ history, named, newest, chosen, choose }: BodyProps) {
  const { entries, failure, more, again } = history;
  if (failure && !entries) {
    return (
      <div className="dock__empty" role="alert">
        {failure}
        <Button onClick={again}>Try again</Button>
      </div>
    );
  }
  if (!entries) return <p className="dock__empty">Reading the history…</p>;
  if (entries.length === 0) {
    const words = named
      ? "No revision has a name yet."
      : "Nothing has happened yet. Each edit becomes a revision here.";
    return <p className="dock__empty">{words}</p>;
  }
  return <List choose={choose} chosen={chosen} entries={entries} more={more} newest={newest} />;
}

async function read(from: number, to: number): Promise<ComparisonAnswer | null> {
  const board = boardStore.getState().board?.id;
  try {
    return await request("GET", `boards/${board}/compare/?from=${from}&to=${to}&snapshot=true`);
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    addNotice("error", error.message);
    return null;
  }
}
