import { Icon } from "@/panels/parts/Icon";
import { Prose } from "@/panels/parts/Prose";
import { say } from "@/texts/workshop-join";
import type { Fault } from "@/wire/messages";

/** What to do about a refusal, beside the server's own words; the codes are its contract. */
const ADVICE: Record<string, string> = {
  workshop_full: say.askTheInstructorSomebodyMayHave,
  workshop_closed: say.theInstructorHasClosedItNobody,
  seat_removed: say.ifThatWasAMistakeAsk,
  unreachable: say.areYouInTheSameNetwork,
};

/** Why somebody cannot come in, and what they can do. */
export function JoinFault({ fault, wait }: { fault: Fault | null; wait: number }) {
  if (!fault) return null;
  const advice =
    fault.code === "too_many_attempts"
      ? wait > 0
        ? say.tryAgainInSeconds(wait)
        : say.nowYouMayTryAgain
      : ADVICE[fault.code];
  return (
    <div className="join__fault" id="join-fault" role="alert">
      <Icon name="alert" size={16} />
      <p>
        <b>
          <Prose text={fault.message} />
        </b>
        {advice && <span>{advice}</span>}
      </p>
    </div>
  );
}
