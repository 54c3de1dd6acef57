import { run } from "@/commands/command";
import { spelled } from "@/commands/keys";
import { commandNamed } from "@/commands/list";
import { Button, IconButton } from "@/panels/parts/Button";
import { EditableText } from "@/panels/parts/EditableText";
import { Icon } from "@/panels/parts/Icon";
import { Logo } from "@/panels/parts/Logo";
import { ThemeSwitch } from "@/panels/parts/ThemeSwitch";
import { messageOf } from "@/panels/parts/use-submit";
import { openDialog } from "@/store/ui";
import { useBoard, useOffered, useReadOnly } from "@/store/use";
import { RefusedError, send } from "@/sync/session";
import { say } from "@/texts/top-bar";
import { PeopleList } from "./PeopleList";
import { SavedChip } from "./SavedChip";
import { UndoButtons } from "./UndoButtons";
import "./top-bar.css";

export function TopBar() {
  const name = useBoard((state) => state.board?.name);
  const readOnly = useReadOnly();
  const imports = useOffered("yaml");
  const owner = useBoard((state) => state.role === "owner");
  const present = commandNamed("present");
  return (
    <header className="top-bar">
      <a className="top-bar__logo" href="/" title={say.allBoards}>
        <Logo />
        <span className="visually-hidden">{say.netpolStudioAllBoards}</span>
      </a>
      {name === undefined ? (
        <span className="top-bar__name">{say.opening}</span>
      ) : (
        <h1 className="top-bar__heading">
          <EditableText
            className="top-bar__name"
            fixed={readOnly}
            label={say.boardName}
            onCommit={rename}
            value={name}
          />
        </h1>
      )}
      <SavedChip />
      {readOnly && name !== undefined && <ViewOnly />}
      <UndoButtons />
      <div className="top-bar__space" />
      <button className="top-bar__find" onClick={() => openDialog({ name: "palette" })} type="button">
        <Icon name="search" size={14} />
        <span className="ellipsis">{say.searchOrRunACommand}</span>
        <kbd>{spelled("Mod+K")}</kbd>
      </button>
      <PeopleList />
      <ThemeSwitch />
      <IconButton icon="present" label={present.label} look="quiet" onClick={() => run(present)} />
      {owner && (
        <Button icon="people" onClick={() => openDialog({ name: "share" })}>
          <span className="top-bar__word">{say.share}</span>
        </Button>
      )}
      {!readOnly && imports && (
        <Button icon="upload" onClick={() => openDialog({ name: "import" })}>
          <span className="top-bar__word">{say.import}</span>
        </Button>
      )}
      <Button className="top-bar__export" icon="download" look="primary" onClick={() => openDialog({ name: "export" })}>
        {say.exportYaml}
      </Button>
    </header>
  );
}

function ViewOnly() {
  return (
    <span className="top-bar__view-only" title={say.youSeeEveryChangeAsIt}>
      <Icon name="lock" size={13} />
      {say.viewOnly}
    </span>
  );
}

async function rename(name: string): Promise<string | null> {
  try {
    await send("rename_board", { name });
    return null;
  } catch (error) {
    if (error instanceof RefusedError) return messageOf(error.faults);
    throw error;
  }
}
