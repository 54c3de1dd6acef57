import { IconButton } from "@/panels/parts/Button";
import { say } from "@/texts/dialogs";
import { type ManifestFile, sized } from "./manifest-files";

const SHOWN = 30;

/** The files to be read, each with a way to leave it out; of a large folder the first ones. */
export function FileChips({ files, onRemove }: { files: ManifestFile[]; onRemove: (path: string) => void }) {
  if (files.length === 0) return null;
  return (
    <ul className="import-dialog__files">
      {files.slice(0, SHOWN).map(({ path, file }) => (
        <li key={path}>
          <span className="mono ellipsis" title={path}>
            {path}
          </span>
          <span className="import-dialog__quiet">{sized(file.size)}</span>
          <IconButton icon="close" label={say.leaveOut(path)} look="quiet" onClick={() => onRemove(path)} small />
        </li>
      ))}
      {files.length > SHOWN && <li>{say.andMore(files.length - SHOWN)}</li>}
    </ul>
  );
}
