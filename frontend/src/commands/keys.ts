import type { Command } from "./command";

type Pressed = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">;

const MAC = typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.platform);

/** Whether a key press is the shortcut, such as "Mod+Shift+0", "Delete" or "?". */
export function matches(shortcut: string, event: Pressed): boolean {
  const parts = shortcut.split("+");
  const key = parts.pop() || "+";
  // "?" and "+" need Shift on some keyboards and none on others: for signs the sign alone counts.
  const sign = key.length === 1 && !/[a-z0-9]/i.test(key);
  if ((event.ctrlKey || event.metaKey) !== parts.includes("Mod")) return false;
  if (event.altKey !== parts.includes("Alt")) return false;
  if (!sign && event.shiftKey !== parts.includes("Shift")) return false;
  return event.key.toLowerCase() === key.toLowerCase() || event.code === `Digit${key}` || event.code === `Key${key}`;
}

/** The command that a key press asks for, if any. */
export function commandFor(commands: readonly Command[], event: Pressed): Command | undefined {
  return commands.find((command) => command.shortcuts?.some((shortcut) => matches(shortcut, event)));
}

/** The shortcut as people read it: "⌘I" on a Mac, "Ctrl I" elsewhere. */
export function spelled(shortcut: string): string {
  const [mod, shift, alt, gap] = MAC ? ["⌘", "⇧", "⌥", ""] : ["Ctrl", "Shift", "Alt", " "];
  const parts = shortcut.split("+");
  const key = parts.pop() || "+";
  const words: Record<string, string | undefined> = { Mod: mod, Shift: shift, Alt: alt, arrows: "arrow keys" };
  return [...parts.filter(Boolean), key].map((part) => words[part] ?? part).join(gap);
}

/** Whether the caret is in a text field: no key is taken there. */
export function typing(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName)) &&
    // A box to tick takes no letters; with the focus on it, Esc still leaves.
    !(target instanceof HTMLInputElement && ["checkbox", "radio"].includes(target.type))
  );
}
