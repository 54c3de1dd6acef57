import { useEffect, useRef, useState } from "react";
import { useShallow } from "zustand/react/shallow";
import { endName } from "@/model/places";
import type { Tables } from "@/model/records";
import { Button } from "@/panels/parts/Button";
import { Editable } from "@/panels/parts/Editable";
import { Section } from "@/panels/parts/Section";
import { hideGhosts } from "@/store/ghosts";
import { choosePolicies, type Drawn } from "@/store/ui";
import { useBoard } from "@/store/use";
import type { FixesAnswer } from "@/wire/messages";
import { FixCard } from "../fixes/FixCard";
import { type Manner, useFixes } from "../fixes/use-fixes";
import "../fixes/fixes.css";
import { applyDrawn, watch } from "./apply-drawn";
import { MannerChoice } from "./MannerChoice";
import { sidesOf, usualWidth, widthsOf } from "./manners";

/** How a drawn connection could be allowed or blocked: each way as a sentence and as changed lines, with all that it
 * would flip as ghosts on the canvas, before anything is done. */
export function DrawnPanel({ drawn }: { drawn: Drawn }) {
  const world = useBoard(useShallow(({ namespaces, pods, hosts }) => ({ namespaces, pods, hosts })));
  const [manner, setManner] = useState<Manner>(() => ({ where: "needed", width: usualWidth(drawn, world) }));
  const widths = widthsOf(drawn, manner.where, world);
  // Another side may not know the width that was chosen for this one.
  const width = widths.some(({ value }) => value === manner.width) ? manner.width : "labels";
  const { answer, failure } = useFixes(drawn, drawn.want, { ...manner, width });
  const from = endName(world, drawn.source);
  const to = endName(world, drawn.destination);
  const single = ![drawn.source, drawn.destination].some((id) => id in world.namespaces);
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
      <MannerChoice manner={{ ...manner, width }} onChange={setManner} sides={sidesOf(drawn, world)} widths={widths} />
      <div aria-live="polite">
        {failure && <p role="alert">{failure}</p>}
        {!answer && !failure && (
          <p className="right-panel__hint">Trying what would {drawn.want ? "allow" : "block"} it…</p>
        )}
        {answer?.reason && <p className="right-panel__hint">{answer.reason}</p>}
        {answer?.reason && drawn.want && answer.allowed && manner.where === "needed" && (
          <p className="right-panel__hint">
            No policy stops it. To let in what policies name and nothing else from now on, choose a side above.
          </p>
        )}
      </div>
      {answer && answer.fixes.length > 0 && <Ways answer={answer} drawn={drawn} world={world} />}
      <div className="right-panel__actions">
        <Editable>
          {single && <Button onClick={() => void watch(drawn)}>Only watch it</Button>}
          <Button onClick={() => choosePolicies(null)}>Cancel</Button>
        </Editable>
      </div>
    </>
  );
}

type World = Pick<Tables, "namespaces" | "pods" | "hosts">;

function Ways({ drawn, answer, world }: { drawn: Drawn; answer: FixesAnswer; world: World }) {
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
