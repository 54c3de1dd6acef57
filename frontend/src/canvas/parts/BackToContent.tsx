import { useStore } from "@xyflow/react";
import { useMemo } from "react";
import { run } from "@/commands/command";
import { commandNamed } from "@/commands/list";
import { boxesOf } from "@/geometry/boxes";
import { useShown } from "../use-shown";
import { CanvasIcon } from "./CanvasIcon";
import "./back-to-content.css";

/** Whoever has panned away from everything is led back. */
export function BackToContent() {
  const { namespaces, hosts } = useShown();
  const boxes = useMemo(() => boxesOf({ namespaces, hosts }), [namespaces, hosts]);
  const away = useStore(({ transform: [x, y, zoom], width, height }) => {
    if (boxes.length === 0 || width === 0) return false;
    const [left, top] = [-x / zoom, -y / zoom];
    const [right, bottom] = [left + width / zoom, top + height / zoom];
    return !boxes.some(
      (box) => box.x < right && box.x + box.width > left && box.y < bottom && box.y + box.height > top,
    );
  });
  if (!away) return null;
  return (
    <button className="back-to-content" onClick={() => run(commandNamed("fit"))} type="button">
      <CanvasIcon name="fit" size={15} />
      Back to the content
    </button>
  );
}
