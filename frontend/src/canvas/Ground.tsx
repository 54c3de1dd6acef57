import { ViewportPortal } from "@xyflow/react";
import "./ground.css";

/** Two sheets that move with the board: its dots below everything, and between the painted lines and the cards one that
 * nobody sees. Browsers give every card above a canvas a layer of its own, and moving hundreds of layers takes longer
 * than a frame; cards that lie on one sheet share its layer. */
export function Ground() {
  return (
    <ViewportPortal>
      <div className="ground ground--dots" />
      <div className="ground ground--under-cards" />
    </ViewportPortal>
  );
}
