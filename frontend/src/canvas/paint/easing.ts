import type { Drawing, Route } from "@/geometry/arrows";
import { between, type Cubic, sameCurve, sampled } from "@/geometry/curve";

const EASE_MS = 220;

/** Moves arrows from where they were to where they belong. */
export class Easing {
  private from = new Map<string, Cubic>();
  private shown: Drawing | null = null;
  private since = 0;

  /** Takes a new drawing; with `smooth` the arrows that were elsewhere before glide to it. */
  to(drawing: Drawing, smooth: boolean, now: number): void {
    if (this.shown === drawing) return;
    const from = new Map<string, Cubic>();
    if (smooth && this.shown) {
      for (const [id, { curve }] of this.at(now)) {
        const to = drawing.routes.get(id)?.curve;
        if (to && !sameCurve(curve, to)) from.set(id, curve);
      }
    }
    this.from = from;
    this.shown = drawing;
    this.since = now;
  }

  moving(now: number): boolean {
    return this.from.size > 0 && now - this.since < EASE_MS;
  }

  /** The routes as they are to be painted at this moment. */
  at(now: number): Map<string, Route> {
    if (!this.shown) return new Map();
    if (!this.moving(now)) return this.shown.routes;
    const left = 1 - (now - this.since) / EASE_MS;
    const share = 1 - left * left * left;
    const routes = new Map<string, Route>();
    for (const [id, route] of this.shown.routes) {
      const old = this.from.get(id);
      routes.set(id, old ? eased(route, old, share) : route);
    }
    return routes;
  }
}

function eased(route: Route, old: Cubic, share: number): Route {
  const curve = between(old, route.curve, share);
  return { ...route, curve, points: sampled(curve, 24) };
}
