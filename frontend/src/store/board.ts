import { createStore } from "zustand/vanilla";
import { apply, type Change } from "@/model/change";
import { newId } from "@/model/ids";
import { type BoardRecord, EMPTY_TABLES, type Tables } from "@/model/records";
import type {
  ConnectionVerdict,
  DraftState,
  Fault,
  Goals,
  PodIsolation,
  ServerMessage,
  Welcome,
} from "@/wire/messages";
import { announceFlips } from "./announce";
import { followSteps, NO_STEPS, type Steps } from "./steps";

/** "gone": the board was deleted or is not open to this person; "ended": the link by which they came is over; "outdated": the
 * server speaks another protocol than this page. */
export type Link = "connecting" | "live" | "offline" | "gone" | "ended" | "outdated";

/** An edit that the server has not answered yet. `predicted` is shown at once and taken back when the answer comes;
 * only moves predict, everything else waits for the server. */
export interface PendingEdit {
  editId: string;
  command: string;
  params: Record<string, unknown>;
  predicted: Change | null;
  /** The revision that its author saw, also when it is sent much later. */
  base: number;
  /** It could not be sent, or not be answered, before the connection broke. */
  waited?: boolean;
}

export interface Notice {
  id: string;
  tone: "error" | "info";
  text: string;
  /** What the person typed and the board does not have: it stays until they put it away. */
  kept?: string;
  /** What can be done about it. */
  offer?: { words: string; take: () => void };
}

/** One edit as history tells it. */
export interface Told {
  revision: number;
  editId: string;
  clientId: string;
  command: string;
  sentence: string;
}

export interface BoardState extends Omit<Tables, "board"> {
  board: BoardRecord | null;
  revision: number;
  clientId: string;
  /** What the server has confirmed; the tables beside it are these with every pending edit's prediction on top. */
  confirmed: Tables;
  verdicts: Record<string, ConnectionVerdict>;
  isolation: Record<string, PodIsolation>;
  drafts: Record<string, DraftState>;
  /** What the API server would say against the saved texts, by policy; without those that it takes. */
  policyWarnings: Record<string, Fault[]>;
  link: Link;
  people: number;
  evaluatedMs: number;
  pending: PendingEdit[];
  /** Who the log says this person is, and what they can undo and redo. */
  actor: string;
  /** What they may do here; until the server has said it, nobody edits. */
  role: Welcome["role"];
  /** The lesson that the board was made for; null for any other board. */
  lesson: string | null;
  /** The newest word about the lesson's goals. */
  goals: Goals | null;
  /** A prediction is asked for: no verdict is told until its answer is shown. */
  closed: boolean;
  /** The lesson that is being written on the board, for its owner. */
  ownLesson: string | null;
  steps: Steps;
  history: Told[];
  /** How often a revision got or lost its name since the board was opened: the history reads itself anew. */
  namings: number;
  notices: Notice[];
  /** The newest sentences for the live region, the last one last: one that comes at once must not hide another. */
  announcements: { text: string; count: number }[];
}

export const INITIAL: BoardState = {
  board: null,
  revision: 0,
  clientId: "",
  namespaces: {},
  pods: {},
  hosts: {},
  connections: {},
  policies: {},
  expectations: {},
  confirmed: EMPTY_TABLES,
  verdicts: {},
  isolation: {},
  drafts: {},
  policyWarnings: {},
  link: "connecting",
  people: 0,
  evaluatedMs: 0,
  pending: [],
  actor: "",
  role: "view",
  lesson: null,
  goals: null,
  closed: false,
  ownLesson: null,
  steps: NO_STEPS,
  history: [],
  namings: 0,
  notices: [],
  announcements: [],
};

export const boardStore = createStore<BoardState>(() => INITIAL);

/** Forgets the board shown, before another is opened. */
export function clearBoard(): void {
  boardStore.setState(INITIAL, true);
}

/** Takes up the edits that the tab kept, and what it could not save, before the board is there. */
export function restore(pending: PendingEdit[], notices: Notice[]): void {
  boardStore.setState({ pending, notices });
}

/** A connection stands anew: what is pending was not sent, or not answered, by the one before. */
export function setWaited(): void {
  boardStore.setState(({ pending }) => ({ pending: pending.map((edit) => ({ ...edit, waited: true })) }));
}

