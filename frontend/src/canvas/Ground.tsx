import { ViewportPortal } from "@xyflow/react";
import type { View } from "./paint/scene";

/** As far beyond the painted area as a card may reach that is only just in view. */
const BEYOND = 1_000;

/** A sheet that nobody sees, between the painted lines and the cards. Browsers give every card above a canvas a layer
 * of its own, and moving hundreds of layers takes longer than a frame; cards that lie on one sheet share its layer. */
export function Ground({ area: { x, y, zoom, width, height } }: { area: View }) {
  const style = {
    left: (-x - BEYOND) / zoom,
    top: (-y - BEYOND) / zoom,
    width: (width + 2 * BEYOND) / zoom,
    height: (height + 2 * BEYOND) / zoom,
  };
  return (
    <ViewportPortal>
      <div className="canvas__ground" style={style} />
    </ViewportPortal>
  );
}
