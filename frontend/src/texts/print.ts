/** What `panels/print` says. */
export const say = {
  chooseAtLeastOnePartTo: "Choose at least one part to print.",
  close: "Close",
  from: "From",
  noArrowIsDrawnOnThe: "No arrow is drawn on the board.",
  notJudgedYet: "Not judged yet",
  policies: "Policies",
  port: "Port",
  print: "Print",
  revision: (name: string, revision: number, day: string) => `${name}, revision ${revision}, ${day}`,
  theBoardHasNoPoliciesEverything: "The board has no policies: everything passes.",
  theCanvas: "The canvas",
  theCanvasOfTheBoard: "The canvas of the board",
  thePictureCouldNotBeDrawn: "The picture could not be drawn: the server did not answer. Close this and try again.",
  to: "To",
  verdict: "Verdict",
  whoReachesWhom: "Who reaches whom",
};
