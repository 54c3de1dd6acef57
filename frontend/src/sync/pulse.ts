const EVERY_MS = 15_000;
const PATIENCE_MS = 8_000;

/** Asks the server for a sign of life every few seconds, whatever else comes: its answer says where the board stands.
 * When nothing at all comes in time, the connection broke without a word, as when a laptop was closed. */
export class Pulse {
  private next: ReturnType<typeof setTimeout> | undefined;
  private patience: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly ways: { ask(): void; lost(): void }) {}

  start(): void {
    this.stop();
    // A connection that does not come to stand in time counts as broken too.
    this.patience = setTimeout(this.ways.lost, EVERY_MS + PATIENCE_MS);
    this.next = setTimeout(() => this.ask(), EVERY_MS);
  }

  /** Something came: all is well. */
  heard(): void {
    clearTimeout(this.patience);
    this.patience = undefined;
  }

  stop(): void {
    clearTimeout(this.next);
    this.heard();
  }

  private ask(): void {
    this.next = setTimeout(() => this.ask(), EVERY_MS);
    this.patience ??= setTimeout(this.ways.lost, PATIENCE_MS);
    try {
      this.ways.ask();
    } catch {
      // Not open yet: the wait for an answer covers that too.
    }
  }
}
