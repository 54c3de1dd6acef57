import { useEffect, useRef } from "react";
import { useShallow } from "zustand/react/shallow";
import { placeName } from "@/model/places";
import { Button } from "@/panels/parts/Button";
import { Editable } from "@/panels/parts/Editable";
import { Section } from "@/panels/parts/Section";
import { hideGhosts } from "@/store/ghosts";
import { choosePolicies, type Drawn } from "@/store/ui";
import { useBoard } from "@/store/use";
import type { FixesAnswer } from "@/wire/messages";
import { FixCard } from "../fixes/FixCard";
import { useFixes } from "../fixes/use-fixes";
import "../fixes/fixes.css";
import { applyDrawn, watch } from "./apply-drawn";

/** How a drawn connection could be allowed or blocked: each way as a sentence and as changed lines, with all that it
 * would flip as ghosts on the canvas, before anything is done. */
export function DrawnPanel({ drawn }: { drawn: Drawn }) {
  const { answer, failure } = useFixes(drawn, drawn.want);
  const from = useBoard((state) => placeName(state, drawn.source));
  const to = useBoard((state) => placeName(state, drawn.destination));
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus();
    return hideGhosts;
  }, []);
  return (
    <>
      <p className="right-panel__kind">{drawn.want ? "Allow a connection" : "Block a connection"}</p>
      <h2 className="right-panel__title" ref={title} tabIndex={-1}>
        <span>
          {from} → {to}{" "}
          <code>
            {drawn.protocol} {drawn.port}
          </code>
        </span>
      </h2>
      <p className="right-panel__hint">
        {drawn.want
          ? "Choose what lets it through. Ways that open little else come first."
          : "Choose what stops it. Ways that close little else come first: what passes today goes on passing where it can."}
      </p>
      <div aria-live="polite">
        {failure && <p role="alert">{failure}</p>}
        {!answer && !failure && (
          <p className="right-panel__hint">Trying what would {drawn.want ? "allow" : "block"} it…</p>
        )}
        {answer?.reason && <p className="right-panel__hint">{answer.reason}</p>}
      </div>
      {answer && answer.fixes.length > 0 && <Ways answer={answer} drawn={drawn} />}
      <div className="right-panel__actions">
        <Editable>
          <Button onClick={() => void watch(drawn)}>Only watch it</Button>
          <Button onClick={() => choosePolicies(null)}>Cancel</Button>
        </Editable>
      </div>
    </>
  );
}

function Ways({ drawn, answer }: { drawn: Drawn; answer: FixesAnswer }) {
  const world = useBoard(useShallow(({ namespaces, pods, hosts }) => ({ namespaces, pods, hosts })));
  return (
    <Section className="fixes" title={drawn.want ? "Ways to allow it" : "Ways to block it"}>
      <ol className="fixes__list">
        {answer.fixes.map((fix) => (
          <FixCard
            connection={drawn}
            fix={fix}
            key={fix.title}
            onApply={(chosen) => applyDrawn(drawn, chosen)}
            want={drawn.want}
            world={world}
          />
        ))}
      </ol>
    </Section>
  );
}
