/** What `sync` says. */
export const say = {
  expectationsNow: (number: number, many: string) => `${number} expectations ${many} now`,
  notDone: (value: string, value2: string) => `Not done: ${value}. ${value2}`,
  theServerAnswered: (status: number) => `The server answered ${status}.`,
  theServerCannotBeReachedCheck: "The server cannot be reached. Check the connection and try again.",
  youMayLookAtThisBoard: "You may look at this board, not change it.",
};
