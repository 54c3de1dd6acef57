import type { Entry, Item, MapValue, ScalarValue, SeqValue, Value } from "./nodes";

/** Reads `{...}`, `[...]` and quoted text from an offset on. Nothing behind `limit` belongs to it, so that a bracket
 * that nobody has closed yet does not swallow the rest of the text. */
export class FlowReader {
  constructor(
    private readonly text: string,
    public at: number,
    private readonly limit: number,
  ) {}

  value(): Value {
    const sign = this.text[this.at];
    if (sign === "{") return this.map();
    if (sign === "[") return this.seq();
    return this.scalar();
  }

  private map(): MapValue {
    const from = this.at++;
    const entries: Entry[] = [];
    for (this.skip(); this.inside("}]"); this.skip()) {
      if (this.text[this.at] === ",") this.at++;
      else entries.push(this.entry());
    }
    if (this.text[this.at] === "}" && this.at < this.limit) this.at++;
    return { kind: "map", flow: true, from, to: this.at, indent: 0, entries };
  }

  private entry(): Entry {
    const key = this.text[this.at] === ":" ? this.nothing() : this.value();
    const entry: Entry = {
      key: key.kind === "scalar" ? key.text : "",
      from: key.from,
      keyTo: key.to,
      colon: null,
      value: null,
      to: key.to,
    };
    this.skip();
    if (this.text[this.at] !== ":" || this.at >= this.limit) return entry;
    entry.colon = this.at++;
    this.skip();
    if (this.inside(",}]")) entry.value = this.value();
    entry.to = this.at;
    return entry;
  }

  private seq(): SeqValue {
    const from = this.at++;
    const items: Item[] = [];
    for (this.skip(); this.inside("]}"); this.skip()) {
      if (",:".includes(this.text[this.at] ?? "")) {
        this.at++;
        continue;
      }
      const value = this.value();
      items.push({ from: value.from, value, to: this.at });
    }
    if (this.text[this.at] === "]" && this.at < this.limit) this.at++;
    return { kind: "seq", flow: true, from, to: this.at, indent: 0, items };
  }

  private scalar(): ScalarValue {
    const quote = this.text[this.at];
    if (quote === '"' || quote === "'") return this.quoted(quote);
    const from = this.at;
    while (this.at < this.limit && !this.endsPlain()) this.at++;
    // A sign that fits nowhere is passed over as a text of its own.
    if (this.at === from) this.at++;
    const written = this.text.slice(from, this.at).trimEnd();
    return { kind: "scalar", from, to: from + written.length, text: written, quoted: false };
  }

  private quoted(quote: string): ScalarValue {
    const from = this.at++;
    while (this.at < this.limit && this.text[this.at] !== quote)
      this.at += quote === '"' && this.text[this.at] === "\\" ? 2 : 1;
    this.at = Math.min(this.at, this.limit);
    const text = this.text.slice(from + 1, this.at);
    if (this.text[this.at] === quote && this.at < this.limit) this.at++;
    return { kind: "scalar", from, to: this.at, text, quoted: true };
  }

  private nothing(): ScalarValue {
    return { kind: "scalar", from: this.at, to: this.at, text: "", quoted: false };
  }

  private endsPlain(): boolean {
    const sign = this.text[this.at] ?? "";
    if (",[]{}\n".includes(sign)) return true;
    const next = this.text[this.at + 1] ?? " ";
    if (sign === ":") return " ,[]{}\n".includes(next) || this.at + 1 >= this.limit;
    return sign === "#" && /\s/.test(this.text[this.at - 1] ?? " ");
  }

  /** Whether there is more before one of the `closing` signs. */
  private inside(closing: string): boolean {
    return this.at < this.limit && !closing.includes(this.text[this.at] ?? "");
  }

  private skip(): void {
    while (this.at < this.limit) {
      const sign = this.text[this.at] ?? "";
      if (sign === "#" && /\s/.test(this.text[this.at - 1] ?? " ")) {
        while (this.at < this.limit && this.text[this.at] !== "\n") this.at++;
      } else if (/\s/.test(sign)) this.at++;
      else return;
    }
  }
}
