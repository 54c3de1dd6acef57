import { Button } from "@/panels/parts/Button";
import { useWriting } from "@/store/use";
import { dropUntaken } from "@/store/writing";
import { putText } from "./put-text";

/** What this person typed and the server refused: it can be put back, copied or thrown away. */
export function Untaken({ policy }: { policy: string }) {
  const text = useWriting((state) => state.untaken[policy]?.at(-1));
  if (text === undefined) return null;
  const putBack = () => {
    putText(policy, text);
    dropUntaken(policy);
  };
  return (
    <div className="yaml-tab__untaken" role="alert">
      <p>Your text was not taken.</p>
      <Button look="quiet" onClick={putBack} small title="Replaces the text above by what you typed">
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
