import { openPolicy } from "@/store/ui";
import { useStale } from "../use-stale";
import { CanvasIcon } from "./CanvasIcon";
import "./stale-banner.css";

/** Says that the arrows are not those of the text in the editor, and where the text is wrong. */
export function StaleBanner() {
  const stale = useStale();
  const [first] = stale;
  if (!first) return null;
  const more = stale.length > 1 ? ` (and ${stale.length - 1} more)` : "";
  const line = first.line === null ? "" : ` at line ${first.line}`;
  return (
    <div className="stale-banner" role="status">
      <CanvasIcon name="warn" />
      <span>
        Arrows show the last good state: {first.place} has an error{line}
        {more}.
      </span>
      <button onClick={() => openPolicy(first.id)} type="button">
        Show it
      </button>
    </div>
  );
}
