import type { ChangeSet } from "@codemirror/state";
import type { Change } from "@/model/change";
import { newId } from "@/model/ids";
import {
  addPending,
  announce,
  boardStore,
  clearBoard,
  dropPending,
  isReadOnly,
  noticeFaults,
  type PendingEdit,
  receive,
  restore,
  setLink,
  setWaited,
} from "@/store/board";
import { clearPeople, hearOfPeople } from "@/store/people";
import { thawsAgain, workshopStore } from "@/store/workshop";
import { clearWriting, writingStore } from "@/store/writing";
import { say } from "@/texts/sync";
import { type ClientMessage, type Fault, PROTOCOL, type ServerMessage } from "@/wire/messages";
import { Early } from "./early";
import { clearFindings, takeFindings } from "./findings";
import { keepRefused } from "./keep-refused";
import { Keeper, tabId } from "./kept";
import { type Place, Whereabouts } from "./presence";
import { RefusedError } from "./refused";
import type { SharedText } from "./shared-text";
import { ANEW, connect, ENDED, type Socket } from "./socket";
import { Texts } from "./texts";

export { RefusedError } from "./refused";

interface Waiting {
  resolve(): void;
  reject(error: RefusedError): void;
}

/** What the server would answer: nothing is shown as done that it would take back. */
const READ_ONLY: Fault = {
  code: "read_only",
  message: say.youMayLookAtThisBoard,
  file: null,
  document: null,
  path: null,
  line: null,
  column: null,
  value: null,
};

const early = new Early(() => transmit({ type: "catch_up", revision: boardStore.getState().revision }));

let socket: Socket<ClientMessage> | null = null;
let keeper: Keeper | null = null;
let clientId = "";
const waiting = new Map<string, Waiting>();
const whereabouts = new Whereabouts({ clientId: () => clientId, transmit });
const texts = new Texts({ clientId: () => clientId, transmit, changed: () => keeper?.soon() });

/** Opens the board's live connection; the store follows it from now on. Returns the way to close it again. */
export function openBoard(id: string): () => void {
  closeBoard();
  clientId ||= tabId(newId);
  boardStore.setState({ clientId });
  const kept = new Keeper(id, () => {
    const { pending, notices } = boardStore.getState();
    return { pending, texts: texts.unconfirmed(), notices: notices.filter((notice) => notice.kept) };
  });
  const before = kept.read();
  restore(before.pending, before.notices);
  texts.restore(before.texts);
  keeper = kept;
  const stop = boardStore.subscribe((now, then) => {
    if (now.pending !== then.pending || now.notices !== then.notices) keeper?.soon();
  });
  window.addEventListener("beforeunload", askBeforeLeaving);
  socket = connect<ServerMessage, ClientMessage>(`/ws/boards/${id}/`, {
    message: take,
    down: () => {
      setLink("offline");
      early.clear();
      clearPeople();
      whereabouts.forget();
    },
    over: (code) => (code === ANEW ? location.reload() : setLink(code === ENDED ? "ended" : "gone")),
  });
  return () => {
    stop();
    closeBoard();
  };
}

function closeBoard(): void {
  socket?.close();
  socket = null;
  keeper?.close();
  keeper = null;
  window.removeEventListener("beforeunload", askBeforeLeaving);
  waiting.clear();
  early.clear();
  texts.clear();
  clearWriting();
  clearPeople();
  clearFindings();
  clearBoard();
}

/** The tab keeps what is not saved over a reload, but not when it is closed. */
function askBeforeLeaving(event: BeforeUnloadEvent): void {
  const unsent = Object.values(writingStore.getState().unsent).some(Boolean);
  if (boardStore.getState().pending.length > 0 || unsent) event.preventDefault();
}

/** Sends one command. Resolves when the server has made a revision of it, rejects with `RefusedError` when it was
 * refused. While the connection is down the edit waits and is sent when it stands again. `predicted` is what the
 * person sees meanwhile. */
export async function send(
  command: string,
  params: Record<string, unknown>,
  predicted: Change | null = null,
): Promise<void> {
  if (isReadOnly(boardStore.getState())) throw new RefusedError([READ_ONLY]);
  // What is typed and not saved yet is the newest thing that a person did: it is what they take back first.
  if ((command === "undo" || command === "redo") && boardStore.getState().link === "live") await texts.settle();
  const editId = newId();
  addPending({ editId, command, params, predicted, base: boardStore.getState().revision });
  // A connection that is not welcomed yet sends all that waits in its order, this edit as the last.
  if (boardStore.getState().link === "live") transmitEdit(editId);
  return new Promise((resolve, reject) => waiting.set(editId, { resolve, reject }));
}

