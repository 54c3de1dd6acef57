import type { ReactFlowState } from "@xyflow/react";
import { type Box, boundsOf } from "@/geometry/shapes";
import type { BoardNode } from "../nodes/build-nodes";
import { paintThings, paintVeil, patchesOf, readTints, type Tints } from "./paint-overview";
import { type Scale, SIZE, scaleOf } from "./scale";

type State = ReactFlowState<BoardNode>;

/** The picture of the overview. What stands on the board is painted again only when it changed; a step of panning
 * lays the veil anew. */
export class Overview {
  private readonly things = document.createElement("canvas");
  private known: { nodes: unknown; bounds: Box | null; patches: ReturnType<typeof patchesOf> } | null = null;
  private painted = "";
  private tints: Tints;
  scale: Scale = { x: 0, y: 0, by: 1 };

  constructor(private readonly canvas: HTMLCanvasElement) {
    this.tints = readTints(canvas);
  }

  /** Takes the colours of another theme. */
  recolour(): void {
    this.tints = readTints(this.canvas);
    this.painted = "";
  }

  paint(state: State): void {
    const context = sized(this.canvas);
    if (!context) return;
    if (this.known?.nodes !== state.nodes) {
      const patches = patchesOf(state.nodeLookup.values());
      this.known = { nodes: state.nodes, patches, bounds: boundsOf(patches) };
      this.painted = "";
    }
    const view = viewOf(state);
    this.scale = scaleOf(this.known.bounds, view);
    const key = JSON.stringify([this.scale, devicePixelRatio]);
    if (this.painted !== key) {
      const under = sized(this.things);
      if (under) paintThings(under, this.known.patches, this.scale, this.tints);
      this.painted = key;
    }
    context.drawImage(this.things, 0, 0, SIZE.width, SIZE.height);
    paintVeil(context, view, this.scale, this.tints);
  }
}

export function viewOf({ transform: [x, y, zoom], width, height }: State): Box {
  return { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
}

/** The canvas cleared, and as sharp as the screen. */
function sized(canvas: HTMLCanvasElement): CanvasRenderingContext2D | null {
  const [width, height] = [Math.round(SIZE.width * devicePixelRatio), Math.round(SIZE.height * devicePixelRatio)];
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  const context = canvas.getContext("2d");
  if (!context) return null;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, width, height);
  context.setTransform(width / SIZE.width, 0, 0, height / SIZE.height, 0, 0);
  return context;
}
