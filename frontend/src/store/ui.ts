import { createStore } from "zustand/vanilla";
import type { Protocol, Ref, Table } from "@/model/records";

export type Tool = "select" | "hand" | "connect";
/** How the editor stands on the screen: with its panels, the canvas alone, or for people who look from afar. */
export type Mode = "work" | "zen" | "present";
export type Theme = "light" | "dark" | "system";
export type DockTab = "yaml" | "reachability" | "tests" | "problems" | "history" | "compare";

/** The dialog that is open, with what it was opened for. "connect" asks where a connection from `source` goes. */
export type DialogState =
  | { name: "import"; text?: string }
  | { name: "export" }
  | { name: "share" }
  | { name: "connect"; source: string }
  | { name: "write"; connections: string[] }
  | { name: "palette" }
  | { name: "help" }
  | { name: "make-lesson" }
  | { name: "print" }
  | null;

export interface Starting {
  template: string;
  namespace: string;
}

/** A connection that is looked at and need not be drawn. An end that nothing on the board stands for is a block of
 * addresses. */
export interface Pair {
  source: string;
  destination: string;
  protocol: Protocol;
  port: number;
}

/** A connection that somebody drew and wants to pass (`want`), or not to pass. */
export interface Drawn extends Pair {
  want: boolean;
}

export interface UiState {
  selection: Ref[];
  openPolicy: string | null;
  tool: Tool;
  mode: Mode;
  theme: Theme;
  dockTab: DockTab;
  /** Whether the YAML tab shows one policy, or all of the board as one text. */
  yamlScope: "policy" | "board";
  dockOpen: boolean;
  rightOpen: boolean;
  leftOpen: boolean;
  /** On the board of a lesson: the lesson, or what there is to add and find. */
  leftShows: "lesson" | "board";
  /** The id of the node whose name is being typed on the canvas. */
  editing: string | null;
  dialog: DialogState;
  /** The policy to start from that is being looked at, and the namespace that it was asked for in. */
  starting: Starting | null;
  /** The connection whose policies are being chosen. */
  drawn: Drawn | null;
  /** The connection that is looked at although nobody drew it. */
  pair: Pair | null;
  /** The pod or host under the pointer: its arrows stand out. */
  hovered: string | null;
  /** The policy whose chip the pointer is at. */
  hoveredPolicy: string | null;
  /** The policies that select the selected pod. */
  litPolicies: ReadonlySet<string>;
  /** The pods and hosts that stand out while all others step back; null when none do. */
  lit: Lit | null;
  /** Whom the YAML at the caret speaks of, while the caret is there. */
  caretLit: CaretLit | null;
}

/** `by` says what lights them: the selected policy, which selects them, the pointer at them or a neighbour, or the
 * caret in the YAML that speaks of them. */
export interface Lit {
  by: "policy" | "pointer" | "caret";
  ids: ReadonlySet<string>;
  role?: "selected" | "peer" | "port";
  /** Those of `ids` that a policy selects; it names the others in its rules. */
  selected?: ReadonlySet<string>;
}

/** Namespaces can be among the ids. `words`: the same as a sentence. */
export interface CaretLit extends Lit {
  words: string;
}

// As in app/editor/narrow.css: up to here the left panel lies over the canvas.
const NARROW = 900;

const THEME_KEY = "netpol.theme";

function rememberedTheme(): Theme {
  const kept = typeof localStorage === "undefined" ? null : localStorage.getItem(THEME_KEY);
  return kept === "light" || kept === "dark" ? kept : "system";
}

/** What was chosen on one board means nothing on the next. */
const OF_ONE_BOARD = {
  selection: [],
  openPolicy: null,
  editing: null,
  dialog: null,
  starting: null,
  drawn: null,
  pair: null,
  hovered: null,
  hoveredPolicy: null,
  litPolicies: new Set<string>(),
  lit: null,
  caretLit: null,
} satisfies Partial<UiState>;

export const uiStore = createStore<UiState>(() => ({
  ...OF_ONE_BOARD,
  tool: "select",
  mode: "work",
  theme: rememberedTheme(),
  dockTab: "yaml",
  yamlScope: "policy",
  dockOpen: true,
  rightOpen: true,
  leftOpen: typeof innerWidth === "undefined" || innerWidth > NARROW,
  leftShows: "lesson",
}));

/** Forgets what was chosen, before another board is opened in the same page. */
export function forgetChoices(): void {
  uiStore.setState(OF_ONE_BOARD);
}

/** Makes `refs` the whole selection. Selecting one policy also opens it in the YAML tab. */
export function select(refs: Ref[]): void {
  const [only] = refs;
  const policy = refs.length === 1 && only?.table === "policies" ? only.id : null;
  const seen = { selection: refs, starting: null, drawn: null, pair: null };
  uiStore.setState(policy ? { ...seen, openPolicy: policy, dockTab: "yaml" } : seen);
}

/** Shows a policy to start from on the right, in place of the selection; null puts it away. */
export function startFrom(starting: Starting | null): void {
  uiStore.setState(starting ? { starting, drawn: null, pair: null, rightOpen: true } : { starting });
}

/** Shows on the right how a drawn connection could be allowed or blocked; null puts it away. */
export function choosePolicies(drawn: Drawn | null): void {
  uiStore.setState(drawn ? { drawn, starting: null, pair: null, rightOpen: true } : { drawn });
}

/** Shows on the right what a connection that is not drawn would meet. */
export function lookAtPair(pair: Pair): void {
  uiStore.setState({ pair, selection: [], starting: null, drawn: null, rightOpen: true });
}

export function selectOne(table: Table, id: string): void {
  select([{ table, id }]);
}

export function toggleSelected(ref: Ref): void {
  const { selection } = uiStore.getState();
  select(isSelected(selection, ref.id) ? selection.filter(({ id }) => id !== ref.id) : [...selection, ref]);
}

export function isSelected(selection: Ref[], id: string): boolean {
  return selection.some((ref) => ref.id === id);
}

export function openPolicy(id: string | null): void {
  uiStore.setState(id ? { openPolicy: id, dockTab: "yaml", dockOpen: true } : { openPolicy: null });
}

export function setTheme(theme: Theme): void {
  localStorage.setItem(THEME_KEY, theme);
  uiStore.setState({ theme });
}

export function openDialog(dialog: DialogState): void {
  uiStore.setState({ dialog });
}
