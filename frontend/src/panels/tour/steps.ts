import { say } from "@/texts/tour";
import type { Side } from "./place-beside";

/** One stop of the tour: what it points at, and what it says. */
export interface TourStep {
  at: string;
  side: Side;
  title: string;
  text: string;
}

export const TOUR: readonly TourStep[] = [
  {
    at: ".left-panel__place",
    side: "right",
    title: say.addThings,
    text: say.dragPodsNamespacesAndOutsideAddresses,
  },
  {
    at: ".editor__canvas",
    side: "inside",
    title: say.drawWhoShouldTalkToWhom,
    text: say.dragFromTheSmallRingAt,
  },
  {
    at: ".right-panel",
    side: "left",
    title: say.seeWhyAndChangeIt,
    text: say.whateverYouSelectIsExplainedHere,
  },
  {
    at: ".dock",
    side: "above",
    title: say.theSameAsText,
    text: say.theYamlOfYourPoliciesIs,
  },
  {
    at: ".top-bar__find",
    side: "below",
    title: say.findAnything,
    text: say.everyCommandAndEveryThingOn,
  },
  {
    at: ".top-bar__export",
    side: "below",
    title: say.takeItWithYou,
    text: say.exportGivesThePoliciesForYour,
  },
];
