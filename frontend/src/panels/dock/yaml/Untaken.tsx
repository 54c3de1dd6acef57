import { Button } from "@/panels/parts/Button";
import { useWriting } from "@/store/use";
import { dropUntaken } from "@/store/writing";
import { sendDraft } from "@/sync/session";
import { currentText } from "./current-text";

/** What this person typed while somebody else was writing here: it can be put back, copied or thrown away. */
export function Untaken({ policy, held }: { policy: string; held: boolean }) {
  const text = useWriting((state) => state.untaken[policy]?.at(-1));
  if (text === undefined) return null;
  const putBack = () => {
    sendDraft(policy, text, currentText(policy) ?? "");
    dropUntaken(policy);
  };
  return (
    <div className="yaml-tab__untaken" role="alert">
      <p>Your text was not taken: somebody else was writing here.</p>
      <Button disabled={held} look="quiet" onClick={putBack} small title="Replaces the text above by what you typed">
        Put it back
      </Button>
      <Button look="quiet" onClick={() => void navigator.clipboard?.writeText(text)} small>
        Copy it
      </Button>
      <Button look="quiet" onClick={() => dropUntaken(policy)} small>
        Discard it
      </Button>
    </div>
  );
}
