import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from "react";
import { createPortal } from "react-dom";
import { type Command, currentView, doable, isOffered, run, type View } from "@/commands/command";
import { spelled } from "@/commands/keys";
import { commandNamed } from "@/commands/list";
import type { Table } from "@/model/records";
import { closeMenu, type Menu, menuStore, useMenu } from "@/store/menu";
import { CanvasIcon, isIcon } from "./CanvasIcon";
import "./context-menu.css";

const CARD = [
  "details",
  "connect",
  "add-connected-pod",
  "rename",
  "add-policy",
  "copy",
  "cut",
  "duplicate",
  "layout",
  "fit-selection",
  "delete",
];
const DROPPED = ["add-connected-pod", "connect"];
const EDGES = ["left", "centre", "right", "top", "middle", "bottom"].map((edge) => `align-${edge}`);
const SEVERAL = [
  ...EDGES,
  "distribute-across",
  "distribute-down",
  "copy",
  "cut",
  "duplicate",
  "layout",
  "fit-selection",
  "delete",
];
const ENTRIES: Record<Table | "canvas" | "pair", string[]> = {
  canvas: [
    ...["add-pod", "add-namespace", "add-host", "add-internet", "add-dns", "add-policy", "paste"],
    ...["select-all", "layout", "fold-all", "unfold-all", "fit"],
    ...["import", "export", "copy-png", "copy-svg", "print", "present"],
  ],
  pods: CARD.filter((name) => name !== "layout"),
  hosts: CARD.filter((name) => !["add-policy", "layout"].includes(name)),
  namespaces: [
    "details",
    "add-pod",
    "add-policy",
    "rename",
    "fold",
    "layout",
    "copy",
    "cut",
    "duplicate",
    "fit-selection",
    "delete",
  ],
  connections: ["details", "allow", "block", "write-policies", "fit-selection", "delete"],
  pair: ["details", "watch", "allow", "block"],
  policies: ["details", "show-yaml", "copy", "cut", "fit-selection", "delete"],
  expectations: [],
  board: [],
};

/** The commands that apply where the person clicked with the right button. */
export function ContextMenu() {
  const menu = useMenu();
  const list = useRef<HTMLDivElement>(null);
  const asker = useRef<Element | null>(null);
  useEffect(() => {
    if (!menu) return;
    const outside = (event: Event) => {
      if (!(event.target instanceof Node) || !list.current?.contains(event.target)) closeMenu();
    };
    window.addEventListener("pointerdown", outside, true);
    window.addEventListener("wheel", closeMenu, true);
    window.addEventListener("blur", closeMenu);
    return () => {
      window.removeEventListener("pointerdown", outside, true);
      window.removeEventListener("wheel", closeMenu, true);
      window.removeEventListener("blur", closeMenu);
    };
  }, [menu]);
  useLayoutEffect(() => {
    const element = list.current;
    if (!menu || !element) return;
    asker.current = document.activeElement;
    const { width, height } = element.getBoundingClientRect();
    element.style.left = `${Math.max(4, Math.min(menu.at.x, innerWidth - width - 4))}px`;
    element.style.top = `${Math.max(4, Math.min(menu.at.y, innerHeight - height - 4))}px`;
    element.querySelector<HTMLElement>("[role=menuitem]:not(:disabled)")?.focus();
  }, [menu]);
  if (!menu) return null;
  const view = currentView(menu.board);
  return createPortal(
    <div
      className="context-menu"
      onKeyDown={(event) => onKey(event, asker.current)}
      ref={list}
      role="menu"
      tabIndex={-1}
    >
      {(menu.dropped ? DROPPED : entriesFor(menu.on, view))
        .map(commandNamed)
        .filter(isOffered)
        .map((command) => (
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

/** On one of several selected things the menu is about all of them. */
function entriesFor(on: Menu["on"], { ui }: View): string[] {
  if (on === "pair") return ENTRIES.pair;
  const several = on !== null && ui.selection.length > 1 && ui.selection.some(({ table }) => table !== "connections");
  return several ? SEVERAL : ENTRIES[on?.table ?? "canvas"];
}

function Entry({ command, label, enabled }: { command: Command; label: string; enabled: boolean }) {
  const shortcut = command.shortcuts?.[0];
  return (
    <button
      className={`context-menu__entry ${command.name === "delete" ? "context-menu__entry--grave" : ""}`}
      disabled={!enabled}
      onClick={() => {
        const at = menuStore.getState().menu?.board ?? null;
        closeMenu();
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

/** Left by a key, the menu gives the focus back to where it was asked for. */
function onKey(event: KeyboardEvent<HTMLElement>, asker: Element | null): void {
  const entries = [...event.currentTarget.querySelectorAll<HTMLElement>("[role=menuitem]:not(:disabled)")];
  const position = entries.indexOf(document.activeElement as HTMLElement);
  if (event.key === "Escape" || event.key === "Tab") {
    closeMenu();
    if (asker instanceof HTMLElement) asker.focus();
  } else if (event.key === "ArrowDown") entries[(position + 1) % entries.length]?.focus();
  else if (event.key === "ArrowUp") entries.at(position - 1)?.focus();
  else return;
  event.preventDefault();
  event.stopPropagation();
}
