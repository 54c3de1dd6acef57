import { useState } from "react";
import type { ConnectionRecord, Tables } from "@/model/records";
import { Button } from "@/panels/parts/Button";
import { Chip } from "@/panels/parts/Chip";
import { Diff } from "@/panels/parts/Diff";
import { Editable } from "@/panels/parts/Editable";
import { hideGhosts, showGhosts } from "@/store/ghosts";
import type { Fix } from "@/wire/messages";
import { applyFix } from "./apply-fix";
import { ghostsOf } from "./ghosts-of";

type FixCardProps = {
  fix: Fix;
  connection: Pick<ConnectionRecord, "source" | "destination" | "protocol" | "port">;
  want: boolean;
  world: Pick<Tables, "namespaces" | "pods" | "hosts">;
  /** What applies it, in one step. */
  onApply?: (fix: Fix) => Promise<unknown>;
};

/** One fix. While the pointer or the focus is on it, the canvas shows as ghosts all that would flip. */
export function FixCard({ fix, connection, want, world, onApply = applyFix }: FixCardProps) {
  const [busy, setBusy] = useState(false);
  const show = () => showGhosts(ghostsOf(fix, connection, want, world));
  const apply = async () => {
    setBusy(true);
    hideGhosts();
    await onApply(fix);
    setBusy(false);
  };
  return (
    <li className="fixes__card" onBlur={hideGhosts} onFocus={show} onPointerEnter={show} onPointerLeave={hideGhosts}>
      <p className="fixes__title">{fix.title}</p>
      <Others fix={fix} />
      <details className="fixes__diff">
        <summary>Changed lines</summary>
        {fix.changes.map(({ policy, diff }) => (
          <Diff key={policy} name={policy} text={diff} />
        ))}
      </details>
      <Editable>
        <Button aria-label={`Apply: ${fix.title}`} disabled={busy} look="primary" onClick={() => void apply()} small>
          Apply
        </Button>
      </Editable>
    </li>
  );
}

function Others({ fix: { others } }: { fix: Fix }) {
  if (others.opened + others.closed === 0) return <p className="fixes__others">Nothing else changes.</p>;
  return (
    <details className="fixes__others">
      <summary>
        {others.opened > 0 && <Chip tone="allow">also opens {others.opened}</Chip>}{" "}
        {others.closed > 0 && <Chip tone="deny">also closes {others.closed}</Chip>}
      </summary>
      <ul>
        {others.flips.map(({ sentence }) => (
          <li key={sentence}>{sentence}</li>
        ))}
        {others.left_out > 0 && <li>and {others.left_out} more</li>}
      </ul>
    </details>
  );
}
