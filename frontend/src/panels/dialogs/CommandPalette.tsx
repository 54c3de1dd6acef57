import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import { currentView, run } from "@/commands/command";
import { spelled } from "@/commands/keys";
import { COMMANDS } from "@/commands/list";
import { Icon } from "@/panels/parts/Icon";
import { camera } from "@/store/camera";
import { openPolicy, select } from "@/store/ui";
import { say } from "@/texts/dialogs";
import { type PaletteItem, paletteItems, searched } from "./palette-items";
import "./command-palette.css";

const SHOWN = 60;

/** Runs a command or finds a thing on the board, by typing. The list is a combobox as the ARIA practices ask for. */
export function CommandPalette({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState("");
  const [index, setIndex] = useState(0);
  const list = useId();
  const items = useMemo(() => paletteItems(COMMANDS, currentView()), []);
  const found = useMemo(() => searched(items, typed).slice(0, SHOWN), [items, typed]);
  const current = Math.min(index, found.length - 1);

  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  useEffect(() => {
    document.getElementById(`${list}-${current}`)?.scrollIntoView({ block: "nearest" });
  }, [list, current]);

  const choose = (item: PaletteItem | undefined) => {
    if (!item) return;
    onClose();
    go(item);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Enter") choose(found[current]);
    else if (step) setIndex((current + step + found.length) % Math.max(1, found.length));
    else return;
    event.preventDefault();
  };

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard closes a modal dialog with Esc
    <dialog
      aria-label={say.searchOrRunACommand}
      className="palette-dialog"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === dialog.current && onClose()}
      ref={dialog}
    >
      <div className="palette-dialog__field">
        <Icon name="search" />
        <input
          aria-activedescendant={found.length ? `${list}-${current}` : undefined}
          aria-controls={list}
          aria-expanded="true"
          aria-label={say.searchOrRunACommand}
          onChange={(event) => {
            setTyped(event.target.value);
            setIndex(0);
          }}
          onKeyDown={onKeyDown}
          placeholder={say.aCommandOrTheNameOf}
          role="combobox"
          spellCheck={false}
          value={typed}
        />
      </div>
      {found.length === 0 && <p className="palette-dialog__none">{say.nothingIsCalledThat}</p>}
      <div aria-label={say.found} className="palette-dialog__list" id={list} role="listbox">
        {found.map((item, position) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard chooses in the field above
          <div
            aria-selected={position === current}
            className="palette-dialog__item"
            id={`${list}-${position}`}
            key={item.key}
            onClick={() => choose(item)}
            onPointerMove={() => setIndex(position)}
            role="option"
            tabIndex={-1}
          >
            <span className="ellipsis">{item.label}</span>
            <End item={item} />
          </div>
        ))}
      </div>
    </dialog>
  );
}

function End({ item }: { item: PaletteItem }) {
  if (item.kind !== "command") return <span className="palette-dialog__kind">{item.kind}</span>;
  const [shortcut] = item.command.shortcuts ?? [];
  return shortcut ? <kbd>{spelled(shortcut)}</kbd> : null;
}

function go(item: PaletteItem) {
  if (item.kind === "command") return run(item.command);
  select([item.ref]);
  if (item.kind === "policy") openPolicy(item.ref.id);
  camera()?.flyTo(item.ref.id);
}
