import { useEffect, useRef } from "react";
import { useUi } from "@/store/use";
import type { TextPart } from "@/wire/messages";
import "./lesson-text.css";

/** A text of a lesson: words, and pictures of the canvas in the colours of the page. */
export function LessonText({ parts }: { parts: readonly TextPart[] }) {
  const dark = useDark();
  return (
    <div className="lesson-text">
      {parts.map((part, index) =>
        part.html ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never change places
          <Words html={part.html} key={index} />
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same
          <img alt={part.alt} key={index} src={address(dark ? part.dark : part.light)} />
        ),
      )}
    </div>
  );
}

/** The server has taken out all that could load, run or style something. */
function Words({ html }: { html: string }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!place.current) return;
    place.current.innerHTML = html;
    for (const block of place.current.querySelectorAll("pre")) block.tabIndex = 0;
    for (const link of place.current.querySelectorAll("a")) link.target = "_blank";
  }, [html]);
  return <div ref={place} />;
}

const address = (svg: string) => `data:image/svg+xml,${encodeURIComponent(svg)}`;

function useDark(): boolean {
  const theme = useUi((ui) => ui.theme);
  return theme === "dark" || (theme === "system" && matchMedia("(prefers-color-scheme: dark)").matches);
}
