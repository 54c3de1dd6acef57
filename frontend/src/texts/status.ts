/** What `panels/status` says. */
export const say = {
  allowed: (allowed: number) => `✓ ${allowed} allowed`,
  blocked: (blocked: number) => `✕ ${blocked} blocked`,
  evaluatedIn: (evaluatedMs: string) => `evaluated in ${evaluatedMs}`,
  keysAndHelp: "Keys and help",
  ms: (value: number) => `${value} ms`,
  people: (people: number) => `${people} people`,
  undefined: (undef: number) => `? ${undef} undefined`,
  verdictsAreShownWithTheAnswer: "verdicts are shown with the answer",
};
