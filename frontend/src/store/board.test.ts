import { beforeEach, describe, expect, it } from "vitest";
import type { Change } from "@/model/change";
import type { Changed, ConnectionVerdict, Fault, Welcome } from "@/wire/messages";
import { addPending, boardStore, clearBoard, receive } from "./board";

const POD = {
  id: "pod",
  namespace: "ns",
  name: "web",
  labels: {},
  ports: [],
  addresses: [],
  host_network: false,
  node: null,
  node_addresses: [],
  phase: "Running" as const,
  owner: null,
  x: 10,
  y: 20,
};
const WARNING: Fault = {
  code: "server_invalid",
  message: "The server would refuse this.",
  file: "one",
  document: 1,
  path: "spec",
  line: 3,
  column: 1,
  value: null,
};
const NOTHING: Change = { puts: [], patches: [], removes: [] };

function verdict(connection: string, allowed: boolean | null): ConnectionVerdict {
  return {
    connection,
    source: "a/b",
    destination: "c/d",
    protocol: "TCP",
    port: 80,
    allowed,
    blocked_at: allowed === false ? "ingress" : null,
    egress: null,
    ingress: null,
    notes: [],
  };
}

function welcome(): Welcome {
  return {
    type: "welcome",
    protocol: 2,
    client_id: "server-made",
    revision: 3,
    board: { id: "board", name: "A board" },
    snapshot: {
      namespaces: [{ id: "ns", name: "prod", labels: {}, x: 0, y: 0, width: 400, height: 200 }],
      pods: [POD],
      hosts: [],
      connections: [],
      policies: [],
      expectations: [],
    },
    verdicts: [verdict("one", true), verdict("two", true)],
    drafts: [],
    isolation: {},
    policy_warnings: {},
    lesson: null,
    closed: false,
    workshop: null,
    own_lesson: null,
    role: "owner",
    actor: "me",
    undo: [],
    redo: [],
    you: {
      id: "me",
      client_id: "",
      name: "Me",
      tint: 1,
      instructor: false,
      pointer: null,
      view: null,
      selection: [],
      policy: null,
      editing: null,
      caret: null,
    },
    people: 1,
    evaluated_ms: 1,
  };
}

function changed(revision: number, change: Change, more: Partial<Changed> = {}): Changed {
  const who = { edit_id: "e", client_id: "c", actor: "somebody", author: "Guest", reverts: null };
  const answer = { ...who, command: "move", sentence: "Moved", verdicts: [], isolation: {}, policy_warnings: {} };
  return { type: "changed", revision, change, evaluated_ms: 1, ...answer, ...more };
}

function movedTo(x: number): Change {
  return { ...NOTHING, patches: [{ table: "pods", id: "pod", field: "x", before: 10, after: x }] };
}

describe("the board's store", () => {
  beforeEach(() => {
    clearBoard();
    receive(welcome());
  });

  it("shows a pending move at once and keeps it on top of others' changes", () => {
    addPending({ editId: "mine", command: "move", params: {}, predicted: movedTo(50), base: 3 });
    expect(boardStore.getState().pods.pod?.x).toBe(50);
    receive(changed(4, { ...NOTHING, patches: [{ table: "pods", id: "pod", field: "y", before: 20, after: 70 }] }));
    expect(boardStore.getState().pods.pod).toMatchObject({ x: 50, y: 70 });
  });

  it("takes a refused move back", () => {
    addPending({ editId: "mine", command: "move", params: {}, predicted: movedTo(50), base: 3 });
    receive({ type: "refused", edit_id: "mine", errors: [] });
    expect(boardStore.getState().pods.pod?.x).toBe(10);
  });

  it("lets what the server made of a pending edit count in the end", () => {
    addPending({ editId: "mine", command: "move", params: {}, predicted: movedTo(50), base: 3 });
    receive(changed(4, movedTo(48), { edit_id: "mine" }));
    expect(boardStore.getState().pods.pod?.x).toBe(48);
    expect(boardStore.getState().pending).toEqual([]);
  });

  it("can undo what this person did, and not what others did", () => {
    receive(changed(4, movedTo(30)));
    expect(boardStore.getState().steps.undo).toEqual([]);
    receive(changed(5, movedTo(60), { actor: "me" }));
    expect(boardStore.getState().steps.undo).toEqual([{ revision: 5, sentence: "Moved" }]);
  });

  it("keeps the warnings on a policy's saved text until another text has none", () => {
    receive(changed(4, NOTHING, { policy_warnings: { one: [WARNING], two: [WARNING] } }));
    receive(changed(5, NOTHING, { policy_warnings: { one: [] } }));
    expect(boardStore.getState().policyWarnings).toEqual({ two: [WARNING] });
  });

  it("asks for what is missing instead of applying past a gap", () => {
    expect(receive(changed(6, movedTo(99)))).toBe("gap");
    expect(boardStore.getState().pods.pod?.x).toBe(10);
  });

  it("applies an answer that comes twice only once", () => {
    receive(changed(4, movedTo(30)));
    receive(changed(5, movedTo(60)));
    receive(changed(4, movedTo(30)));
    expect(boardStore.getState()).toMatchObject({ revision: 5 });
    expect(boardStore.getState().pods.pod?.x).toBe(60);
  });

  it("says how many connections became blocked", () => {
    receive(changed(4, NOTHING, { verdicts: [verdict("one", false), verdict("two", false)] }));
    expect(boardStore.getState().announcements.at(-1)?.text).toBe("2 connections became blocked.");
  });

  it("forgets the verdict of a connection that is gone", () => {
    receive(changed(4, { ...NOTHING, removes: [{ table: "connections", record: { id: "one" } }] }));
    expect(Object.keys(boardStore.getState().verdicts)).toEqual(["two"]);
  });
});
