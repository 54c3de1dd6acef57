import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from "react";
import { createPortal } from "react-dom";
import { type Command, currentView, doable, run } from "@/commands/command";
import { spelled } from "@/commands/keys";
import { commandNamed } from "@/commands/list";
import type { Table } from "@/model/records";
import { canvasStore, useCanvas } from "../state";
import { CanvasIcon, isIcon } from "./CanvasIcon";
import "./context-menu.css";

const CARD = ["connect", "rename", "add-policy", "fit-selection", "delete"];
const ENTRIES: Record<Table | "canvas", string[]> = {
  canvas: ["add-pod", "add-namespace", "add-host", "add-policy", "select-all", "fit", "import", "export"],
  pods: CARD,
  hosts: CARD.filter((name) => name !== "add-policy"),
  namespaces: ["add-pod", "add-policy", "rename", "fit-selection", "delete"],
  connections: ["delete"],
  policies: [],
  expectations: [],
  board: [],
};

/** The commands that apply where the person clicked with the right button. */
export function ContextMenu() {
  const menu = useCanvas((state) => state.menu);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!menu) return;
    const outside = (event: Event) => {
      if (!(event.target instanceof Node) || !list.current?.contains(event.target)) close();
    };
    window.addEventListener("pointerdown", outside, true);
    window.addEventListener("wheel", close, true);
    window.addEventListener("blur", close);
    return () => {
      window.removeEventListener("pointerdown", outside, true);
      window.removeEventListener("wheel", close, true);
      window.removeEventListener("blur", close);
    };
  }, [menu]);
  useLayoutEffect(() => {
    const element = list.current;
    if (!menu || !element) return;
    const { width, height } = element.getBoundingClientRect();
    element.style.left = `${Math.max(4, Math.min(menu.at.x, innerWidth - width - 4))}px`;
    element.style.top = `${Math.max(4, Math.min(menu.at.y, innerHeight - height - 4))}px`;
    element.querySelector<HTMLElement>("[role=menuitem]:not(:disabled)")?.focus();
  }, [menu]);
  if (!menu) return null;
  const view = currentView(menu.board);
  return createPortal(
    <div className="context-menu" onKeyDown={onKey} ref={list} role="menu" tabIndex={-1}>
      {ENTRIES[menu.on?.table ?? "canvas"].map(commandNamed).map((command) => (
        <Entry
          command={command}
          enabled={doable(command, view)}
          key={command.name}
          label={command.labelFor?.(view) ?? command.label}
        />
      ))}
    </div>,
    document.body,
  );
}

function Entry({ command, label, enabled }: { command: Command; label: string; enabled: boolean }) {
  const shortcut = command.shortcuts?.[0];
  return (
    <button
      className={`context-menu__entry ${command.name === "delete" ? "context-menu__entry--grave" : ""}`}
      disabled={!enabled}
      onClick={() => {
        const at = canvasStore.getState().menu?.board ?? null;
        close();
        run(command, at);
      }}
      role="menuitem"
      type="button"
    >
      {isIcon(command.icon) && <CanvasIcon name={command.icon} />}
      <span>{label}</span>
      {shortcut && <kbd>{spelled(shortcut)}</kbd>}
    </button>
  );
}

function close(): void {
  if (canvasStore.getState().menu) canvasStore.setState({ menu: null });
}

function onKey(event: KeyboardEvent<HTMLElement>): void {
  const entries = [...event.currentTarget.querySelectorAll<HTMLElement>("[role=menuitem]:not(:disabled)")];
  const position = entries.indexOf(document.activeElement as HTMLElement);
  if (event.key === "Escape" || event.key === "Tab") close();
  else if (event.key === "ArrowDown") entries[(position + 1) % entries.length]?.focus();
  else if (event.key === "ArrowUp") entries.at(position - 1)?.focus();
  else return;
  event.preventDefault();
  event.stopPropagation();
}
