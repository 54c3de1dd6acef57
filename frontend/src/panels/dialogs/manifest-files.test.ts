import { expect, it } from "vitest";
import { chosenFiles, lineOf, merged, sized, withText } from "./manifest-files";

const file = (name: string, text = "", type = "") => new File([text], name, { type });

it("reads manifests and archives, and passes other files by", () => {
  const found = chosenFiles([file("a.yaml"), file("b.YML"), file("c.json"), file("d.zip"), file("README.md")]);
  expect(found.map(({ path }) => path)).toEqual(["a.yaml", "b.YML", "c.json", "d.zip"]);
});

it("takes a file anew when it is chosen again", () => {
  const [first, again] = [chosenFiles([file("a.yaml", "1"), file("b.yaml")]), chosenFiles([file("a.yaml", "2")])];
  expect(merged(first, again).map(({ path, file: held }) => [path, held.size])).toEqual([
    ["b.yaml", 0],
    ["a.yaml", 1],
  ]);
});

it("treats pasted text as one more file, and blank text as none", () => {
  expect(withText([], " \n")).toEqual([]);
  expect(withText([], "kind: Pod")[0]?.path).toBe("pasted text");
});

it("quotes a line by its number, whatever ends the lines", async () => {
  const files = chosenFiles([file("a.yaml", "one\r\ntwo\nthree"), file("b.zip", "PK")]);
  expect(await lineOf(files, "a.yaml", 2)).toBe("two");
  expect(await lineOf(files, "a.yaml", 9)).toBeNull();
  expect(await lineOf(files, "b.zip", 1)).toBeNull();
});

it("says sizes as people do", () => {
  expect([sized(12), sized(3400), sized(50_330_617)]).toEqual(["12 bytes", "3 kB", "50.3 MB"]);
});
