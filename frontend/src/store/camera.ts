import type { XY } from "@/geometry/shapes";

/** What the canvas lets others do with the view. Positions on the board are canvas pixels at zoom 1. */
export interface Camera {
  fit(ids?: string[]): void;
  /** Brings one thing into view, near enough to read, and puts the keyboard's focus on it. */
  flyTo(id: string): void;
  zoomIn(): void;
  zoomOut(): void;
  zoomTo(zoom: number): void;
  /** The board position under the middle of the canvas. */
  centre(): XY;
  /** The board position under a point of the window. */
  toBoard(client: XY): XY;
  /** Puts the keyboard's focus on a node. */
  focus(id: string): void;
}

let current: Camera | null = null;

/** The canvas calls this when it appears, and with null when it goes. */
export function setCamera(camera: Camera | null): void {
  current = camera;
}

/** Shows the whole board as soon as panels that open or close now have given or taken their room. */
export function fitSoon(): void {
  setTimeout(() => current?.fit(), 90);
}

/** The canvas's view, or null while no canvas is shown. */
export function camera(): Camera | null {
  return current;
}
