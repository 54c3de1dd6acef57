import { useEffect, useState } from "react";
import { Button, IconButton } from "@/panels/parts/Button";
import { Diff } from "@/panels/parts/Diff";
import { addNotice } from "@/store/board";
import { lookAway } from "@/store/looking";
import type { ArrowTurn, Cause, ComparisonAnswer } from "@/wire/messages";
import "./comparison.css";

const TURNS = { gained: "+ gained", lost: "− lost", changed: "~ changed", unchanged: "unchanged" } as const;
const ORDER = ["gained", "lost", "changed", "unchanged"] as const;
const TABLES = {
  board: "board",
  namespaces: "namespace",
  pods: "pod",
  hosts: "outside address",
  connections: "connection",
  policies: "policy",
  expectations: "expectation",
} as const;

/** Two revisions in words: connections with the rules responsible, things, and the policies' texts. The canvas shows
 * the same in its own way. */
export function Comparison({ found }: { found: ComparisonAnswer }) {
  const [all, setAll] = useState(false);
  useEffect(() => () => lookAway("compare"), []);
  const arrows = found.arrows
    .filter(({ turn }) => all || turn !== "unchanged")
    .sort((a, b) => ORDER.indexOf(a.turn) - ORDER.indexOf(b.turn));
  const still = found.arrows.filter(({ turn }) => turn === "unchanged").length;
  return (
    <div className="comparison">
      <header className="comparison__head">
        <h2>
          Revision {found.from} <span aria-hidden="true">→</span>
          <span className="visually-hidden">to</span> revision {found.to}
        </h2>
        <p>{found.summary}</p>
        <label className="comparison__all">
          <input checked={all} onChange={() => setAll(!all)} type="checkbox" /> Show the {still} unchanged
        </label>
        <Button icon="copy" onClick={() => void copy(found.markdown)} small>
          Copy as Markdown
        </Button>
        <IconButton icon="close" label="Leave the comparison" look="quiet" onClick={() => lookAway("compare")} small />
      </header>
      <div className="comparison__body">
        <Arrows arrows={arrows} />
        <div>
          {found.things.length > 0 && (
            <ul aria-label="What changed on the board" className="comparison__things">
              {found.things.map(({ id, fate, table, name, fields }) => (
                <li key={id}>
                  <span className={`comparison__fate comparison__fate--${fate}`}>{fate}</span> {TABLES[table]}{" "}
                  <strong>{name}</strong>
                  {fields.length > 0 && <span className="muted"> ({fields.join(", ").replaceAll("_", " ")})</span>}
                </li>
              ))}
            </ul>
          )}
          {found.policies.map(({ id, name, diff }) => (
            <Diff key={id} name={name} text={diff} />
          ))}
        </div>
      </div>
    </div>
  );
}

function Arrows({ arrows }: { arrows: ArrowTurn[] }) {
  if (arrows.length === 0) return <p className="muted">No connection was gained or lost.</p>;
  return (
    <table className="comparison__arrows">
      <thead>
        <tr>
          <th>Connection</th>
          <th>Before</th>
          <th>After</th>
          <th>Why</th>
        </tr>
      </thead>
      <tbody>
        {arrows.map((arrow) => (
          <tr data-turn={arrow.turn} key={arrow.connection}>
            <th scope="row">
              {arrow.source} to {arrow.destination}, {arrow.protocol} {arrow.port}
              <span className={`comparison__turn comparison__turn--${arrow.turn}`}>{TURNS[arrow.turn]}</span>
            </th>
            <td>{arrow.before}</td>
            <td>{arrow.after}</td>
            <td>
              {arrow.causes.map((cause) => (
                <div key={JSON.stringify(cause)}>{words(cause)}</div>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** "was stopped by prod/db-policy (line 4)", as the Markdown says it. */
function words({ then, policy, rule, line, side }: Cause): string {
  const verb = then ? "was" : "is";
  const at = line === null ? "" : ` (line ${line})`;
  return rule === null ? `${verb} stopped by ${policy}${at}, ${side}` : `${verb} let through by ${policy} ${rule}${at}`;
}

async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    addNotice("info", "The comparison is on the clipboard, as Markdown.");
  } catch {
    addNotice("error", "The browser does not let this page use the clipboard.");
  }
}
