import { say } from "@/texts/commands";
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
  { name: "next", label: say.nextThingPrevious, group: "canvas", shortcuts: ["Tab", "Shift+Tab"] },
  { name: "open", label: say.openItOnTheRight, group: "canvas", shortcuts: ["Enter", "Space"] },
  { name: "nudge", label: say.moveBy10Pixels, group: "canvas", shortcuts: ["arrows"] },
  { name: "nudge-far", label: say.moveBy50Pixels, group: "canvas", shortcuts: ["Shift+arrows"] },
  { name: "walk", label: say.walkToTheConnectedPodOn, group: "canvas", shortcuts: ["Alt+arrows"] },
  { name: "grow", label: say.aNewConnectedPodOnThat, group: "canvas", shortcuts: ["Mod+arrows"] },
  { name: "arrows-of", label: say.nextArrowOfTheFocusedCard, group: "canvas", shortcuts: ["]", "["] },
  { name: "menu", label: say.menuOfWhatIsPointedAt, group: "canvas", shortcuts: ["right click", "Shift+F10"] },
  { name: "add", label: say.addAPodThere, group: "canvas", shortcuts: ["double click"] },
  { name: "add-to-selection", label: say.addToTheSelection, group: "canvas", shortcuts: ["Shift+click"] },
  { name: "box", label: say.selectAllThatLiesInside, group: "canvas", shortcuts: ["drag", "Shift+drag"] },
  { name: "copy-drag", label: say.dragCopiesAndLeaveTheOriginals, group: "canvas", shortcuts: ["Alt+drag"] },
  { name: "free", label: say.whileDraggingDoNotSnap, group: "canvas", shortcuts: ["Alt"] },
  { name: "pan", label: say.moveTheView, group: "canvas", shortcuts: ["Space+drag", "wheel"] },
  { name: "zoom", label: say.zoom, group: "canvas", shortcuts: ["Mod+wheel"] },
  { name: "touch-pan", label: say.moveTheView, group: "touch", shortcuts: [say.dragWithOneFinger] },
  { name: "touch-zoom", label: say.zoom, group: "touch", shortcuts: ["pinch"] },
  { name: "touch-menu", label: say.menuOfWhatIsTouched, group: "touch", shortcuts: ["long press"] },
  { name: "touch-connect", label: say.drawAnArrow, group: "touch", shortcuts: [say.dragFromACardsRing] },
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
