import { useEffect, useRef } from "react";
import { Frame } from "./Opening";

interface InsteadProps {
  title: string;
  what: string;
  link: { href: string; label: string };
}

/** In place of a page that cannot be shown: what happened, why, and where to go. */
export function Instead({ title, what, link }: InsteadProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    document.title = `${title} · Netpol Studio`;
  }, [title]);
  return (
    <Frame bare>
      <div className="opening__words" role="alert">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <p>{what}</p>
        <a className="button button--plain" href={link.href}>
          {link.label}
        </a>
      </div>
    </Frame>
  );
}
