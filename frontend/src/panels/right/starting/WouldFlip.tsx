import { useEffect } from "react";
import { useShallow } from "zustand/react/shallow";
import { Chip } from "@/panels/parts/Chip";
import { Section } from "@/panels/parts/Section";
import { flipGhosts } from "@/panels/right/fixes/ghosts-of";
import { hideGhosts, showGhosts } from "@/store/ghosts";
import { useBoard } from "@/store/use";
import { useFlips } from "./use-flips";

/** All that a new policy would flip: as sentences here, as ghosts on the canvas. */
export function WouldFlip({ policy, text }: { policy: string; text: string }) {
  const { flips, failure } = useFlips(policy, text);
  const world = useBoard(useShallow(({ namespaces, pods, hosts }) => ({ namespaces, pods, hosts })));
  useEffect(() => {
    if (flips) showGhosts(flipGhosts(flips.flips, world));
    else hideGhosts();
  }, [flips, world]);
  return (
    <Section className="would-flip" title="What it would change">
      <div aria-live="polite">
        {failure && <p className="would-flip__failure">{failure}</p>}
        {!flips && !failure && <p className="right-panel__hint">Working it out…</p>}
        {flips && (
          <p>
            {flips.closed > 0 && <Chip tone="deny">✕ closes {flips.closed}</Chip>}{" "}
            {flips.opened > 0 && <Chip tone="allow">✓ opens {flips.opened}</Chip>}
            {flips.opened + flips.closed === 0 && "No connection changes on this board."}
          </p>
        )}
      </div>
      {flips && flips.flips.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled with the keyboard
        <ul aria-label="Connections that would change" className="would-flip__list" tabIndex={0}>
          {flips.flips.map(({ sentence }) => (
            <li key={sentence}>{sentence}</li>
          ))}
          {flips.left_out > 0 && <li>and {flips.left_out} more</li>}
        </ul>
      )}
    </Section>
  );
}
