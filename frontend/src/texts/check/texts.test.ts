import ts from "typescript";
import { describe, expect, it } from "vitest";
import { strayTexts } from "./stray-texts";

// Rooms whose texts still stand in their code. The list only becomes shorter: a new room begins with its texts here.
const NOT_YET = ["canvas", "panels/author", "panels/dock", "panels/lesson", "panels/right"];

// All of the code is parsed, on a machine that may be busy.
const SLOW_MS = 60_000;

const sources = import.meta.glob<string>("/src/**/*.{ts,tsx}", { query: "?raw", import: "default", eager: true });
const files = Object.entries(sources)
  .map(([path, text]) => ({ path: path.replace("/src/", ""), text }))
  .filter(({ path }) => !/\.test\.ts$|^texts\/|^wire\/messages\.ts$/.test(path));
const inRoom = (path: string, room: string) => path.startsWith(`${room}/`);

function strayIn({ path, text }: { path: string; text: string }): string[] {
  const kind = path.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind);
  return strayTexts(file).map((stray) => `${path}:${stray.line} ${stray.text}`);
}

describe("texts for people", () => {
  it(
    "stand in the catalogue of their room, and nowhere else",
    () => {
      expect(files.length).toBeGreaterThan(300);
      const moved = files.filter(({ path }) => !NOT_YET.some((room) => inRoom(path, room)));
      expect(moved.flatMap(strayIn)).toEqual([]);
    },
    SLOW_MS,
  );

  it(
    "have left no room of the list already",
    () => {
      const clean = NOT_YET.filter(
        (room) => !files.some((file) => inRoom(file.path, room) && strayIn(file).length > 0),
      );
      expect(clean).toEqual([]);
    },
    SLOW_MS,
  );

  it("are all in use", () => {
    const catalogues = Object.entries(sources).filter(([path]) => /^\/src\/texts\/[a-z-]+\.ts$/.test(path));
    expect(catalogues.length).toBeGreaterThan(10);
    for (const [path, text] of catalogues) {
      const name = path.slice("/src/texts/".length, -3);
      const users = files.filter((file) => file.text.includes(`"@/texts/${name}"`)).map((file) => file.text);
      const keys = [...text.matchAll(/^ {2}(\w+):/gm)].map((found) => found[1]);
      expect(keys.filter((key) => !users.some((user) => new RegExp(`\\bsay\\.${key}\\b`).test(user)))).toEqual([]);
    }
  });

  it("are told from what programs read", () => {
    const text = `
      const a = <p className="note note--big" title="Close it">Hello {name}</p>;
      if (mode === "Some words here") addNotice("info", "It is saved.");
      document.querySelector("main Dialog");
      const b = <b>{on ? "Follow" : \`Stop \${name}\`}</b>;`;
    expect(strayIn({ path: "sample.tsx", text })).toEqual([
      "sample.tsx:2 Close it",
      "sample.tsx:2 Hello",
      "sample.tsx:3 It is saved.",
      "sample.tsx:5 Follow",
      "sample.tsx:5 Stop …",
    ]);
  });
});
