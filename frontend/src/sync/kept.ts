import type { Notice, PendingEdit } from "@/store/board";
import type { Unconfirmed } from "./texts";

/** What the server has not confirmed, and what it did not take, as the tab keeps it over a reload. */
export interface Kept {
  pending: PendingEdit[];
  texts: Record<string, Unconfirmed>;
  notices: Notice[];
}

const NOTHING: Kept = { pending: [], texts: {}, notices: [] };
const SOON_MS = 150;

/** Writes what is unconfirmed into the tab's own storage, a moment after it changed and when the page goes. */
export class Keeper {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly write = () => this.now();

  constructor(
    private readonly board: string,
    private readonly collect: () => Kept,
  ) {
    window.addEventListener("pagehide", this.write);
  }

  /** What was kept when the page was left; nothing when there is none, or it cannot be read. */
  read(): Kept {
    try {
      const kept = JSON.parse(sessionStorage.getItem(this.key) ?? "null") as Kept | null;
      return kept ? { ...NOTHING, ...kept } : NOTHING;
    } catch {
      return NOTHING;
    }
  }

  soon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(this.write, SOON_MS);
  }

  close(): void {
    this.now();
    window.removeEventListener("pagehide", this.write);
  }

  private get key(): string {
    return `netpol.unconfirmed.${this.board}`;
  }

  private now(): void {
    clearTimeout(this.timer);
    const kept = this.collect();
    try {
      if (kept.pending.length + Object.keys(kept.texts).length + kept.notices.length === 0)
        sessionStorage.removeItem(this.key);
      else sessionStorage.setItem(this.key, JSON.stringify(kept));
    } catch {
      // The storage is full or forbidden: the edits wait in this page alone, and leaving it asks first.
    }
  }
}

/** This tab's name, the same after a reload. */
export function tabId(newId: () => string): string {
  try {
    const known = sessionStorage.getItem("netpol.tab");
    if (known) return known;
    const made = newId();
    sessionStorage.setItem("netpol.tab", made);
    return made;
  } catch {
    return newId();
  }
}
