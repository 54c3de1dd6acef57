import { useEffect, useRef } from "react";
import { say } from "@/texts/app";
import { Frame } from "../Opening";

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
  const { title, what } = WORDS[why];
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    document.title = `${title} · Netpol Studio`;
  }, [title]);
  return (
    <Frame>
      <div className="opening__words" role="alert">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <p>{what}</p>
        <a className="button button--plain" href="/">
          {say.goToYourBoards}
        </a>
      </div>
    </Frame>
  );
}
