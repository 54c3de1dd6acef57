import { Icon } from "@/panels/parts/Icon";
import { say } from "@/texts/import";
import type { Fault } from "@/wire/messages";
import { FileChips } from "../FileChips";
import { chosenFiles, type ManifestFile } from "../manifest-files";
import { FaultList } from "./FaultList";

type ChooseStepProps = {
  files: ManifestFile[];
  text: string;
  faults: Fault[];
  onAdd: (files: ManifestFile[]) => void;
  onRemove: (path: string) => void;
  onText: (text: string) => void;
};

/** Files, a folder, an archive, or text. */
export function ChooseStep({ files, text, faults, onAdd, onRemove, onText }: ChooseStepProps) {
  const pick = (list: FileList | null) => onAdd(chosenFiles(list ?? []));
  return (
    <>
      <div className="import-dialog__drop">
        <Icon name="file" size={20} />
        <span className="import-dialog__pick">
          <label>
            <b>{say.chooseFiles}</b>
            <input
              accept=".yaml,.yml,.json,.zip"
              className="visually-hidden"
              multiple
              onChange={(event) => pick(event.target.files)}
              type="file"
            />
          </label>
          ,{" "}
          <label>
            <b>{say.aFolder}</b>
            <input
              className="visually-hidden"
              onChange={(event) => pick(event.target.files)}
              type="file"
              {...{ webkitdirectory: "" }}
            />
          </label>{" "}
          {say.orDropThemHere}
        </span>
        <span className="import-dialog__quiet">{say.yamlJsonOrZipHelmAnd}</span>
      </div>
      <FileChips files={files} onRemove={onRemove} />
      <textarea
        aria-label={say.manifestsAsText}
        className="field__input mono import-dialog__text"
        onChange={(event) => onText(event.target.value)}
        placeholder={say.orPasteManifestsHereForExample}
        spellCheck={false}
        value={text}
      />
      <FaultList faults={faults} files={files} />
    </>
  );
}
