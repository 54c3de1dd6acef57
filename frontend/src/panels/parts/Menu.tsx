import { type KeyboardEvent, type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import { Icon, type IconName } from "./Icon";
import "./menu.css";

export interface MenuEntry {
  label: string;
  icon?: IconName;
  /** What it means, in a few words below the label. */
  hint?: string;
  danger?: boolean;
  disabled?: boolean;
  /** Does it; or `href`, where it leads. */
  run?: () => void;
  href?: string;
  download?: boolean;
}

interface MenuProps {
  /** What the button is called, also when it shows an icon alone. */
  label: string;
  children: ReactNode;
  entries: readonly MenuEntry[];
  className?: string;
  /** To which side of its button the list grows. */
  towards?: "left" | "right";
}

const STEPS: Record<string, (at: number, count: number) => number> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at + count - 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** A button that opens a list of things to do. The browser's own popover lies above everything, and Esc closes it. */
export function Menu({ label, children, entries, className, towards = "left" }: MenuProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const element = list.current;
    if (!element) return;
    const toggled = (event: Event) => setOpen((event as ToggleEvent).newState === "open");
    element.addEventListener("toggle", toggled);
    return () => element.removeEventListener("toggle", toggled);
  }, []);
  useLayoutEffect(() => {
    if (!open || !button.current || !list.current) return;
    place(list.current, button.current.getBoundingClientRect(), towards);
    list.current.querySelector<HTMLElement>("[role=menuitem]:not(:disabled)")?.focus();
  }, [open, towards]);
  const close = () => {
    list.current?.hidePopover();
    button.current?.focus();
  };
  return (
    <>
      <button
        aria-expanded={open}
        aria-haspopup="menu"
        aria-label={label}
        className={className ?? "button button--plain"}
        popoverTarget={id}
        ref={button}
        title={label}
        type="button"
      >
        {children}
      </button>
      <div aria-label={label} className="menu" id={id} onKeyDown={onKey} popover="auto" ref={list} role="menu">
        {open &&
          entries.map(({ label: words, icon, hint, danger, disabled, run, href, download }) => {
            const classes = danger ? "menu__entry menu__entry--danger" : "menu__entry";
            const inner = (
              <>
                {icon ? <Icon name={icon} /> : <span className="menu__gap" />}
                <span>
                  {words}
                  {hint && <span className="menu__hint">{hint}</span>}
                </span>
              </>
            );
            return href ? (
              <a className={classes} download={download} href={href} key={words} onClick={close} role="menuitem">
                {inner}
              </a>
            ) : (
              <button
                className={classes}
                disabled={disabled}
                key={words}
                onClick={() => {
                  close();
                  run?.();
                }}
                role="menuitem"
                type="button"
              >
                {inner}
              </button>
            );
          })}
      </div>
    </>
  );
}

function onKey(event: KeyboardEvent<HTMLDivElement>) {
  const step = STEPS[event.key];
  if (!step) return;
  event.preventDefault();
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>("[role=menuitem]:not(:disabled)")];
  items[step(items.indexOf(document.activeElement as HTMLElement), items.length)]?.focus();
}

/** Below its button, or above when there is no room. */
function place(list: HTMLElement, from: DOMRect, towards: "left" | "right") {
  const { width, height } = list.getBoundingClientRect();
  const left = towards === "left" ? from.right - width : from.left;
  const below = from.bottom + 4;
  list.style.left = `${Math.max(8, Math.min(left, innerWidth - width - 8))}px`;
  list.style.top = `${below + height > innerHeight - 8 ? Math.max(8, from.top - height - 4) : below}px`;
}
