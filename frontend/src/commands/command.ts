import type { XY } from "@/geometry/shapes";
import type { Change } from "@/model/change";
import { type BoardState, boardStore, isReadOnly } from "@/store/board";
import { type Camera, camera } from "@/store/camera";
import { isLocked, lessonStore, offers, type Tool } from "@/store/lesson";
import { type UiState, uiStore } from "@/store/ui";

/** Sends an edit; true when the server made it. A refusal has been told to the person already. */
export type Send = (command: string, params: Record<string, unknown>, predicted?: Change | null) => Promise<boolean>;

/** All that a command may look at and act on. */
export interface View {
  board: BoardState;
  ui: UiState;
  camera: Camera | null;
  send: Send;
  /** Where on the board the person asked for it (a right click, a drop), or null. */
  at: XY | null;
}

export type Group = "add" | "edit" | "view" | "tool" | "file" | "help";

/** Something a person can do. Toolbar, context menu, keyboard and help all read the one list of these. */
export interface Command {
  name: string;
  label: string;
  icon: string;
  group: Group;
  /** Such as "Mod+Shift+0"; `Mod` is Cmd on a Mac and Ctrl elsewhere. Several are alternatives. */
  shortcuts?: string[];
  /** It changes nothing on the board, so that it is there for who may only look. Commands of the groups "view" and
   * "help" never do; all others must say so. */
  looks?: boolean;
  /** The kind of things that it makes; a lesson may leave those as they are. */
  makes?: "pods" | "namespaces" | "hosts" | "policies";
  /** The tool that it belongs to: where a lesson does not offer that, it is nowhere to be seen. */
  tool?: Tool;
  /** The browser itself answers its keys, by an event of its own such as "copy": they are only told. */
  native?: boolean;
  /** Whether it can be done now. Absent: always. */
  enabled?(view: View): boolean;
  /** The label that fits the selection, where it differs. */
  labelFor?(view: View): string;
  run(view: View): void | Promise<void>;
}

let sender: Send = () => Promise.reject(new Error("No session: call connectCommands first."));

/** Gives the commands their way to the server. Called once, when the page starts. */
export function connectCommands(send: Send): void {
  sender = send;
}

/** The view as it is now. */
export function currentView(at: XY | null = null): View {
  return { board: boardStore.getState(), ui: uiStore.getState(), camera: camera(), send: sender, at };
}

/** Whether a command is there at all: a lesson may be done without some tools. */
export function isOffered({ tool }: Command): boolean {
  return tool === undefined || offers(lessonStore.getState(), tool);
}

/** Whether a command can be done now, by this person. */
export function doable(command: Command, view: View): boolean {
  const looks = command.looks ?? (command.group === "view" || command.group === "help");
  if (!isOffered(command) || (command.makes && isLocked(command.makes))) return false;
  return (looks || !isReadOnly(view.board)) && (command.enabled?.(view) ?? true);
}

/** Runs a command if it can be done now. */
export function run(command: Command, at: XY | null = null): void {
  const view = currentView(at);
  if (doable(command, view)) void command.run(view);
}
