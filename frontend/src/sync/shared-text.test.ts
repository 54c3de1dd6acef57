import { ChangeSet, Text } from "@codemirror/state";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TextAnswer, TextUpdate } from "@/wire/messages";
import cases from "../../../tests/board/text-changes.json";
import { SharedText } from "./shared-text";

const START = "kind: NetworkPolicy\n";

/** What the server does, in a few lines: the Python one is held to the same rules by `tests/board`. */
class Server {
  text = Text.of(START.split("\n"));
  log: TextUpdate[] = [];

  take(version: number, id: string, json: unknown[]): void {
    if (this.log.some(({ update_id }) => update_id === id)) return;
    const later = this.log.slice(version).map(({ changes }) => ChangeSet.fromJSON(changes));
    const changes = later.reduce((own, other) => own.map(other), ChangeSet.fromJSON(json));
    this.text = changes.apply(this.text);
    const update_id = id;
    this.log.push({
      policy: "p",
      series: "s",
      version: this.log.length + 1,
      update_id,
      client_id: "",
      changes: changes.toJSON(),
    });
  }

  whole(id: string | null): TextAnswer {
    const taken = this.log.some(({ update_id }) => update_id === id);
    const text = this.text.toString();
    return { type: "text", policy: "p", series: "s", version: this.log.length, text, updates: [], taken };
  }
}

/** A browser: what it sent may be lost, or its answer; its tab may be reloaded. */
class Typist {
  text: SharedText;
  editor = Text.of(START.split("\n"));
  ids = 0;

  constructor(
    readonly server: Server,
    readonly mark: string,
  ) {
    this.text = new SharedText(START);
    this.shows(this.text.resume(server.whole(null)));
  }

  shows(changes: ChangeSet | null | "gap"): void {
    if (changes !== null && changes !== "gap") this.editor = changes.apply(this.editor);
  }

  type(place: number, insert: string, remove = 0): void {
    const from = place % (this.editor.length + 1);
    const to = Math.min(from + remove, this.editor.length);
    const changes = ChangeSet.of({ from, to, insert }, this.editor.length);
    this.editor = changes.apply(this.editor);
    this.text.type(changes);
  }

  send(again: boolean, arrives: boolean): void {
    const next = this.text.next(() => `${this.mark}${this.ids++}`, again);
    if (next && arrives) this.server.take(next.version, next.id, next.changes);
  }

  hear(): void {
    const update = this.server.log[this.text.version ?? 0];
    if (update) this.shows(this.text.hear(update));
  }

  comeBack(whole: boolean): void {
    if (whole) this.shows(this.text.resume(this.server.whole(this.text.underWay)));
    this.send(true, true);
  }

  reload(): void {
    this.text = SharedText.of(JSON.parse(JSON.stringify(this.text.kept())));
    expect(this.text.shown.toString()).toBe(this.editor.toString());
  }

  finish(): void {
    while (this.text.version !== this.server.log.length) this.hear();
    while (this.text.unconfirmed) {
      this.send(true, true);
      while (this.text.version !== this.server.log.length) this.hear();
    }
  }
}

const step = fc.record({
  who: fc.nat(2),
  what: fc.constantFrom("type", "type", "send", "lose", "hear", "hear", "return", "resume", "reload"),
  place: fc.nat(40),
  remove: fc.nat(3),
});

function run(steps: { who: number; what: string; place: number; remove: number }[], removing: boolean) {
  const server = new Server();
  const typists = ["x", "y", "z"].map((mark) => new Typist(server, mark));
  const typed = { x: 0, y: 0, z: 0 } as Record<string, number>;
  for (const { who, what, place, remove } of steps) {
    const typist = typists[who] as Typist;
    if (what === "type") {
      typist.type(place, typist.mark, removing ? remove : 0);
      typed[typist.mark] = (typed[typist.mark] ?? 0) + 1;
    } else if (what === "send" || what === "lose") typist.send(false, what === "send");
    else if (what === "hear") typist.hear();
    else if (what === "reload") typist.reload();
    else typist.comeBack(what === "resume");
  }
  // Everybody hears the last of the others' in the second round.
  for (const typist of [...typists, ...typists]) typist.finish();
  return { server, typists, typed };
}

describe("a text that three people type into", () => {
  it("is the same everywhere in the end, with every character that was typed", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const { server, typists, typed } = run(steps, false);
        const text = server.text.toString();
        for (const typist of typists) {
          expect(typist.editor.toString()).toBe(text);
          expect(typist.text.shown.toString()).toBe(text);
          expect(text.split(typist.mark).length - START.split(typist.mark).length).toBe(typed[typist.mark]);
        }
      }),
    );
  });

  it("is the same everywhere when they delete one another's words, too", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const { server, typists } = run(
          steps.filter(({ what }) => what !== "resume"),
          true,
        );
        for (const typist of typists) expect(typist.editor.toString()).toBe(server.text.toString());
      }),
    );
  });
});

describe("CodeMirror's rules", () => {
  it("are those that the server was tested with", () => {
    for (const { text, a, b, a_over_b, b_over_a_before, merged } of cases) {
      const [one, other] = [ChangeSet.fromJSON(a), ChangeSet.fromJSON(b)];
      expect(one.map(other).toJSON()).toEqual(a_over_b);
      expect(other.map(one, true).toJSON()).toEqual(b_over_a_before);
      expect(
        one
          .map(other)
          .apply(other.apply(Text.of(text.split("\n"))))
          .toString(),
      ).toBe(merged);
    }
  });
});

it("asks for what is missing, and passes over what it has heard", () => {
  const server = new Server();
  const [one, other] = [new Typist(server, "x"), new Typist(server, "y")];
  for (const place of [0, 1]) {
    one.type(place, "x");
    one.send(false, true);
    one.hear();
  }
  expect(other.text.hear(server.log[1] as TextUpdate)).toBe("gap");
  other.hear();
  expect(other.text.hear(server.log[0] as TextUpdate)).toBeNull();
  other.hear();
  expect(other.editor.toString()).toBe(`xx${START}`);
});
