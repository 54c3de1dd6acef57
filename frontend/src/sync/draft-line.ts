const PAUSE_MS = 1_000;

interface Line {
  underWay: boolean;
  sent: string | null;
  waiting: string | null;
  pause: ReturnType<typeof setTimeout> | undefined;
  settled: (() => void)[];
}

/** Drafts on their way to the server: for each policy one message at a time, then the newest text. */
export class DraftLine {
  private readonly lines = new Map<string, Line>();

  /** `transmit` returns false when the connection is down. */
  constructor(private readonly transmit: (policy: string, text: string) => boolean) {}

  /** Sends `text`, now or after what is under way; `paused` is called after a second without typing. */
  type(policy: string, text: string, paused: () => void): void {
    const line = this.line(policy);
    line.waiting = text;
    clearTimeout(line.pause);
    line.pause = setTimeout(paused, PAUSE_MS);
    this.next(policy, line);
  }

  /** Whether the newest text is not answered yet. */
  busy(policy: string): boolean {
    const line = this.lines.get(policy);
    return line !== undefined && (line.underWay || line.waiting !== null);
  }

  /** The newest text typed here since `forget`. */
  newest(policy: string): string | null {
    const line = this.lines.get(policy);
    return line?.waiting ?? line?.sent ?? null;
  }

  answered(policy: string): void {
    const line = this.lines.get(policy);
    if (!line) return;
    line.underWay = false;
    this.next(policy, line);
    if (!line.underWay) for (const resolve of line.settled.splice(0)) resolve();
  }

  /** Resolves when nothing of this policy is under way. Stops the clock of the pause: the caller commits now. */
  settled(policy: string): Promise<void> {
    const line = this.lines.get(policy);
    clearTimeout(line?.pause);
    if (!line?.underWay) return Promise.resolve();
    return new Promise((resolve) => line.settled.push(resolve));
  }

  /** After the connection broke: what was under way may be lost, so the newest text goes again. */
  restart(): void {
    for (const [policy, line] of this.lines) {
      if (!line.underWay && line.waiting === null) continue;
      line.waiting ??= line.sent;
      line.underWay = false;
      this.next(policy, line);
    }
  }

  forget(policy: string): void {
    const line = this.lines.get(policy);
    clearTimeout(line?.pause);
    for (const resolve of line?.settled ?? []) resolve();
    this.lines.delete(policy);
  }

  clear(): void {
    for (const policy of [...this.lines.keys()]) this.forget(policy);
  }

  private next(policy: string, line: Line): void {
    if (line.underWay || line.waiting === null || !this.transmit(policy, line.waiting)) return;
    line.underWay = true;
    line.sent = line.waiting;
    line.waiting = null;
  }

  private line(policy: string): Line {
    const known = this.lines.get(policy);
    if (known) return known;
    const made: Line = { underWay: false, sent: null, waiting: null, pause: undefined, settled: [] };
    this.lines.set(policy, made);
    return made;
  }
}
