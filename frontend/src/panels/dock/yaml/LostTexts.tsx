import { newId } from "@/model/ids";
import { Button } from "@/panels/parts/Button";
import { boardStore } from "@/store/board";
import { openPolicy } from "@/store/ui";
import { useBoard, useWriting } from "@/store/use";
import { dropLost, type Lost } from "@/store/writing";
import { sendOrTell } from "@/sync/session";
import { putText } from "./put-text";

/** What this person was typing into policies that somebody deleted meanwhile. */
export function LostTexts() {
  const lost = useWriting((state) => state.lost);
  return lost.map((each) => <LostText key={each.policy} lost={each} />);
}

function LostText({ lost: { policy, name, text } }: { lost: Lost }) {
  const back = useBoard((state) => state.policies[policy] !== undefined);
  const putBack = async () => {
    if (!boardStore.getState().policies[policy]) {
      const id = newId();
      if (!(await sendOrTell("add_policy", { id, text }))) return;
      openPolicy(id);
    } else {
      putText(policy, text);
      openPolicy(policy);
    }
    dropLost(policy);
  };
  return (
    <div className="yaml-tab__untaken yaml-tab__lost" role="alert">
      <p>{back ? `${name} is back, without what you typed.` : `${name} was deleted while you were typing into it.`}</p>
      <Button look="quiet" onClick={() => void putBack()} small title={text}>
        {back ? "Put it back" : "Make a policy of it"}
      </Button>
      <Button look="quiet" onClick={() => void navigator.clipboard?.writeText(text)} small>
        Copy it
      </Button>
      <Button look="quiet" onClick={() => dropLost(policy)} small>
        Discard it
      </Button>
    </div>
  );
}
