import type { Holder, MapValue, ScalarValue, SeqValue, Value, YamlDocument } from "./nodes";
import { FlowReader } from "./read-flow";

const KEY = /(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\n]|'')*'|[^\s"'#{}[\],&*!|>%@`\n][^\n#]*?)[ \t]*:(?=\s|$)/y;
const PROPERTIES = /(?:[&!][^\s]*[ \t]+)*/y;
const BLOCK_TEXT = /[|>][-+0-9]*[ \t]*(?:#[^\n]*)?(?=\n|$)/y;

/** Reads one document by its indentation. It never fails: what fits nowhere is put where it most likely belongs. */
export class BlockReader {
  private readonly open: (MapValue | SeqValue)[] = [];
  /** Texts that stand alone on their line: keys without a colon yet, when a map follows. */
  private readonly words = new Set<Value>();
  private at: number;

  constructor(
    private readonly text: string,
    private readonly document: YamlDocument,
  ) {
    this.at = document.from;
  }

  read(): void {
    while (this.at < this.document.to) this.line();
    settle(this.document);
  }

  private line(): void {
    const from = this.at;
    const end = this.lineEnd(from);
    let at = this.spaces(from);
    for (;;) {
      if (at >= end || this.text[at] === "#") break;
      const column = at - from;
      if (this.text[at] === "-" && (at + 1 >= end || /\s/.test(this.text[at + 1] ?? ""))) {
        this.seq(column, at).items.push({ from: at, value: null, to: at + 1 });
        at = this.spaces(at + 1);
        continue;
      }
      KEY.lastIndex = at;
      const written = KEY.exec(this.text)?.[0];
      if (written !== undefined) at = this.entry(column, at, written);
      else this.word(column, at);
      this.at = Math.max(this.at, this.lineEnd(at) + 1);
      return;
    }
    this.at = end + 1;
  }

  private entry(column: number, at: number, written: string): number {
    const key = written.slice(0, -1).trimEnd();
    const colon = at + written.length - 1;
    const text = /^["']/.test(key) ? key.slice(1, -1) : key;
    const entry = { key: text, from: at, keyTo: at + key.length, colon, value: null, to: colon + 1 };
    this.map(column, at).entries.push(entry);
    return this.value(entry, colon + 1, column);
  }

  /** Something without a colon at the beginning of a line: half a key, or a value below its key. */
  private word(column: number, at: number): void {
    this.leave(column, true);
    const top = this.open.at(-1);
    const holder = this.holder();
    const into =
      top?.kind === "map" && top.indent === column ? top : holder.value?.kind === "map" ? holder.value : null;
    if (into && !into.flow) {
      const to = this.plainEnd(at);
      into.entries.push({ key: this.text.slice(at, to), from: at, keyTo: to, colon: null, value: null, to });
    } else if (holder.value === null) {
      this.at = this.value(holder, at, this.open.at(-1)?.indent ?? -1);
      if (holder.value) this.words.add(holder.value);
    }
  }

  /** Reads the value that begins on this line behind `at`; answers with the offset that it has come to. */
  private value(holder: Holder, at: number, indent: number): number {
    PROPERTIES.lastIndex = this.spaces(at);
    const from = PROPERTIES.lastIndex + (PROPERTIES.exec(this.text)?.[0].length ?? 0);
    const sign = this.text[from] ?? "\n";
    if (sign === "\n" || sign === "#" || from >= this.document.to) return from;
    BLOCK_TEXT.lastIndex = from;
    if (BLOCK_TEXT.test(this.text)) return this.blockText(holder, from, indent);
    if ("{[\"'".includes(sign)) {
      const flow = new FlowReader(this.text, from, this.flowLimit(from, indent));
      holder.value = flow.value();
      this.at = flow.at;
      return flow.at;
    }
    const to = this.plainEnd(from);
    holder.value = { kind: "scalar", from, to, text: this.text.slice(from, to), quoted: false };
    return to;
  }

  private blockText(holder: Holder, from: number, indent: number): number {
    let to = this.lineEnd(from);
    while (to < this.document.to) {
      const next = to + 1;
      const end = this.lineEnd(next);
      const start = this.spaces(next);
      if (start < end && start - next <= indent) break;
      to = end;
    }
    const value: ScalarValue = { kind: "scalar", from, to, text: this.text.slice(from, to), quoted: true };
    holder.value = value;
    this.at = to + 1;
    return to;
  }

  /** Flow style ends at the latest before a line that stands no deeper than the key it belongs to. */
  private flowLimit(from: number, indent: number): number {
    for (let end = this.lineEnd(from); end < this.document.to; ) {
      const start = this.spaces(end + 1);
      const sign = this.text[start] ?? "\n";
      if (sign !== "\n" && start - end - 1 <= indent && !"]}".includes(sign)) return end;
      end = this.lineEnd(end + 1);
    }
    return this.document.to;
  }

  private seq(column: number, from: number): SeqValue {
    this.leave(column, false);
    const top = this.open.at(-1);
    if (top?.kind === "seq" && top.indent === column) return top;
    const holder = this.holder();
    if (holder.value?.kind === "seq" && !holder.value.flow) return this.entered(holder.value, column);
    const made: SeqValue = { kind: "seq", flow: false, from, to: from, indent: column, items: [] };
    holder.value = made;
    return this.entered(made, column);
  }

  private map(column: number, from: number): MapValue {
    this.leave(column, true);
    const top = this.open.at(-1);
    if (top?.kind === "map" && top.indent === column) return top;
    const holder = this.holder();
    if (holder.value?.kind === "map" && !holder.value.flow) return this.entered(holder.value, column);
    const made: MapValue = { kind: "map", flow: false, from, to: from, indent: column, entries: [] };
    const half = holder.value;
    if (half?.kind === "scalar" && this.words.has(half)) {
      made.entries.push({ key: half.text, from: half.from, keyTo: half.to, colon: null, value: null, to: half.to });
      made.from = half.from;
    }
    holder.value = made;
    return this.entered(made, column);
  }

  private entered<Kind extends MapValue | SeqValue>(value: Kind, column: number): Kind {
    value.indent = column;
    this.open.push(value);
    return value;
  }

  /** Closes what stands deeper than `column`. A list may stand at the column of its own key: the next key ends it. */
  private leave(column: number, beforeKey: boolean): void {
    for (let top = this.open.at(-1); top; top = this.open.at(-1)) {
      const over = top.indent > column || (beforeKey && top.kind === "seq" && top.indent === column);
      if (!over) return;
      this.open.pop();
    }
  }

  /** What the next deeper thing would be the value of. */
  private holder(): Holder {
    const top = this.open.at(-1);
    const last = top?.kind === "map" ? top.entries.at(-1) : top?.items.at(-1);
    return last ?? this.document;
  }

  private plainEnd(from: number): number {
    const line = this.text.slice(from, this.lineEnd(from));
    const comment = line.search(/(?<=\s)#/);
    return from + (comment === -1 ? line : line.slice(0, comment)).trimEnd().length;
  }

  private spaces(from: number): number {
    let at = from;
    while (at < this.document.to && (this.text[at] === " " || this.text[at] === "\t" || this.text[at] === "\r")) at++;
    return at;
  }

  private lineEnd(from: number): number {
    const found = this.text.indexOf("\n", from);
    return found === -1 ? this.document.to : Math.min(found, this.document.to);
  }
}

/** Lets every container reach to the end of what is in it. */
function settle(holder: Holder & { to: number }): void {
  const end = holder.value ? reach(holder.value) : holder.to;
  if ("from" in holder && holder.to < end) holder.to = end;
}

function reach(value: Value): number {
  if (value.kind === "scalar" || value.flow) return value.to;
  for (const child of value.kind === "map" ? value.entries : value.items) {
    settle(child);
    value.to = Math.max(value.to, child.to);
  }
  return value.to;
}