export function addPending(edit: PendingEdit): void {
  boardStore.setState((state) => shown({ ...state, pending: [...state.pending, edit] }));
}

/** Takes back what an edit predicted: the server has answered it. */
export function dropPending(editId: string): void {
  boardStore.setState((state) => shown({ ...state, pending: state.pending.filter((edit) => edit.editId !== editId) }));
}

export function setLink(link: Link): void {
  boardStore.setState({ link });
}

const SAID_TOGETHER = 3;

export function announce(text: string): void {
  if (!text) return;
  boardStore.setState(({ announcements }) => {
    const next = { text, count: (announcements.at(-1)?.count ?? 0) + 1 };
    return { announcements: [...announcements.slice(1 - SAID_TOGETHER), next] };
  });
}

export function addNotice(tone: Notice["tone"], text: string, kept?: string): string {
  const id = newId();
  const notice = kept ? { id, tone, text, kept } : { id, tone, text };
  boardStore.setState(({ notices }) => ({
    notices: [...notices.filter((each) => each.text !== text || each.kept !== kept), notice],
  }));
  return id;
}

/** A notice with something that can be done about it. */
export function addOffer(text: string, offer: NonNullable<Notice["offer"]>): void {
  const id = addNotice("info", text);
  boardStore.setState(({ notices }) => ({
    notices: notices.map((each) => (each.id === id ? { ...each, offer } : each)),
  }));
}

export function dismissNotice(id: string): void {
  boardStore.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
}

/** Shows each fault's message to the person. */
export function noticeFaults(faults: Fault[]): void {
  for (const fault of faults) addNotice("error", fault.message);
}

/** What is missing here: "gap": revisions; "stale": something else. The caller must ask for it. */
export type Missing = "gap" | "stale";

/** Takes one message of the server in; answers what is missing. */
export function receive(message: ServerMessage): Missing | undefined {
  const before = boardStore.getState();
  const after = reduce(before, message);
  if (after === "gap" || after === "stale") return after;
  boardStore.setState(after);
  if (message.type !== "welcome") announce(announceFlips(before.verdicts, after.verdicts));
  return undefined;
}

function reduce(state: BoardState, message: ServerMessage): BoardState | Missing {
  switch (message.type) {
    case "welcome":
      return shown({
        ...state,
        confirmed: {
          board: { [message.board.id]: message.board },
          namespaces: byId(message.snapshot.namespaces),
          pods: byId(message.snapshot.pods),
          hosts: byId(message.snapshot.hosts),
          connections: byId(message.snapshot.connections),
          policies: byId(message.snapshot.policies),
          expectations: byId(message.snapshot.expectations),
        },
        revision: message.revision,
        clientId: state.clientId || message.client_id,
        verdicts: byConnection(message.verdicts),
        drafts: byPolicy(message.drafts),
        isolation: message.isolation,
        policyWarnings: message.policy_warnings,
        actor: message.actor,
        role: message.role,
        lesson: message.lesson,
        closed: message.closed,
        ownLesson: message.own_lesson,
        steps: { undo: message.undo, redo: message.redo },
        people: message.people,
        evaluatedMs: message.evaluated_ms,
      });
    case "changed":
      return message.revision > state.revision + 1 ? "gap" : changed(state, message);
    case "history": {
      let next = state;
      for (const each of message.changes) next = changed(next, each);
      return { ...next, drafts: byPolicy(message.drafts) };
    }
    case "draft":
      return { ...judged(state, message), drafts: withDraft(state.drafts, message.draft) };
    case "verdicts":
      return {
        ...state,
        closed: message.closed,
        verdicts: byConnection(message.verdicts),
        isolation: message.isolation,
      };
    case "goals":
      return { ...state, goals: message };
    case "pong":
      if (message.revision > state.revision) return "gap";
      return message.revision === state.revision && behind(state.drafts, message.drafts) ? "stale" : state;
    case "text":
    case "presence":
    case "left":
    case "problems":
    case "expectations":
      return state;
    case "refused":
      return shown({ ...state, pending: state.pending.filter((edit) => edit.editId !== message.edit_id) });
    case "unchanged":
      return shown({ ...state, pending: state.pending.filter((edit) => edit.editId !== message.edit_id) });
    case "revision_named":
      return { ...state, namings: state.namings + 1 };
    case "role":
      return { ...state, role: message.role };
    case "people":
      return { ...state, people: message.count };
  }
}

