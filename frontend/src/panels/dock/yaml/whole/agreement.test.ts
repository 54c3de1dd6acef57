import { expect, it } from "vitest";
import { followed } from "./agreement";
import { joined } from "./documents";

const text = (name: string, more = "") => `metadata:\n  name: ${name}\n  namespace: prod\nspec: {}\n${more}`;
const policy = (id: string, more = "") => ({ id, namespace: "prod", name: id, text: text(id, more) });
const HELD = ["a", "b"].map((id) => ({ id, text: text(id) }));
const WHOLE = joined(HELD.map((each) => each.text));

it("stays as it is while the board does", () => {
  expect(followed({ text: WHOLE, held: HELD }, [policy("a"), policy("b")])).toEqual({
    text: WHOLE,
    held: HELD,
    conflicts: [],
  });
});

it("follows what others change, add and remove where nothing was typed here", () => {
  const after = followed({ text: WHOLE, held: HELD }, [policy("b", "# theirs\n"), policy("c")]);
  expect(after).toEqual({
    text: joined([text("b", "# theirs\n"), text("c")]),
    held: [policy("b", "# theirs\n"), policy("c")].map(({ id, text: now }) => ({ id, text: now })),
    conflicts: [],
  });
});

it("keeps what was typed here beside others' edits of other policies", () => {
  const mine = joined([text("a", "# mine\n"), text("b")]);
  const after = followed({ text: mine, held: HELD }, [policy("a"), policy("b", "# theirs\n")]);
  expect(after.text).toBe(joined([text("a", "# mine\n"), text("b", "# theirs\n")]));
  expect(after.conflicts).toEqual([]);
});

it("keeps what was typed here and says so, where both changed one policy", () => {
  const mine = joined([text("a", "# mine\n"), text("b")]);
  const after = followed({ text: mine, held: HELD }, [policy("a", "# theirs\n"), policy("b")]);
  expect(after).toEqual({ text: mine, held: HELD, conflicts: ["a"] });
});

it("agrees with what was saved from here, new policies too", () => {
  const mine = joined([text("a", "# mine\n"), text("b"), text("new")]);
  const after = followed({ text: mine, held: HELD }, [policy("a", "# mine\n"), policy("b"), policy("new")]);
  expect(after.text).toBe(mine);
  expect(after.held.map(({ id }) => id)).toEqual(["a", "b", "new"]);
});

it("does not bring back what was left out here and not yet removed", () => {
  const after = followed({ text: text("a"), held: HELD }, [policy("a"), policy("b")]);
  expect(after.text).toBe(text("a"));
});

it("keeps a policy that was changed here and removed elsewhere, as a new one", () => {
  const mine = joined([text("a", "# mine\n"), text("b")]);
  const after = followed({ text: mine, held: HELD }, [policy("b")]);
  expect(after).toEqual({ text: mine, held: [HELD[1]], conflicts: [] });
});
