import { useState } from "react";
import { Button, IconButton } from "@/panels/parts/Button";
import { copyText } from "@/panels/parts/copy-text";
import { Diff } from "@/panels/parts/Diff";
import { Segmented } from "@/panels/parts/Segmented";
import { addNotice } from "@/store/board";
import { useComparison } from "@/store/comparison";
import type { ComparisonAnswer } from "@/wire/messages";
import { leaveComparison } from "./comparing";
import { PairTable } from "./PairTable";

const TABLES = {
  board: "board",
  namespaces: "namespace",
  pods: "pod",
  hosts: "outside address",
  connections: "connection",
  policies: "policy",
  expectations: "expectation",
} as const;

const VIEWS = [
  { value: "connections", label: "Connections" },
  { value: "things", label: "Things and texts" },
] as const;

/** What differs, in words: every pair of workloads with the rules responsible; things, and the policies' texts. */
export function Result({ found }: { found: ComparisonAnswer }) {
  const [view, setView] = useState<"connections" | "things">("connections");
  const asked = useComparison((state) => state.asked);
  return (
    <div className="comparison">
      <header className="comparison__head">
        <h2>
          {found.old.name} <span aria-hidden="true">→</span>
          <span className="visually-hidden">to</span> {found.new.name}
        </h2>
        <p title={found.summary}>{found.summary}</p>
        <Segmented legend="What of it" name="comparison-view" onChange={setView} options={VIEWS} value={view} />
        <Button
          icon="people"
          onClick={() => void copy(location.href, asked?.kind === "manifests" ? LINK_OF_FILES : LINK)}
          small
          title="Copy a link that opens this comparison"
        >
          Link
        </Button>
        <Button
          icon="copy"
          onClick={() => void copy(found.markdown, MARKDOWN)}
          small
          title="Copy as Markdown, for a pull request"
        >
          Markdown
        </Button>
        <IconButton icon="download" label="Download as Markdown" onClick={() => download(found)} small />
        <IconButton icon="close" label="Leave the comparison" look="quiet" onClick={leaveComparison} small />
      </header>
      {view === "connections" ? <Connections found={found} /> : <Things found={found} />}
    </div>
  );
}

function Connections({ found }: { found: ComparisonAnswer }) {
  if (found.pairs) return <PairTable pairs={found.pairs} />;
  return (
    <p className="dock__empty" role="alert">
      A policy cannot be read, so that nothing is certain about the connections. Mend it in the YAML tab first.
    </p>
  );
}

function Things({ found: { things, policies } }: { found: ComparisonAnswer }) {
  if (things.length === 0) return <p className="dock__empty">Nothing differs on the board.</p>;
  return (
    <div className="comparison__body">
      <ul aria-label="What changed on the board" className="comparison__things">
        {things.map(({ id, fate, table, name, fields }) => (
          <li key={id}>
            <span className={`comparison__fate comparison__fate--${fate}`}>{fate}</span> {TABLES[table]}{" "}
            <strong>{name}</strong>
            {fields.length > 0 && <span className="muted"> ({fields.join(", ").replaceAll("_", " ")})</span>}
          </li>
        ))}
      </ul>
      <div>
        {policies.map(({ id, name, diff }) => (
          <Diff key={id} name={name} text={diff} />
        ))}
      </div>
    </div>
  );
}

const LINK = "The link is on the clipboard. It opens this comparison for whoever may see what is compared.";
const LINK_OF_FILES =
  "The link is on the clipboard. It works for an hour: import the folder to a board of its own for a lasting one.";
const MARKDOWN = "The comparison is on the clipboard, as Markdown.";

async function copy(text: string, done: string): Promise<void> {
  const copied = await copyText(text).catch(() => false);
  if (copied) addNotice("info", done);
  else addNotice("error", "The browser does not let this page use the clipboard.");
}

function download({ markdown }: ComparisonAnswer): void {
  const address = URL.createObjectURL(new Blob([markdown], { type: "text/markdown" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = "comparison.md";
  link.click();
  URL.revokeObjectURL(address);
}
