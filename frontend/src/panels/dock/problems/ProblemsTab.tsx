import { useState } from "react";
import { Segmented } from "@/panels/parts/Segmented";
import { useProblems } from "@/store/use";
import { type Group, grouped, type Shown } from "./groups";
import { ProblemRow } from "./ProblemRow";
import "./problems-tab.css";

const SHOWN = [
  { value: "pressing", label: "Errors and warnings" },
  { value: "all", label: "With hints" },
  { value: "ignored", label: "Ignored" },
] as const;

const NOTHING: Record<Shown, string> = {
  pressing: "No errors and no warnings. Hints may say more.",
  all: "No problems: every policy is valid, and means what it seems to mean.",
  ignored: "No problem is ignored.",
};

/** What is valid and still wrong in the policies of this board, live. */
export function ProblemsTab() {
  const [shown, setShown] = useState<Shown>("pressing");
  const problems = useProblems((state) => state.problems);
  const groups = grouped(problems ?? [], shown);
  return (
    <div className="problems-tab">
      <div className="problems-tab__head">
        <Segmented legend="Which problems" name="problems-shown" onChange={setShown} options={SHOWN} value={shown} />
      </div>
      {problems === null && <p className="dock__empty">Looking for problems…</p>}
      {problems !== null && groups.length === 0 && <p className="dock__empty">{NOTHING[shown]}</p>}
      {groups.map((group) => (
        <PolicyProblems group={group} key={group.policy ?? ""} />
      ))}
    </div>
  );
}

function PolicyProblems({ group }: { group: Group }) {
  const name = group.policy ?? "The board";
  return (
    <section aria-label={`Problems of ${name}`} className="problems-tab__group">
      <h3>{name}</h3>
      <ul>
        {group.problems.map((problem) => (
          <ProblemRow key={`${problem.id} ${problem.line} ${problem.column} ${problem.message}`} problem={problem} />
        ))}
      </ul>
    </section>
  );
}
