import { say } from "@/texts/app";
import { Instead } from "../Instead";

const WORDS = {
  gone: {
    title: say.thisBoardIsNotHereAny,
    what: say.itsOwnerDeletedItOrIt,
  },
  ended: {
    title: say.yourAccessHasEnded,
    what: say.theLinkThatYouCameBy,
  },
} as const;

/** In place of the editor, when the server has closed the connection for good. */
export function Over({ why }: { why: keyof typeof WORDS }) {
  return <Instead {...WORDS[why]} link={{ href: "/", label: say.goToYourBoards }} />;
}
