import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { boardStore } from "@/store/board";
import { PROTOCOL, type ServerMessage } from "@/wire/messages";

type Said = Record<string, unknown> & { type: string };

/** The browser's end of a connection, with the server played by the test. */
class Line {
  static readonly OPEN = 1;
  static all: Line[] = [];
  readyState = 1;
  said: Said[] = [];
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;

  constructor(readonly url: string) {
    Line.all.push(this);
  }

  send(text: string): void {
    this.said.push(JSON.parse(text) as Said);
  }

  close(): void {
    this.readyState = 3;
  }

  tell(message: unknown): void {
    this.onmessage?.({ data: JSON.stringify(message) });
  }

  breakDown(code = 1006): void {
    this.readyState = 3;
    this.onclose?.({ code });
  }

  of(type: string): Said[] {
    return this.said.filter((message) => message.type === type);
  }
}

const NOBODY = { pointer: null, view: null, selection: [], policy: null, editing: null, caret: null };
const POLICY = { id: "policy", namespace: "prod", name: "web", text: "kind: NetworkPolicy\n" };

function welcome(revision: number, fields: Record<string, unknown> = {}): unknown {
  return {
    type: "welcome",
    protocol: PROTOCOL,
    client_id: "c",
    revision,
    board: { id: "b", name: "Board" },
    snapshot: { namespaces: [], pods: [], hosts: [], connections: [], policies: [POLICY], expectations: [] },
    verdicts: [],
    drafts: [],
    isolation: {},
    policy_warnings: {},
    actor: "me",
    role: "owner",
    lesson: null,
    undo: [],
    redo: [],
    you: { id: "me", client_id: "", name: "Me", tint: 1, ...NOBODY },
    people: 1,
    evaluated_ms: 0,
    ...fields,
  };
}

function changed(revision: number, edit_id = `other ${revision}`): ServerMessage {
  return {
    type: "changed",
    revision,
    edit_id,
    client_id: "",
    actor: "other",
    author: "Other",
    reverts: null,
    command: "add_host",
    sentence: `Did ${revision}`,
    change: { puts: [], patches: [], removes: [] },
    verdicts: [],
    isolation: {},
    policy_warnings: {},
    evaluated_ms: 0,
  };
}

function kept(): Storage {
  const held = new Map<string, string>();
  return {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
    removeItem: (key: string) => void held.delete(key),
  } as unknown as Storage;
}

let stop: () => void;
let session: typeof import("./session");
const line = () => Line.all.at(-1) as Line;

beforeEach(async () => {
  vi.useFakeTimers();
  Line.all = [];
  const page = new EventTarget();
  vi.stubGlobal("window", page);
  vi.stubGlobal("location", { protocol: "http:", host: "here", reload: vi.fn() });
  vi.stubGlobal("sessionStorage", kept());
  vi.stubGlobal("WebSocket", Line);
  session = await import("./session");
  stop = session.openBoard("b");
  line().tell(welcome(3));
});

afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("a message that is lost", () => {
  it("is asked for when a later one comes", () => {
    line().tell(changed(5));
    line().tell(changed(6));
    vi.advanceTimersByTime(200);
    expect(line().of("catch_up")).toEqual([{ type: "catch_up", revision: 3 }]);
    line().tell({ type: "history", from: 3, changes: [changed(4), changed(5)], drafts: [] });
    expect(boardStore.getState().revision).toBe(6);
  });

  it("is not asked for when it only came late", () => {
    line().tell(changed(5));
    line().tell(changed(4));
    vi.advanceTimersByTime(1_000);
    expect(boardStore.getState().revision).toBe(5);
    expect(line().of("catch_up")).toEqual([]);
  });

  it("is asked for when nothing comes any more: the sign of life says where the board stands", () => {
    vi.advanceTimersByTime(15_000);
    expect(line().of("ping")).toHaveLength(1);
    line().tell({ type: "pong", revision: 4, drafts: {} });
    expect(line().of("catch_up")).toEqual([{ type: "catch_up", revision: 3 }]);
  });

  it("is asked for with the whole board when it was about what somebody types", () => {
    line().tell({ type: "pong", revision: 3, drafts: { policy: 2 } });
    expect(line().of("catch_up")).toEqual([{ type: "catch_up", revision: null }]);
    const draft = { policy: "policy", version: 2, text: "x", base: null, faults: [], warnings: [], good: true };
    line().tell(welcome(3, { drafts: [{ ...draft, client_id: "other" }] }));
    line().tell({ type: "pong", revision: 3, drafts: { policy: 2 } });
    expect(line().of("catch_up")).toHaveLength(1);
  });

  it("may be the answer to one's own edit", async () => {
    const done = session.send("add_host", { name: "x" });
    const { edit_id } = line().of("edit")[0] as { edit_id: string } & Said;
    line().tell({ type: "pong", revision: 4, drafts: {} });
    line().tell({ type: "history", from: 3, changes: [changed(4, edit_id)], drafts: [] });
    await done;
    expect(boardStore.getState().pending).toEqual([]);
  });
});

describe("a connection that breaks without a word", () => {
  it("is given up when no sign of life is answered, and made anew; what was edited meanwhile is sent", () => {
    vi.advanceTimersByTime(15_000);
    void session.send("add_host", { name: "x" });
    vi.advanceTimersByTime(8_500);
    expect(boardStore.getState().link).toBe("offline");
    void session.send("add_host", { name: "y" });
    vi.advanceTimersByTime(1_000);
    expect(Line.all).toHaveLength(2);
    line().tell(welcome(3));
    expect(
      line()
        .of("edit")
        .map(({ params }) => params),
    ).toEqual([{ name: "x" }, { name: "y" }]);
  });
});

describe("a server that was updated", () => {
  it("asks for a reload and keeps what is not saved in the tab", () => {
    line().breakDown();
    void session.send("add_host", { name: "x" });
    vi.advanceTimersByTime(1_000);
    line().tell(welcome(4, { protocol: PROTOCOL + 1 }));
    expect(boardStore.getState().link).toBe("outdated");
    expect(line().of("edit")).toEqual([]);
    vi.advanceTimersByTime(60_000);
    expect(Line.all).toHaveLength(2);
    stop();
    stop = session.openBoard("b");
    line().tell(welcome(4));
    expect(
      line()
        .of("edit")
        .map(({ params }) => params),
    ).toEqual([{ name: "x" }]);
  });
});

describe("an edit that waited for the connection and is refused then", () => {
  const FAULT = { code: "changed_meanwhile", message: "Ada renamed it.", file: null, document: null, path: null };
  const refused = (edit_id: unknown) => ({
    type: "refused",
    edit_id,
    errors: [{ ...FAULT, line: null, column: null, value: null }],
  });

  it("is told, with what it was to do, until the person puts it away", async () => {
    line().breakDown();
    const done = session.sendOrTell("edit_pod", { id: "p", labels: { role: "web" } });
    vi.advanceTimersByTime(1_000);
    line().tell(welcome(4));
    line().tell(refused(line().of("edit")[0]?.edit_id));
    expect(await done).toBe(false);
    const [notice] = boardStore.getState().notices;
    expect(boardStore.getState().notices).toHaveLength(1);
    expect(notice?.text).toContain("Ada renamed it.");
    expect(notice?.kept).toContain('labels: {"role":"web"}');
  });

  it("is still told after a reload", async () => {
    line().breakDown();
    session.send("edit_pod", { id: "p", labels: { role: "web" } }).catch(() => undefined);
    vi.advanceTimersByTime(1_000);
    line().tell(welcome(4));
    line().tell(refused(line().of("edit")[0]?.edit_id));
    stop();
    expect(boardStore.getState().notices).toEqual([]);
    stop = session.openBoard("b");
    expect(boardStore.getState().notices[0]?.kept).toContain('labels: {"role":"web"}');
  });
});
