import { useState } from "react";
import { Button } from "@/panels/parts/Button";
import { Segmented } from "@/panels/parts/Segmented";
import { useBoard } from "@/store/use";
import { say } from "@/texts/history";
import { compareWith } from "./compare/comparing";
import { List } from "./history/List";
import { useHistory } from "./history/use-history";
import "./history/history.css";

const WHICH = [
  { value: "all", label: say.all },
  { value: "named", label: say.named },
] as const;

/** What happened to the board, the newest first; two of its revisions can be chosen to be compared. */
export function History() {
  const [which, setWhich] = useState<"all" | "named">("all");
  const [chosen, setChosen] = useState<number[]>([]);
  const newest = useBoard((state) => state.revision);
  const history = useHistory(which === "named");

  const choose = (revision: number) =>
    setChosen((held) => (held.includes(revision) ? held.filter((n) => n !== revision) : [...held, revision].slice(-2)));
  const compare = () => {
    const [from = 0, to = newest] = [...chosen].sort((a, b) => a - b);
    void compareWith({ kind: "revisions", from, to });
  };
  return (
    <div className="history-tab">
      <div className="history-tab__head">
        <Segmented legend={say.whichRevisions} name="history-which" onChange={setWhich} options={WHICH} value={which} />
        <Button disabled={chosen.length === 0} onClick={compare} small>
          {chosen.length === 2 ? say.compareTwo(Math.min(...chosen), Math.max(...chosen)) : say.compareWithNow}
        </Button>
        <span className="muted">{chosen.length === 0 ? say.tickToCompare : ""}</span>
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
        <Button onClick={again}>{say.tryAgain}</Button>
      </div>
    );
  }
  if (!entries) return <p className="dock__empty">{say.reading}</p>;
  if (entries.length === 0) {
    const words = named ? say.noneHasAName : say.nothingHappened;
    return <p className="dock__empty">{words}</p>;
  }
  return <List choose={choose} chosen={chosen} entries={entries} more={more} newest={newest} />;
}
