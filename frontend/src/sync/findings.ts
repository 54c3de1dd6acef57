import { announce } from "@/store/board";
import { clearResults, expectationsStore, takeResults } from "@/store/expectations";
import { clearProblems, takeProblems } from "@/store/problems";
import { say } from "@/texts/sync";
import type { ExpectationsJudged, ServerMessage } from "@/wire/messages";

/** Takes what the server found on the board; says aloud when expectations turned. False: the message is another. */
export function takeFindings(message: ServerMessage): boolean {
  if (message.type === "problems") {
    takeProblems(message);
    return true;
  }
  if (message.type !== "expectations") return false;
  announce(turned(message));
  takeResults(message);
  return true;
}

export function clearFindings(): void {
  clearProblems();
  clearResults();
}

/** "2 expectations fail now", of those that were known before. */
function turned({ results }: ExpectationsJudged): string {
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
  return number === 1 ? `1 expectation ${one} now` : say.expectationsNow(number, many);
}
