const QUIET_MS = 15_000;
const PATIENCE_MS = 8_000;

/** Notices a connection that broke without a word, as when a laptop was closed: after a while of silence it asks, and
 * when nothing comes it gives up. */
export class Pulse {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly ways: { ask(): void; lost(): void }) {}

  /** Something came: all is well. */
  heard(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), QUIET_MS);
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private ask(): void {
    this.timer = setTimeout(this.ways.lost, PATIENCE_MS);
    try {
      this.ways.ask();
    } catch {
      // Not open yet: the wait for an answer covers that too.
    }
  }
}
