import { ChangeSet, Text } from "@codemirror/state";
import type { TextAnswer, TextUpdate } from "@/wire/messages";
import { difference } from "./difference";

interface Sent {
  id: string;
  changes: ChangeSet;
}

/** A text that has changes of its own, as it is kept in the tab. */
export interface KeptText {
  series: string;
  version: number | null;
  confirmed: string;
  sent: { id: string; changes: unknown } | null;
  typed: unknown;
}

/** One policy's text as this browser has it: what the server has confirmed, then what was sent and is not answered,
 * then what was typed since. The server carries every update over those before it, by the rules of `ChangeSet.map`;
 * the same rules here keep both at the same text. */
export class SharedText {
  series = "";
  /** The server's number for `confirmed`; null until it has said one. */
  version: number | null = null;
  private confirmed: Text;
  private sent: Sent | null = null;
  private typed: ChangeSet | null = null;
  private whole: Text;

  constructor(text: string) {
    this.confirmed = asText(text);
    this.whole = this.confirmed;
  }

  /** What stands in the editor. */
  get shown(): Text {
    return this.whole;
  }

  /** What the server has confirmed. */
  get known(): string {
    return this.confirmed.toString();
  }

  /** The update that the server has not answered yet. */
  get underWay(): string | null {
    return this.sent?.id ?? null;
  }

  /** Whether something that was typed here is not confirmed. */
  get unconfirmed(): boolean {
    return this.sent !== null || this.typed !== null;
  }

  type(changes: ChangeSet): void {
    this.whole = changes.apply(this.whole);
    const all = this.typed ? this.typed.compose(changes) : changes;
    this.typed = all.empty ? null : all;
  }

  /** What to send now; null while there is nothing, the last is not answered, or the version is not known. With
   * `again`, what was sent before goes once more. */
  next(newId: () => string, again = false): { version: number; id: string; changes: unknown[] } | null {
    if (this.version === null || (this.sent && !again)) return null;
    if (!this.sent && this.typed) {
      this.sent = { id: newId(), changes: this.typed };
      this.typed = null;
    }
    return this.sent && { version: this.version, id: this.sent.id, changes: this.sent.changes.toJSON() };
  }

  /** Takes an update in. Answers what changes in the editor, null when nothing does, or "gap": ask for what is
   * missing. */
  hear(update: TextUpdate): ChangeSet | null | "gap" {
    if (this.version === null || update.series !== this.series || update.version > this.version + 1) return "gap";
    if (update.version <= this.version) return null;
    const changes = ChangeSet.fromJSON(update.changes);
    if (update.update_id !== this.sent?.id) {
      this.version = update.version;
      return this.under(changes);
    }
    if (JSON.stringify(this.sent.changes.toJSON()) !== JSON.stringify(update.changes)) {
      this.version = null; // it was carried over otherwise than here: the whole text puts it right
      return "gap";
    }
    this.confirmed = changes.apply(this.confirmed);
    this.version = update.version;
    this.sent = null;
    return null;
  }

  /** Takes the whole text in, when the updates in between are not to be had: what differs from what was known is
   * somebody else's. */
  resume(answer: TextAnswer): ChangeSet | null {
    const text = answer.text ?? "";
    if (answer.taken && this.sent) {
      this.confirmed = this.sent.changes.apply(this.confirmed);
      this.sent = null;
    }
    const known = this.known;
    this.series = answer.series;
    this.version = answer.version;
    return text === known ? null : this.under(ChangeSet.of(difference(known, text), known.length));
  }

  /** Forgets what was typed here and is not confirmed; answers what that changes in the editor. */
  discard(): ChangeSet | null {
    const shown = this.whole.toString();
    this.sent = null;
    this.typed = null;
    this.whole = this.confirmed;
    return shown === this.known ? null : ChangeSet.of(difference(shown, this.known), shown.length);
  }

  kept(): KeptText {
    return {
      series: this.series,
      version: this.version,
      confirmed: this.known,
      sent: this.sent && { id: this.sent.id, changes: this.sent.changes.toJSON() },
      typed: this.typed?.toJSON() ?? null,
    };
  }

  static of(kept: KeptText): SharedText {
    const made = new SharedText(kept.confirmed);
    made.series = kept.series;
    made.version = kept.version;
    if (kept.sent) made.sent = { id: kept.sent.id, changes: ChangeSet.fromJSON(kept.sent.changes) };
    if (kept.typed) made.typed = ChangeSet.fromJSON(kept.typed);
    for (const changes of [made.sent?.changes, made.typed]) if (changes) made.whole = changes.apply(made.whole);
    return made;
  }

  /** Puts another's changes below one's own; answers them as they look above. */
  private under(changes: ChangeSet): ChangeSet {
    let theirs = changes;
    this.confirmed = theirs.apply(this.confirmed);
    const over = (own: ChangeSet): ChangeSet => {
      const carried = own.map(theirs);
      theirs = theirs.map(own, true);
      return carried;
    };
    // An update that came to nothing still goes: its answer is waited for.
    if (this.sent) this.sent = { ...this.sent, changes: over(this.sent.changes) };
    if (this.typed) this.typed = over(this.typed);
    this.whole = theirs.apply(this.whole);
    return theirs;
  }
}

function asText(text: string): Text {
  return Text.of(text.split(/\r\n?|\n/));
}
