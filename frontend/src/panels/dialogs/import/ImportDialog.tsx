import { Button } from "@/panels/parts/Button";
import { Dialog } from "@/panels/parts/Dialog";
import { Icon } from "@/panels/parts/Icon";
import { say } from "@/texts/import";
import { droppedFiles, type ManifestFile, merged } from "../manifest-files";
import { ChooseStep } from "./ChooseStep";
import { PreviewStep } from "./PreviewStep";
import { changesIn, countOf } from "./preview-rows";
import { type BringIn, useImport } from "./use-import";
import { WorkingStep } from "./WorkingStep";
import "./import-dialog.css";

type ImportDialogProps = {
  title: string;
  /** The id of the board that they are for; null for a new one. */
  board: string | null;
  onClose: () => void;
  onImport: BringIn;
  files?: ManifestFile[];
  text?: string;
};

/** Manifests in three steps: choose them, see what they would do, done. Nothing is imported before the last word. */
export function ImportDialog({ title, board, onClose, onImport, files = [], text = "" }: ImportDialogProps) {
  const it = useImport(board, onImport, files, text);
  const { step } = it;
  const add = (added: ManifestFile[]) => it.setFiles((known) => merged(known, added));
  const changes = step.name === "preview" ? changesIn(step.now) : 0;
  const refused = step.name === "preview" && step.now.faults.length > 0 && !step.choices.without_faulty;
  return (
    <Dialog
      footer={
        <>
          {step.name !== "done" && (
            <Button onClick={step.name === "choose" ? onClose : () => void it.cancel()}>
              {step.name === "preview" ? say.back : say.cancel}
            </Button>
          )}
          {step.name === "choose" && (
            <Button disabled={it.all.length === 0} look="primary" onClick={() => void it.look()}>
              {say.preview}
            </Button>
          )}
          {step.name === "preview" && (
            <Button disabled={changes === 0 || refused} look="primary" onClick={() => void it.place()}>
              {changes > 0 && !refused ? say.import(countOf(changes, "change")) : say.import2}
            </Button>
          )}
          {step.name === "done" && (
            <Button look="primary" onClick={onClose}>
              {say.done}
            </Button>
          )}
        </>
      }
      onClose={onClose}
      onDrop={(event) => {
        event.preventDefault();
        if (step.name === "choose") void droppedFiles(event.dataTransfer).then(add);
      }}
      title={title}
    >
      <Steps now={step.name} />
      {step.name === "choose" && (
        <ChooseStep
          faults={step.faults}
          files={it.files}
          onAdd={add}
          onRemove={(path) => it.setFiles(it.files.filter((file) => file.path !== path))}
          onText={it.setText}
          text={it.text}
        />
      )}
      {step.name === "working" && <WorkingStep progress={step.progress} />}
      {step.name === "preview" && <PreviewStep files={it.all} onChoose={(next) => void it.choose(next)} step={step} />}
      {step.name === "done" && (
        <p className="import-dialog__done" role="status">
          <Icon name="check" size={18} />
          {step.sentence}
        </p>
      )}
    </Dialog>
  );
}

const STEPS = [
  ["choose", "Choose"],
  ["preview", "Preview"],
  ["done", "Done"],
] as const;

function Steps({ now }: { now: string }) {
  return (
    <ol aria-label={say.steps} className="import-steps">
      {STEPS.map(([name, label]) => {
        const current = name === now || (now === "working" && name === "preview");
        return (
          <li aria-current={current ? "step" : undefined} key={name}>
            {label}
          </li>
        );
      })}
    </ol>
  );
}