/** As `send`, but a refusal becomes a notice to the person. True when the edit was made. */
export async function sendOrTell(
  command: string,
  params: Record<string, unknown>,
  predicted: Change | null = null,
): Promise<boolean> {
  try {
    await send(command, params, predicted);
    return true;
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    if (!error.told) noticeFaults(error.faults);
    announce(error.message);
    return false;
  }
}

/** The text in a policy's editor, in step with everybody's; `watcher` hears what others change. */
export function watchText(
  policy: string,
  watcher: (changes: ChangeSet) => void,
): { text: SharedText; stop: () => void } {
  return texts.watch(policy, watcher);
}

/** To be called with each keystroke. The policy is saved after a pause, when its text has a meaning. */
export function typeText(policy: string, changes: ChangeSet): void {
  texts.type(policy, changes);
}

/** Makes one revision of what was typed here, as soon as the server has all of it. */
export function saveText(policy: string): void {
  texts.save(policy);
}

/** Saves what stands in a policy's editor, whoever typed it, as far as it has a meaning: an edit of single fields then
 * meets the text that everybody sees. */
export async function saveStanding(policy: string): Promise<void> {
  if (boardStore.getState().link !== "live") return;
  await texts.settle();
  const draft = boardStore.getState().drafts[policy];
  if (draft?.good && draft.text !== null && draft.client_id !== clientId) texts.saveOthers(policy);
}

/** Tells the others where this person is now. */
export function tellPlace(part: Partial<Place>): void {
  whereabouts.tell(part);
}

/** The name that this person goes by from now on. */
export function callMe(name: string): void {
  transmit({ type: "call_me", name });
}

function transmit(message: ClientMessage): boolean {
  return socket?.send(message) ?? false;
}

function transmitEdit(editId: string): void {
  const edit = pendingEdit(editId);
  if (!edit) return;
  if (edit.command === "undo" || edit.command === "redo") {
    transmit({ type: edit.command, edit_id: editId, client_id: clientId });
    return;
  }
  if (edit.command === "restore") {
    transmit({ type: "restore", edit_id: editId, revision: Number(edit.params.revision), client_id: clientId });
    return;
  }
  transmit({
    type: "edit",
    edit_id: editId,
    command: edit.command,
    params: edit.params,
    client_id: clientId,
    base_revision: edit.base,
  });
}

function take(message: ServerMessage): void {
  if (message.type === "welcome" && message.protocol !== PROTOCOL) {
    socket?.close();
    setLink("outdated");
    return;
  }
  if (takeFindings(message)) return;
  hearOfPeople(message);
  const refused = message.type === "refused" ? pendingEdit(message.edit_id) : undefined;
  const missing = receive(message);
  if (missing !== undefined) {
    if (message.type === "changed") early.hold(message);
    else transmit({ type: "catch_up", revision: missing === "gap" ? boardStore.getState().revision : null });
    return;
  }
  if (message.type === "welcome") welcomed();
  else if (message.type === "role" && message.role !== "view") sendPending();
  else if (message.type === "changed" || message.type === "unchanged") acknowledge(message.edit_id);
  else if (message.type === "history") for (const each of message.changes) acknowledge(each.edit_id);
  else if (message.type === "refused") refuse(message.edit_id, refused, message.errors);
  texts.take(message);
  const next = early.after(boardStore.getState().revision);
  if (next) take(next);
}

function welcomed(): void {
  setLink("live");
  sendPending();
}

/** What waits for the server: now, or after the thaw of a frozen workshop; with no way to edit any more it is let go. */
function sendPending(): void {
  if (isReadOnly(boardStore.getState())) {
    if (!thawsAgain(workshopStore.getState())) giveUp();
    return;
  }
  // What was sent before the connection broke may have arrived or not: the same edit_id makes asking twice safe.
  setWaited();
  for (const edit of boardStore.getState().pending) transmitEdit(edit.editId);
}

/** What waits to be sent will never be taken: it is told, once, and let go. */
function giveUp(): void {
  for (const edit of boardStore.getState().pending) {
    dropPending(edit.editId);
    refuse(edit.editId, edit, [READ_ONLY]);
  }
}

function acknowledge(editId: string): void {
  waiting.get(editId)?.resolve();
  waiting.delete(editId);
}

function refuse(editId: string | null, edit: PendingEdit | undefined, faults: Fault[]): void {
  const waiter = waiting.get(editId ?? "");
  // Whoever asked for it long ago may be elsewhere by now, and after a reload nobody waits: it is told for itself.
  const told = edit !== undefined && (edit.waited === true || !waiter);
  if (told) keepRefused(edit, faults);
  if (waiter && editId !== null) {
    waiting.delete(editId);
    waiter.reject(new RefusedError(faults, told));
  } else if (!told) {
    noticeFaults(texts.refused(editId, faults) ?? faults);
  }
}

function pendingEdit(editId: string | null): PendingEdit | undefined {
  return boardStore.getState().pending.find((each) => each.editId === editId);
}
