/** What `store` says. */
export const say = {
  aNewHintIsThere: "A new hint is there.",
  and: (name: string, name2: string) => `${name} and ${name2}`,
  andMore: (name: string, name2: string, count: number) => `${name}, ${name2} and ${count} more`,
  goalReached: (sentence: string) => `Goal reached: ${sentence}`,
  lessonDone: "Lesson done.",
  letsItThrough: "lets it through",
  noRuleMatches: "no rule matches",
  notYet: (sentence: string) => `Not yet: ${sentence}`,
  theConnection: "The connection",
  theNamespace: (name: string) => `The namespace ${name}`,
  theOutsideAddress: (name: string) => `The outside address ${name}`,
  thePod: (name: string, name2: string) => `The pod ${name}/${name2}`,
  thePolicy: (namespace: string, name: string) => `The policy ${namespace}/${name}`,
  thisLessonLeavesItsNamespacesAs: "This lesson leaves its namespaces as they are: the policies are what you work on.",
  thisLessonLeavesItsOutsideAddresses:
    "This lesson leaves its outside addresses as they are: the policies are what you work on.",
  thisLessonLeavesItsPodsAs: "This lesson leaves its pods as they are: the policies are what you work on.",
  thisLessonLeavesItsPoliciesAs: "This lesson leaves its policies as they are.",
  thisLessonLeavesThisPolicyAs: "This lesson leaves this policy as it is: write another one beside it.",
  thisStepIsDone: "This step is done.",
  wasDeletedWhileYouWereTyping: (words: string, label: string) =>
    `${words} was deleted while you were typing into “${label}”.`,
};
