import { expect, it } from "vitest";
import { caretAt } from "./caret";

/** Where the caret, written as `^`, is. */
function at(marked: string) {
  const offset = marked.indexOf("^");
  const text = marked.replace("^", "");
  const caret = caretAt(text, offset);
  return caret && `${caret.role} ${caret.path.join("/")} ${text.slice(caret.from, caret.to)}<${caret.typed}`;
}

it.each([
  ["", "^", "word  <"],
  ["a half-typed key", "ki^", "word  ki<ki"],
  ["a key with its colon", "spec:\n  pod^Selector: {}", "key spec podSelector<pod"],
  ["below a key", "spec:\n  ^", "word spec <"],
  ["beside other keys", "spec:\n  podSelector: {}\n  ^", "key spec <"],
  ["behind a colon", "spec:\n  ingress:\n  - ports:\n    - protocol: T^", "value spec/ingress/0/ports/0/protocol T<T"],
  ["behind a hyphen", "spec:\n  ingress:\n  - from:\n    - ^", "word spec/ingress/0/from/0 <"],
  ["in the second item", "spec:\n  ingress:\n  - from: []\n  - fr^", "word spec/ingress/1 fr<fr"],
  [
    "level with the keys of a rule",
    "spec:\n  ingress:\n  - from:\n    - podSelector: {}\n    ^",
    "key spec/ingress/0 <",
  ],
  [
    "level with a peer",
    "spec:\n  ingress:\n  - from:\n    - podSelector: {}\n      n^",
    "key spec/ingress/0/from/0 n<n",
  ],
  ["above other keys", "spec:\n  ^\n  ingress: []\n", "key spec <"],
  ["in flow style", "spec: {podSelector: {}, pol^}", "key spec pol<pol"],
  ["in a flow list", "policyTypes: [Ingress, ^]", "word policyTypes/1 <"],
  ["behind a flow colon", "- {protocol: ^", "value 0/protocol <"],
  [
    "in an unclosed bracket above other keys",
    "spec:\n  policyTypes: [I^\n  ingress: []",
    "word spec/policyTypes/0 I<I",
  ],
  ["in quotes", 'metadata:\n  name: "a^b"', 'value metadata/name "ab"<a'],
  ["in the second document", "kind: A\n---\nsp^", "word  sp<sp"],
  ["in a comment", "# a^", null],
  ["behind a comment's sign", "a: b # c^", null],
  ["in a block text", "a: |\n  b^", null],
])("finds where the caret is: %s", (_, text, found) => {
  expect(at(text)).toBe(found);
});

it("says which keys stand beside the caret", () => {
  expect(caretAt("spec:\n  podSelector: {}\n  \n  ingress: []\n", 26)?.siblings).toEqual(["podSelector", "ingress"]);
});

it("tells a value on the key's own line from one below it", () => {
  expect(caretAt("policyTypes: ", 13)?.below).toBe(false);
  expect(caretAt("policyTypes:\n  ", 15)?.below).toBe(true);
});
