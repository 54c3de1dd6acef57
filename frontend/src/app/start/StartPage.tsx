import { useEffect, useState } from "react";
import { DropImport } from "@/panels/dialogs/DropImport";
import { ImportDialog } from "@/panels/dialogs/import/ImportDialog";
import { type ManifestFile, PASTED } from "@/panels/dialogs/manifest-files";
import { Notices } from "@/panels/dialogs/Notices";
import { usePaste } from "@/panels/dialogs/use-paste";
import { Button } from "@/panels/parts/Button";
import { Logo } from "@/panels/parts/Logo";
import { ThemeSwitch } from "@/panels/parts/ThemeSwitch";
import { say } from "@/texts/start";
import type { Choices } from "@/wire/messages";
import { Account } from "./Account";
import { createBoard, goTo, startBoard } from "./boards";
import { Examples } from "./Examples";
import { InWorkshops } from "./InWorkshops";
import { Learn } from "./Learn";
import { YourBoards } from "./YourBoards";
import { YourLessons } from "./YourLessons";
import "./start-page.css";

/** Where a person begins: a new board, an example, manifests, or a board of before. */
export function StartPage() {
  const [importing, setImporting] = useState<ManifestFile[] | null>(null);
  const [pasted, setPasted] = useState("");
  const onPaste = (text: string) => {
    setPasted(text);
    setImporting([]);
  };
  const close = () => {
    setPasted("");
    setImporting(null);
  };
  usePaste(onPaste, importing === null);
  useEffect(() => {
    document.title = "Netpol Studio";
  }, []);
  return (
    <div className="start">
      <header className="start__top">
        <Logo />
        <b>{say.netpolStudio}</b>
        <span className="start__space" />
        <ThemeSwitch />
        <a className="button button--plain start__join" href="/j/">
          {say.joinAWorkshop}
        </a>
        <Account />
      </header>
      <main className="start__main">
        <div className="start__head">
          <div>
            <h1>{say.drawWhoMayTalkToWhom}</h1>
            <p>{say.arrowsShowWhatYourKubernetesPolicies}</p>
          </div>
          <span className="start__space" />
          <Button icon="upload" onClick={() => setImporting([])}>
            {say.importManifests}
          </Button>
          <Button icon="plus" look="primary" onClick={() => void startBoard({})}>
            {say.newBoard}
          </Button>
        </div>
        <InWorkshops />
        <YourBoards />
        <Learn />
        <YourLessons />
        <Examples />
      </main>
      {importing === null && <DropImport onFiles={setImporting} />}
      {importing && (
        <ImportDialog
          board={null}
          files={importing}
          onClose={close}
          onImport={importIntoNew}
          text={pasted}
          title={say.importManifestsIntoANewBoard}
        />
      )}
      <Notices />
    </div>
  );
}

/** A single file gives the new board its name. */
async function importIntoNew(delivery: string, choices: Choices, files: readonly ManifestFile[]): Promise<string> {
  const [only, more] = files;
  const name = only && !more && only.path !== PASTED ? only.path.replace(/^.*\/|\.\w+$/g, "") : undefined;
  goTo(await createBoard({ delivery, choices, name }));
  return say.importedOpeningTheBoard;
}
