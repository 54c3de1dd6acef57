import { announce } from "@/store/board";
import { clearResults, expectationsStore, takeResults } from "@/store/expectations";
import type { ExpectationResults } from "@/wire/messages";
import { askAfterChanges } from "./asking";

/** Follows whether the board is as expected, and says aloud when that changes. Returns the way to stop. */
export function watchExpectations(board: string): () => void {
  const stop = askAfterChanges<ExpectationResults>(
    `boards/${board}/expectations/results/`,
    (found) => {
      announce(turned(found));
      takeResults(found);
    },
    (failure) => expectationsStore.setState({ failure }),
  );
  return () => {
    stop();
    clearResults();
  };
}

/** "2 expectations fail now", of those that were known before. */
function turned({ results }: ExpectationResults): string {
  const before = expectationsStore.getState().results;
  const changed = results.filter((one) => before[one.id] && before[one.id]?.status !== one.status);
  const said = [
    count(changed.filter(({ status }) => status === "fails").length, "fails", "fail"),
    count(changed.filter(({ status }) => status === "holds").length, "holds", "hold"),
  ];
  return said.filter(Boolean).join(", ");
}

function count(number: number, one: string, many: string): string {
  if (number === 0) return "";
  return number === 1 ? `1 expectation ${one} now` : `${number} expectations ${many} now`;
}
