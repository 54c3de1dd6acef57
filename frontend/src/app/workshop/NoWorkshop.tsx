import { say } from "@/texts/app";
import { Instead } from "../Instead";

const WORDS = {
  unknown: {
    title: say.thisWorkshopIsNotOpenTo,
    what: say.itIsOverAndItsData,
    link: { href: "/j/", label: say.joinWithACode },
  },
  removed: {
    title: say.theInstructorTookYouOutOf,
    what: say.ifThatWasAMistakeAsk,
    link: { href: "/", label: say.goToTheStartPage },
  },
} as const;

/** In place of a workshop that cannot be shown. */
export function NoWorkshop({ why }: { why: keyof typeof WORDS }) {
  return <Instead {...WORDS[why]} />;
}
