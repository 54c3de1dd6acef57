import { type DragEvent, useState } from "react";
import { Button } from "@/panels/parts/Button";
import { Dialog } from "@/panels/parts/Dialog";
import { Icon } from "@/panels/parts/Icon";
import { Prose } from "@/panels/parts/Prose";
import { RequestError } from "@/sync/rest";
import { RefusedError } from "@/sync/session";
import type { Fault } from "@/wire/messages";
import { FileChips } from "./FileChips";
import { joinManifests, type ManifestFile, readManifestFiles } from "./manifest-files";
import "./import-dialog.css";

type ImportDialogProps = {
  title: string;
  onClose: () => void;
  /** Takes the manifests and resolves to a sentence that says what came in. Rejects with every fault. */
  onImport: (manifests: string, files: ManifestFile[]) => Promise<string>;
  files?: ManifestFile[];
  text?: string;
};

type Located = { place: string; message: string };

const PASTED = "pasted text";

/** Manifests as text or files. What has no meaning is refused as a whole, with every place at once. */
export function ImportDialog({ title, onClose, onImport, files: given = [], text: pasted = "" }: ImportDialogProps) {
  const [files, setFiles] = useState(given);
  const [text, setText] = useState(pasted);
  const [faults, setFaults] = useState<Located[]>([]);
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<string | null>(null);
  const all = text.trim() ? [...files, { name: PASTED, text }] : files;

  const addFiles = async (chosen: Iterable<File>) => {
    const read = await readManifestFiles(chosen);
    const message = "Only .yaml, .yml and .json files can be read.";
    setFaults(read.length ? [] : [{ place: "", message }]);
    setFiles((known) => [...known.filter(({ name }) => !read.some((each) => each.name === name)), ...read]);
  };
  const submit = async () => {
    setBusy(true);
    const { text: joined, locate } = joinManifests(all);
    try {
      setDone(await onImport(joined, files));
    } catch (error) {
      if (!(error instanceof RefusedError || error instanceof RequestError)) throw error;
      setFaults(error.faults.map((fault) => locatedFault(fault, locate)));
    } finally {
      setBusy(false);
    }
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    void addFiles(event.dataTransfer.files);
  };

  if (done !== null) return <Imported onClose={onClose} sentence={done} title={title} />;
  return (
    <Dialog
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button disabled={all.length === 0 || busy} look="primary" onClick={() => void submit()}>
            {busy ? "Importing…" : "Import"}
          </Button>
        </>
      }
      onClose={onClose}
      onDrop={onDrop}
      title={title}
    >
      <label className="import-dialog__drop">
        <Icon name="file" size={20} />
        <span>
          <b>Choose files</b> or drop them here
        </span>
        <span className="import-dialog__quiet">YAML or JSON; namespaces, pods, workloads, NetworkPolicies</span>
        <input
          accept=".yaml,.yml,.json"
          className="visually-hidden"
          multiple
          onChange={(event) => void addFiles(event.target.files ?? [])}
          type="file"
        />
      </label>
      <FileChips files={files} onRemove={(name) => setFiles(files.filter((file) => file.name !== name))} />
      <textarea
        aria-label="Manifests as text"
        className="field__input mono import-dialog__text"
        onChange={(event) => setText(event.target.value)}
        placeholder={
          "Or paste manifests here, for example the output of\nkubectl get namespaces,pods,networkpolicies --all-namespaces -o yaml"
        }
        spellCheck={false}
        value={text}
      />
      <Faults faults={faults} />
    </Dialog>
  );
}

function locatedFault(fault: Fault, locate: ReturnType<typeof joinManifests>["locate"]): Located {
  const { file, line } = locate(fault.line);
  if (line === null) return { place: "", message: fault.message };
  const place = `${file}, line ${line}${fault.column ? `, column ${fault.column}` : ""}`;
  return { place, message: fault.message };
}

function Faults({ faults }: { faults: Located[] }) {
  if (faults.length === 0) return null;
  return (
    <div className="import-dialog__faults" role="alert">
      <p>
        <b>Nothing was imported.</b> {faults.length > 1 ? `${faults.length} things are wrong:` : "One thing is wrong:"}
      </p>
      <ul>
        {faults.map(({ place, message }) => (
          <li key={`${place} ${message}`}>
            {place && <span className="mono">{place}</span>}
            <span>
              <Prose text={message} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Imported({ title, sentence, onClose }: { title: string; sentence: string; onClose: () => void }) {
  return (
    <Dialog
      footer={
        <Button look="primary" onClick={onClose}>
          Done
        </Button>
      }
      onClose={onClose}
      title={title}
    >
      <p className="import-dialog__done" role="status">
        <Icon name="check" size={18} />
        {sentence}
      </p>
    </Dialog>
  );
}
