import type { Cubic } from "./curve";
import type { Box, XY } from "./shapes";
import type { Side } from "./sides";

/** "mixed" is of several connections that were judged differently. */
export type Outcome = "allowed" | "blocked" | "undefined" | "unknown" | "mixed";

/** An arrow to be drawn. `source` and `destination` are keys of the boxes. `stopped` says at which ends it is
 * blocked: there it meets the other blocked arrows at the pod's shut gate. */
export interface Arrow {
  id: string;
  source: string;
  destination: string;
  outcome: Outcome;
  stopped: { source: boolean; destination: boolean };
  text: string;
  /** Nobody drew it: it only could be. */
  faint?: boolean;
  /** The connections that it stands for, in order; absent: the one whose id it has. */
  members?: readonly string[];
}

/** The connections that an arrow stands for. */
export function membersOf({ id, members }: Arrow): readonly string[] {
  return members ?? [id];
}

export type Direction = "ingress" | "egress";

/** Where a pod's gate stands on its border. */
export interface Gate {
  side: Side;
  /** Pixels clockwise from the middle of the side. */
  along: number;
}

export interface Ends {
  source: Side;
  destination: Side;
}

/** One arrow's way. `crosses` are the centres of the marks where it is stopped. */
export interface Route {
  id: string;
  ends: Ends;
  curve: Cubic;
  points: XY[];
  crosses: XY[];
  label: Box | null;
  /** Where on the curve the label stands, from 0 to 1. */
  labelAt: number;
}

/** What of a route the next drawing may keep. */
export type Kept = Pick<Route, "ends" | "labelAt"> & Partial<Pick<Route, "curve" | "points">>;

export interface Drawing {
  routes: Map<string, Route>;
  /** For each pod with arrows its gates; a direction without a stopped arrow has its gate at its usual place. */
  gates: Map<string, Record<Direction, Gate>>;
}

/** How far outside a pod an arrow begins and ends. */
export const GAP = 5;
/** From a pod's border to the middle of the cross before its shut gate. */
export const CROSS_OUT = 36;
/** Between two arrows side by side: their labels, which are wider than high, must not cover each other's line. */
export function laneOf(side: Side): number {
  return side === "left" || side === "right" ? 22 : 34;
}
