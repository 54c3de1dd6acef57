/** What `panels/parts` says. */
export const say = {
  changesInPolicy: (name: string) => `Changes in policy ${name}`,
  close: "Close",
  rename: (label: string, value: string) => `${label}: ${value}. Rename`,
  whatPassesIsShownWithThe: "What passes is shown with the answer: set your prediction in the lesson, then reveal.",
  areTypingHere: (people: string) => `${people} are typing here`,
  isTypingHere: (person: string) => `${person} is typing here`,
};
