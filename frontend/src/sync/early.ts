import type { Changed } from "@/wire/messages";

/** Two processes may tell of two revisions in the wrong order: the missing one is nearly there. */
const PATIENCE_MS = 150;

/** Revisions that came before one that is missing. They wait for it for a moment; then the log is asked. */
export class Early {
  private readonly held = new Map<number, Changed>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly ask: () => void) {}

  hold(message: Changed): void {
    this.held.set(message.revision, message);
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.ask();
    }, PATIENCE_MS);
  }

  /** The held one that follows `revision`, if it is there; what is older is let go. */
  after(revision: number): Changed | undefined {
    for (const number of this.held.keys()) if (number <= revision) this.held.delete(number);
    const next = this.held.get(revision + 1);
    this.held.delete(revision + 1);
    if (this.held.size === 0) this.stop();
    return next;
  }

  clear(): void {
    this.held.clear();
    this.stop();
  }

  private stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}
