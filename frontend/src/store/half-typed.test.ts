import { beforeEach, expect, it } from "vitest";
import { boardStore, clearBoard } from "./board";
import { keepHalfTyped } from "./half-typed";

const FIELD = { id: "ns", words: "The namespace prod", label: "Name", typed: "production" };
const NAMESPACE = { id: "ns", name: "prod", labels: {}, x: 0, y: 0, width: 400, height: 200 };

beforeEach(() => {
  clearBoard();
  boardStore.setState({ board: { id: "board", name: "A board" } });
});

it("keeps what was typed into a field of a thing that is gone", () => {
  keepHalfTyped(FIELD);
  const [notice] = boardStore.getState().notices;
  expect(notice?.text).toBe("The namespace prod was deleted while you were typing into “Name”.");
  expect(notice?.kept).toBe("production");
});

it("keeps nothing when the thing is still there, nothing was typed, or the page goes", () => {
  keepHalfTyped({ ...FIELD, typed: "  " });
  boardStore.setState({ namespaces: { ns: NAMESPACE } });
  keepHalfTyped(FIELD);
  clearBoard();
  keepHalfTyped(FIELD);
  expect(boardStore.getState().notices).toEqual([]);
});
