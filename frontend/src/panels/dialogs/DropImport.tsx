import { useEffect, useState } from "react";
import { Icon } from "@/panels/parts/Icon";
import { say } from "@/texts/dialogs";
import { droppedFiles, type ManifestFile } from "./manifest-files";
import "./drop-import.css";

/** Takes manifests dropped anywhere on the page. What is dragged from the palette is no file and passes by. */
export function DropImport({ onFiles }: { onFiles: (files: ManifestFile[]) => void }) {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
    const drag = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(false);
      void droppedFiles(event.dataTransfer).then(onFiles);
    };
    window.addEventListener("dragover", drag);
    window.addEventListener("dragleave", leave);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragover", drag);
      window.removeEventListener("dragleave", leave);
      window.removeEventListener("drop", drop);
    };
  }, [onFiles]);
  if (!over) return null;
  return (
    <div className="drop-import">
      <p>
        <Icon name="upload" size={20} />
        {say.dropManifestsFoldersOrAZip}
      </p>
    </div>
  );
}
