import { IconButton } from "@/panels/parts/Button";
import type { ManifestFile } from "./manifest-files";

/** The files to be read, each with a way to leave it out. */
export function FileChips({ files, onRemove }: { files: ManifestFile[]; onRemove: (name: string) => void }) {
  if (files.length === 0) return null;
  return (
    <ul className="import-dialog__files">
      {files.map(({ name, text }) => (
        <li key={name}>
          <span className="mono ellipsis" title={name}>
            {name}
          </span>
          <span className="import-dialog__quiet">{text.split("\n").length} lines</span>
          <IconButton icon="close" label={`Leave out ${name}`} look="quiet" onClick={() => onRemove(name)} small />
        </li>
      ))}
    </ul>
  );
}