/** Whether this person may look, and not edit. */
export function isReadOnly({ role }: Pick<BoardState, "role">): boolean {
  return role === "view";
}

function changed(state: BoardState, message: Extract<ServerMessage, { type: "changed" }>): BoardState {
  const pending = state.pending.filter((edit) => edit.editId !== message.edit_id);
  // An edit sent twice is answered with the revision it already made: there is nothing to apply again.
  if (message.revision <= state.revision) return shown({ ...state, pending });
  const told: Told = {
    revision: message.revision,
    editId: message.edit_id,
    clientId: message.client_id,
    command: message.command,
    sentence: message.sentence,
  };
  const next = judged(
    {
      ...state,
      revision: message.revision,
      confirmed: apply(state.confirmed, message.change),
      policyWarnings: withWarnings(state.policyWarnings, message.policy_warnings),
      pending,
      steps: message.actor === state.actor ? followSteps(state.steps, message) : state.steps,
      history: [...state.history, told].slice(-200),
    },
    message,
  );
  return shown(withoutRemoved(next, message.change));
}

type Judged = Pick<Extract<ServerMessage, { type: "changed" }>, "verdicts" | "isolation" | "evaluated_ms">;

function judged(state: BoardState, message: Judged): BoardState {
  const next = { ...state, evaluatedMs: message.evaluated_ms };
  if (message.verdicts.length > 0) {
    next.verdicts = { ...state.verdicts };
    for (const verdict of message.verdicts) next.verdicts[verdict.connection] = verdict;
  }
  if (Object.keys(message.isolation).length > 0) next.isolation = { ...state.isolation, ...message.isolation };
  return next;
}

function withoutRemoved(state: BoardState, change: Change): BoardState {
  const gone = change.removes
    .map(({ record }) => record.id)
    .filter((id) => !change.puts.some((p) => p.record.id === id));
  if (gone.length === 0) return state;
  const without = <Row>(rows: Record<string, Row>) =>
    Object.fromEntries(Object.entries(rows).filter(([id]) => !gone.includes(id))) as Record<string, Row>;
  return {
    ...state,
    verdicts: without(state.verdicts),
    isolation: without(state.isolation),
    drafts: without(state.drafts),
    policyWarnings: without(state.policyWarnings),
  };
}

function withWarnings(held: Record<string, Fault[]>, news: Record<string, Fault[]>): Record<string, Fault[]> {
  if (Object.keys(news).length === 0) return held;
  return Object.fromEntries(Object.entries({ ...held, ...news }).filter(([, warnings]) => warnings.length > 0));
}

function withDraft(drafts: Record<string, DraftState>, draft: DraftState): Record<string, DraftState> {
  if (draft.text !== null) return { ...drafts, [draft.policy]: draft };
  const { [draft.policy]: _dropped, ...rest } = drafts;
  return rest;
}

function shown(state: BoardState): BoardState {
  const tables = state.pending.reduce((t, edit) => (edit.predicted ? apply(t, edit.predicted) : t), state.confirmed);
  const { board, ...rest } = tables;
  return { ...state, ...rest, board: Object.values(board)[0] ?? null };
}

function byConnection(verdicts: ConnectionVerdict[]): Record<string, ConnectionVerdict> {
  return Object.fromEntries(verdicts.map((verdict) => [verdict.connection, verdict]));
}

/** Whether there is a newer draft than is known here, or one that is known is no more. */
function behind(known: Record<string, DraftState>, now: Record<string, number>): boolean {
  return (
    Object.entries(now).some(([policy, version]) => (known[policy]?.version ?? -1) < version) ||
    Object.keys(known).some((policy) => now[policy] === undefined)
  );
}

function byPolicy(drafts: readonly DraftState[]): Record<string, DraftState> {
  return Object.fromEntries(drafts.map((draft) => [draft.policy, draft]));
}

function byId<Row extends { id: string }>(rows: Row[]): Record<string, Row> {
  return Object.fromEntries(rows.map((row) => [row.id, row]));
}
