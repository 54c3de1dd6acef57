import { useState } from "react";
import { Segmented } from "@/panels/parts/Segmented";
import { say } from "@/texts/import";
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
  ignored: say.leftOut,
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
          {say.leaveOutWhatIsWrongAnd}
        </label>
      )}
      <p className="import-summary" role="status">
        {summary(now)}
      </p>
      <div className="import-preview">
        <ChoiceList choices={choices} first={first} onChoose={onChoose} />
        <div className="import-preview__rows">
          <Segmented
            legend={say.whatToShow}
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
            <p className="import-preview__none">{say.nothingHere}</p>
          )}
        </div>
      </div>
    </>
  );
}

function summary(now: ImportPreview): string {
  if (changesIn(now) === 0) return say.theBoardWouldStayAsIt;
  const parts = [
    [now.new.length, "new"],
    [now.changed.length, "changed"],
    [now.removed.length, "removed"],
    [now.unchanged, say.asTheyAre],
  ] as const;
  const told = parts.filter(([count]) => count > 0).map(([count, word]) => `${count.toLocaleString("en")} ${word}`);
  return say.oneStepToUndo(told.join(", "), now.warnings.length ? countOf(now.warnings.length, "warning") : "");
}
