import { matches } from "./keys";

/** Something that hands do on the canvas and that is no command: it needs a place, or a direction. */
export interface Gesture {
  name: string;
  label: string;
  group: "canvas" | "touch";
  /** As in the list of commands; "arrows" stands for the four arrow keys, other words for what a hand does. */
  shortcuts: string[];
}

/** The list of keys shows these beside the commands; who answers one of them asks here for its keys. */
export const GESTURES = [
  { name: "next", label: "Next thing; previous", group: "canvas", shortcuts: ["Tab", "Shift+Tab"] },
  { name: "open", label: "Open it on the right", group: "canvas", shortcuts: ["Enter", "Space"] },
  { name: "nudge", label: "Move by 10 pixels", group: "canvas", shortcuts: ["arrows"] },
  { name: "nudge-far", label: "Move by 50 pixels", group: "canvas", shortcuts: ["Shift+arrows"] },
  { name: "walk", label: "Walk to the connected pod on that side", group: "canvas", shortcuts: ["Alt+arrows"] },
  { name: "grow", label: "A new connected pod on that side", group: "canvas", shortcuts: ["Mod+arrows"] },
  { name: "arrows-of", label: "Next arrow of the focused card; previous", group: "canvas", shortcuts: ["]", "["] },
  { name: "menu", label: "Menu of what is pointed at", group: "canvas", shortcuts: ["right click", "Shift+F10"] },
  { name: "add", label: "Add a pod there", group: "canvas", shortcuts: ["double click"] },
  { name: "add-to-selection", label: "Add to the selection", group: "canvas", shortcuts: ["Shift+click"] },
  { name: "box", label: "Select all that lies inside", group: "canvas", shortcuts: ["drag", "Shift+drag"] },
  { name: "copy-drag", label: "Drag copies, and leave the originals", group: "canvas", shortcuts: ["Alt+drag"] },
  { name: "free", label: "While dragging: do not snap", group: "canvas", shortcuts: ["Alt"] },
  { name: "pan", label: "Move the view", group: "canvas", shortcuts: ["Space+drag", "wheel"] },
  { name: "zoom", label: "Zoom", group: "canvas", shortcuts: ["Mod+wheel"] },
  { name: "touch-pan", label: "Move the view", group: "touch", shortcuts: ["drag with one finger"] },
  { name: "touch-zoom", label: "Zoom", group: "touch", shortcuts: ["pinch"] },
  { name: "touch-menu", label: "Menu of what is touched", group: "touch", shortcuts: ["long press"] },
  { name: "touch-connect", label: "Draw an arrow", group: "touch", shortcuts: ["drag from a card's ring"] },
] as const satisfies readonly Gesture[];

export type GestureName = (typeof GESTURES)[number]["name"];

export type Direction = readonly [-1 | 0 | 1, -1 | 0 | 1];

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

type Pressed = Parameters<typeof matches>[1];

/** Which way a key press points, if it is that gesture; else null. To the right and down are positive. */
export function directionOf(name: GestureName, event: Pressed): Direction | null {
  const direction = DIRECTIONS[event.key];
  const keys: readonly string[] = GESTURES.find((gesture) => gesture.name === name)?.shortcuts ?? [];
  return direction && keys.some((each) => matches(each.replace("arrows", event.key), event)) ? direction : null;
}
