import { useEffect, useRef } from "react";
import { Frame } from "../Opening";

const WORDS = {
  unknown: {
    title: "This workshop is not open to you",
    what: "It is over and its data are gone, or this browser has no seat in it. Learners come in with a code.",
  },
  removed: {
    title: "The instructor took you out of this workshop",
    what: "If that was a mistake, ask the instructor to let you in again, then reload this page.",
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
          {why === "unknown" ? "Join with a code" : "Go to the start page"}
        </a>
      </div>
    </Frame>
  );
}
