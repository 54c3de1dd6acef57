import { useState } from "react";
import { Segmented } from "@/panels/parts/Segmented";
import type { Choices, Fault, ImportPreview } from "@/wire/messages";
import type { ManifestFile } from "../manifest-files";
import { ChoiceList } from "./ChoiceList";
import { FaultList } from "./FaultList";
import { changesIn, countOf, rowsOf, TABS, type Tab } from "./preview-rows";
import { RowList } from "./RowList";

type PreviewStepProps = {
  step: { first: ImportPreview; now: ImportPreview; choices: Choices; faults: Fault[] };
  files: readonly ManifestFile[];
  onChoose: (choices: Choices) => void;
};

const LABELS: Record<Tab, string> = {
  new: "New",
  changed: "Changed",
  removed: "Removed",
  ignored: "Left out",
  warnings: "Warnings",
};

/** What the import would do, thing by thing, and what a person may choose about it. */
export function PreviewStep({ step: { first, now, choices, faults }, files, onChoose }: PreviewStepProps) {
  const counts = TABS.map((tab) => [tab, rowsOf(now, tab)] as const);
  const [asked, setAsked] = useState<Tab | null>(null);
  const tab = asked ?? counts.find(([, rows]) => rows.length > 0)?.[0] ?? "new";
  const rows = counts.find(([name]) => name === tab)?.[1] ?? [];
  const broken = now.faults.length;
  const sound = changesIn(first) > 0;
  return (
    <>
      {!choices.without_faulty && <FaultList faults={now.faults} files={files} />}
      <FaultList faults={faults} files={files} />
      {broken > 0 && sound && (
        <label className="import-choice import-choice--alone">
          <input
            checked={choices.without_faulty ?? false}
            onChange={(event) => onChoose({ ...choices, without_faulty: event.target.checked })}
            type="checkbox"
          />
          Leave out what is wrong and import the rest
        </label>
      )}
      <p className="import-summary" role="status">
        {summary(now)}
      </p>
      <div className="import-preview">
        <ChoiceList choices={choices} first={first} onChoose={onChoose} />
        <div className="import-preview__rows">
          <Segmented
            legend="What to show"
            name="preview-tab"
            onChange={setAsked}
            options={counts.map(([name, held]) => ({
              value: name,
              label: `${LABELS[name]} ${held.length.toLocaleString("en")}`,
            }))}
            value={tab}
          />
          {rows.length > 0 ? (
            <RowList key={tab} label={LABELS[tab]} rows={rows} />
          ) : (
            <p className="import-preview__none">Nothing here.</p>
          )}
        </div>
      </div>
    </>
  );
}

function summary(now: ImportPreview): string {
  if (changesIn(now) === 0) return "The board would stay as it is.";
  const parts = [
    [now.new.length, "new"],
    [now.changed.length, "changed"],
    [now.removed.length, "removed"],
    [now.unchanged, "as they are"],
  ] as const;
  const told = parts.filter(([count]) => count > 0).map(([count, word]) => `${count.toLocaleString("en")} ${word}`);
  return `${told.join(", ")}; one step to undo. ${now.warnings.length ? countOf(now.warnings.length, "warning") : ""}`;
}
