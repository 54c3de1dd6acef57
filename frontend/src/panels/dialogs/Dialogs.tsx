import { lazy, Suspense, useState } from "react";
import { currentView } from "@/commands/command";
import { pasteText } from "@/commands/pasting";
import { boardStore } from "@/store/board";
import { openDialog } from "@/store/ui";
import { useBoard, useOffered, useReadOnly, useUi } from "@/store/use";
import { request } from "@/sync/rest";
import { say } from "@/texts/dialogs";
import type { Choices, ImportAnswer, ImportBody } from "@/wire/messages";
import { MakeLessonDialog } from "../author/MakeLessonDialog";
import { CommandPalette } from "./CommandPalette";
import { ConnectDialog } from "./ConnectDialog";
import { DropImport } from "./DropImport";
import { ExportDialog } from "./export/ExportDialog";
import { HelpDialog } from "./HelpDialog";
import { ImportDialog } from "./import/ImportDialog";
import { showArrived } from "./import/show-arrived";
import type { ManifestFile } from "./manifest-files";
import { Notices } from "./Notices";
import { ShareDialog } from "./share/ShareDialog";
import { usePaste } from "./use-paste";
import { WriteDialog } from "./write/WriteDialog";

// Few people print: its part of the code waits until somebody does.
const PrintView = lazy(() => import("../print/PrintView").then((module) => ({ default: module.PrintView })));

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
  const imports = useOffered("yaml") && !readOnly;
  const board = useBoard((state) => state.board?.id ?? null);
  usePaste(importText, dialog === null && imports);
  return (
    <>
      {dialog === null && imports && <DropImport onFiles={onFiles} />}
      {dialog?.name === "import" && (
        <ImportDialog
          board={board}
          files={dropped}
          onClose={close}
          onImport={importHere}
          text={dialog.text}
          title={say.importManifests}
        />
      )}
      {dialog?.name === "export" && <ExportDialog onClose={close} />}
      {dialog?.name === "share" && <ShareDialog onClose={close} />}
      {dialog?.name === "connect" && <ConnectDialog onClose={close} source={dialog.source} />}
      {dialog?.name === "write" && <WriteDialog connections={dialog.connections} onClose={close} />}
      {dialog?.name === "palette" && <CommandPalette onClose={close} />}
      {dialog?.name === "make-lesson" && <MakeLessonDialog onClose={close} />}
      {dialog?.name === "help" && <HelpDialog onClose={close} />}
      {dialog?.name === "print" && (
        <Suspense fallback={null}>
          <PrintView onClose={close} />
        </Suspense>
      )}
      <Notices />
    </>
  );
}

function importText(text: string): void {
  void pasteText(currentView(), text);
}

/** One edit; the live connection brings it, the answer says what came in. */
async function importHere(delivery: string, choices: Choices): Promise<string> {
  const { board, clientId } = boardStore.getState();
  const body: ImportBody = { delivery, choices, client_id: clientId, edit_id: crypto.randomUUID() };
  const answer = await request<ImportAnswer>("POST", `boards/${board?.id}/import/`, body);
  void showArrived(answer);
  return `${answer.sentence}.`;
}
