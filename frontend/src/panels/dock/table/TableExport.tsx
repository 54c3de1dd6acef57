import { useRef } from "react";
import { copyText } from "@/panels/parts/copy-text";
import { Icon } from "@/panels/parts/Icon";
import { addNotice, boardStore } from "@/store/board";
import { asCsv, asMarkdown } from "./as-text";
import type { TableModel } from "./use-table-model";

/** Takes away what is shown, just as it is filtered, ordered and folded. */
export function TableExport({ model }: { model: TableModel }) {
  const box = useRef<HTMLDetailsElement>(null);
  const shut = () => {
    if (box.current) box.current.open = false;
    box.current?.querySelector("summary")?.focus();
  };
  const copy = async () => {
    shut();
    if (await copyText(asMarkdown(model))) addNotice("info", "Copied the table as Markdown.");
  };
  const entries: [string, () => void][] = [
    ["Copy as Markdown", () => void copy()],
    ["Download as CSV", () => save("csv", "text/csv", asCsv(model))],
    ["Download as Markdown", () => save("md", "text/markdown", asMarkdown(model))],
  ];
  return (
    <details
      className="table-export"
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && box.current?.removeAttribute("open")}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !box.current?.open) return;
        event.stopPropagation();
        shut();
      }}
      ref={box}
    >
      <summary
        aria-label="Take away what is shown"
        className="button button--quiet button--small"
        title="Take away what is shown"
      >
        <Icon name="download" size={14} />
        <span className="table-export__word">Take away</span>
      </summary>
      <ul className="table-export__list">
        {entries.map(([words, run]) => (
          <li key={words}>
            <button
              onClick={() => {
                shut();
                run();
              }}
              type="button"
            >
              {words}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

function save(ending: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  const name = boardStore.getState().board?.name ?? "board";
  link.download = `${
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "") || "board"
  }-reachability.${ending}`;
  link.href = address;
  link.click();
  URL.revokeObjectURL(address);
}
