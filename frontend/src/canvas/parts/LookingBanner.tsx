import { lookAway, useLooking } from "@/store/looking";
import { CanvasIcon } from "./CanvasIcon";
import "./looking-banner.css";

/** Says that the canvas shows something else than the board as it stands, and leads back. */
export function LookingBanner() {
  const looking = useLooking((held) => held);
  if (!looking) return null;
  return (
    <div className="looking-banner" role="status">
      <CanvasIcon name="history" />
      <span className="looking-banner__title">{looking.title}</span>
      <span className="looking-banner__summary">{looking.summary}</span>
      {looking.kind === "compare" && (
        <button onClick={looking.leave ?? (() => lookAway("compare"))} type="button">
          Back to the board
        </button>
      )}
    </div>
  );
}
