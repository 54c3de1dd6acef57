import { useEffect, useRef } from "react";
import { say } from "@/texts/app";
import { Frame } from "../Opening";

const WORDS = {
  unknown: {
    title: say.thisWorkshopIsNotOpenTo,
    what: say.itIsOverAndItsData,
  },
  removed: {
    title: say.theInstructorTookYouOutOf,
    what: say.ifThatWasAMistakeAsk,
  },
} as const;

/** In place of a workshop that cannot be shown. */
export function NoWorkshop({ why }: { why: keyof typeof WORDS }) {
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
        <a className="button button--plain" href={why === "unknown" ? "/j/" : "/"}>
          {why === "unknown" ? say.joinWithACode : say.goToTheStartPage}
        </a>
      </div>
    </Frame>
  );
}
