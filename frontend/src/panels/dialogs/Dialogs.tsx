import { useState } from "react";
import { boardStore } from "@/store/board";
import { openDialog } from "@/store/ui";
import { useReadOnly, useUi } from "@/store/use";
import { send } from "@/sync/session";
import { CommandPalette } from "./CommandPalette";
import { ConnectDialog } from "./ConnectDialog";
import { DropImport } from "./DropImport";
import { ExportDialog } from "./export/ExportDialog";
import { HelpDialog } from "./HelpDialog";
import { ImportDialog } from "./ImportDialog";
import type { ManifestFile } from "./manifest-files";
import { Notices } from "./Notices";
import { ShareDialog } from "./share/ShareDialog";
import { usePaste } from "./use-paste";

/** The dialogs of the editor, the notices, and the page as a place to drop manifests on. */
export function Dialogs() {
  const dialog = useUi((state) => state.dialog);
  const [dropped, setDropped] = useState<ManifestFile[]>([]);
  const close = () => {
    openDialog(null);
    setDropped([]);
  };
  const onFiles = (files: ManifestFile[]) => {
    setDropped(files);
    openDialog({ name: "import" });
  };
  const readOnly = useReadOnly();
  usePaste(importText, dialog === null && !readOnly);
  return (
    <>
      {dialog === null && !readOnly && <DropImport onFiles={onFiles} />}
      {dialog?.name === "import" && (
        <ImportDialog
          files={dropped}
          onClose={close}
          onImport={importHere}
          text={dialog.text}
          title="Import manifests"
        />
      )}
      {dialog?.name === "export" && <ExportDialog onClose={close} />}
      {dialog?.name === "share" && <ShareDialog onClose={close} />}
      {dialog?.name === "connect" && <ConnectDialog onClose={close} source={dialog.source} />}
      {dialog?.name === "palette" && <CommandPalette onClose={close} />}
      {dialog?.name === "help" && <HelpDialog onClose={close} />}
      <Notices />
    </>
  );
}

function importText(text: string): void {
  openDialog({ name: "import", text });
}

/** One edit; the sentence that history tells of it says what came in. */
async function importHere(manifests: string): Promise<string> {
  await send("import_manifests", { manifests });
  const { history, clientId } = boardStore.getState();
  const told = history.findLast((each) => each.command === "import_manifests" && each.clientId === clientId);
  return told?.sentence ?? "Imported.";
}
