import { Fragment } from "react";

/** A sentence in which `code` stands between backticks, as the server's messages have it. */
export function Prose({ text }: { text: string }) {
  return text.split("`").map((piece, index) => {
    const key = `${index} ${piece}`;
    return index % 2 === 1 ? <code key={key}>{piece}</code> : <Fragment key={key}>{piece}</Fragment>;
  });
}
