import { useEffect, useRef } from "react";
import { Frame } from "../Opening";

const WORDS = {
  gone: {
    title: "This board is not here any more",
    what: "Its owner deleted it, or it is not open to you. Nothing that was saved is lost: its owner can restore it.",
  },
  ended: {
    title: "Your access has ended",
    what: "The link that you came by has expired, or the owner of the board revoked it. Ask for a new link.",
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
          Go to your boards
        </a>
      </div>
    </Frame>
  );
}
