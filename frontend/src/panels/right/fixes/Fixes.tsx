import { useEffect, useState } from "react";
import { useShallow } from "zustand/react/shallow";
import { Button } from "@/panels/parts/Button";
import { Section } from "@/panels/parts/Section";
import { hideGhosts } from "@/store/ghosts";
import type { Pair } from "@/store/ui";
import { useBoard } from "@/store/use";
import { FixCard } from "./FixCard";
import { useFixes } from "./use-fixes";
import "./fixes.css";

const SHOWN = 3;

/** The smallest edits that turn an arrow round. For a red one they are there at once; a green one is asked first. */
export function Fixes({ connection, allowed }: { connection: Pair; allowed: boolean }) {
  const [asked, setAsked] = useState(false);
  const [all, setAll] = useState(false);
  const { answer, failure } = useFixes(connection, allowed && !asked ? null : !allowed);
  const world = useBoard(useShallow(({ namespaces, pods, hosts }) => ({ namespaces, pods, hosts })));
  useEffect(() => hideGhosts, []);
  if (allowed && !asked) {
    return (
      <Section title="Block it">
        <Button icon="lock" onClick={() => setAsked(true)} small>
          Smallest ways to block it
        </Button>
      </Section>
    );
  }
  const fixes = answer?.fixes ?? [];
  return (
    <Section className="fixes" title={allowed ? "Smallest ways to block it" : "Smallest fixes"}>
      {failure && <p role="alert">{failure}</p>}
      {!answer && !failure && <p className="right-panel__hint">Trying what would {allowed ? "block" : "open"} it…</p>}
      {answer?.reason && <p className="right-panel__hint">{answer.reason}</p>}
      <ol className="fixes__list">
        {fixes.slice(0, all ? undefined : SHOWN).map((fix) => (
          <FixCard connection={connection} fix={fix} key={fix.title} want={!allowed} world={world} />
        ))}
      </ol>
      {!all && fixes.length > SHOWN && (
        <Button look="quiet" onClick={() => setAll(true)} small>
          {fixes.length - SHOWN} more, which flip as many others or more
        </Button>
      )}
    </Section>
  );
}
