/** What `panels/tour` says. */
export const say = {
  addThings: "Add things",
  back: "Back",
  close: "Close",
  done: "Done",
  dragFromTheSmallRingAt:
    "Drag from the small ring at a card's edge to another card. A green arrow passes; a red one is stopped where its cross is. A click on an arrow says why.",
  dragPodsNamespacesAndOutsideAddresses:
    "Drag pods, namespaces and outside addresses from here onto the canvas, or click one. Below are all things on the board, and policies to start from.",
  drawWhoShouldTalkToWhom: "Draw who should talk to whom",
  everyCommandAndEveryThingOn:
    "Every command and every thing on the board is one search away. The question mark key shows all keys.",
  exportGivesThePoliciesForYour:
    "Export gives the policies for your cluster, and pictures for your documents. Everything is saved as you go.",
  findAnything: "Find anything",
  newHereTheTourShowsThe: "New here? The tour shows the six parts of this screen in a minute.",
  next: "Next",
  noThanks: "No, thanks",
  of: (step: number, count: number) => `${step} of ${count}`,
  seeWhyAndChangeIt: "See why, and change it",
  skipTheTour: "Skip the tour",
  takeItWithYou: "Take it with you",
  takeTheTour: "Take the tour",
  theSameAsText: "The same as text",
  theYamlOfYourPoliciesIs:
    "The YAML of your policies is what is stored and exported. The arrows follow each keystroke. Beside it: the table of who reaches whom, tests, problems and the history.",
  tour: "Tour",
  whateverYouSelectIsExplainedHere:
    "Whatever you select is explained here: labels, ports, the form of a policy, and for a red arrow the smallest changes that would let it pass.",
};
