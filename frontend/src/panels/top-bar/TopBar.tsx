import { Button } from "@/panels/parts/Button";
import { EditableText } from "@/panels/parts/EditableText";
import { Icon } from "@/panels/parts/Icon";
import { Segmented } from "@/panels/parts/Segmented";
import { messageOf } from "@/panels/parts/use-submit";
import { openDialog, setTheme, type Theme } from "@/store/ui";
import { useBoard, useUi } from "@/store/use";
import { RefusedError, send } from "@/sync/session";
import { SavedChip } from "./SavedChip";
import "./top-bar.css";

const THEMES = [
  { value: "light", label: "Light theme", icon: "sun" },
  { value: "system", label: "Theme of the system", icon: "monitor" },
  { value: "dark", label: "Dark theme", icon: "moon" },
] as const;

export function TopBar() {
  const name = useBoard((state) => state.board?.name);
  return (
    <header className="top-bar">
      <a className="top-bar__logo" href="/" title="All boards">
        <i className="logo" />
        <span className="visually-hidden">Netpol Studio, all boards</span>
      </a>
      {name === undefined ? (
        <span className="top-bar__name">Opening…</span>
      ) : (
        <h1 className="top-bar__heading">
          <EditableText className="top-bar__name" label="Board name" onCommit={rename} value={name} />
        </h1>
      )}
      <SavedChip />
      <div className="top-bar__space" />
      <People />
      <ThemeSwitch />
      <Button icon="upload" onClick={() => openDialog({ name: "import" })}>
        Import
      </Button>
      <Button icon="download" look="primary" onClick={() => openDialog({ name: "export" })}>
        Export YAML
      </Button>
    </header>
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

function People() {
  const people = useBoard((state) => state.people);
  const live = useBoard((state) => state.link === "live");
  if (!live || people < 2) return null;
  return (
    <span className="top-bar__people" title={`${people} people have this board open`}>
      <Icon name="people" />
      {people}
      <span className="visually-hidden">people have this board open</span>
    </span>
  );
}

export function ThemeSwitch() {
  const theme = useUi((state) => state.theme);
  return <Segmented<Theme> legend="Theme" name="theme" onChange={setTheme} options={THEMES} value={theme} />;
}
