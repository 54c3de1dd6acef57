import { useBoard } from "@/store/use";
import { savedState } from "./saved-state";

/** Whether what the person did is kept, and as which revision. */
export function SavedChip() {
  const link = useBoard((state) => state.link);
  const pending = useBoard((state) => state.pending.length);
  const revision = useBoard((state) => state.revision);
  const { tone, text, title } = savedState(link, pending, revision);
  return (
    <span className={`saved-chip saved-chip--${tone}`} role="status" title={title}>
      {text}
    </span>
  );
}
