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
  receive,
  setLink,
} from "@/store/board";
import type { ClientMessage, Fault, ServerMessage } from "@/wire/messages";
import { RefusedError } from "./refused";
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
  message: "You may look at this board, not change it.",
  file: null,
  document: null,
  path: null,
  line: null,
  column: null,
  value: null,
};

let socket: Socket | null = null;
const waiting = new Map<string, Waiting>();
const clientId = newId();
const texts = new Texts({ clientId, transmit, send });

/** Opens the board's live connection; the store follows it from now on. Returns the way to close it again. */
export function openBoard(id: string): () => void {
  closeBoard();
  boardStore.setState({ clientId });
  socket = connect(`/ws/boards/${id}/`, {
    up: () => undefined,
    message: take,
    down: () => setLink("offline"),
    over: (code) => (code === ANEW ? location.reload() : setLink(code === ENDED ? "ended" : "gone")),
  });
  return closeBoard;
}

function closeBoard(): void {
  socket?.close();
  socket = null;
  waiting.clear();
  texts.clear();
  clearBoard();
}

/** Sends one command. Resolves when the server has made a revision of it, rejects with `RefusedError` when it was
 * refused. While the connection is down the edit waits and is sent when it stands again. `predicted` is what the
 * person sees meanwhile. */
export function send(command: string, params: Record<string, unknown>, predicted: Change | null = null): Promise<void> {
  if (isReadOnly(boardStore.getState())) return Promise.reject(new RefusedError([READ_ONLY]));
  const editId = newId();
  addPending({ editId, command, params, predicted, base: boardStore.getState().revision });
  transmitEdit(editId);
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
    noticeFaults(error.faults);
    announce(error.message);
    return false;
  }
}

/** Tells everybody what stands in a policy's editor now. To be called with each keystroke: one message is under way
 * at a time, and the newest text follows it. The policy is committed after a pause, when its last answer was good.
 * `before`: the text before the keystroke. */
export function sendDraft(policy: string, text: string, before: string): void {
  texts.type(policy, text, before);
}

/** Whether something typed into the policy here is not answered yet. */
export function draftUnderWay(policy: string): boolean {
  return texts.busy(policy);
}

/** Makes one revision of this person's draft, if it parses and differs from the policy. Typing that is still
 * unanswered is waited for. */
export function commitDraft(policy: string): Promise<void> {
  return texts.commit(policy);
}

/** Throws the draft away: the policy's own text counts again. */
export function dropDraft(policy: string): void {
  texts.drop(policy);
}

function transmit(message: ClientMessage): boolean {
  return socket?.send(message) ?? false;
}

function transmitEdit(editId: string): void {
  const { pending } = boardStore.getState();
  const edit = pending.find((each) => each.editId === editId);
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
  if (receive(message) === "gap") {
    transmit({ type: "catch_up", revision: boardStore.getState().revision });
    return;
  }
  if (message.type === "welcome") welcomed();
  else if (message.type === "changed" || message.type === "unchanged") acknowledge(message.edit_id);
  else if (message.type === "history") for (const each of message.changes) acknowledge(each.edit_id);
  else if (message.type === "refused") refuse(message.edit_id, message.errors);
  else texts.take(message);
}

function welcomed(): void {
  setLink("live");
  if (isReadOnly(boardStore.getState())) giveUp();
  // What was sent before the connection broke may have arrived or not: the same edit_id makes asking twice safe.
  for (const edit of boardStore.getState().pending) transmitEdit(edit.editId);
  texts.restart();
}

/** What waits to be sent will never be taken: it is told, once, and let go. */
function giveUp(): void {
  for (const edit of boardStore.getState().pending) refuse(edit.editId, [READ_ONLY]);
}

function acknowledge(editId: string): void {
  waiting.get(editId)?.resolve();
  waiting.delete(editId);
}

function refuse(editId: string | null, faults: Fault[]): void {
  if (editId === null) {
    noticeFaults(faults);
    return;
  }
  dropPending(editId);
  const waiter = waiting.get(editId);
  waiting.delete(editId);
  if (waiter) waiter.reject(new RefusedError(faults));
  else noticeFaults(faults);
}
