import { Icon } from "@/panels/parts/Icon";
import { Prose } from "@/panels/parts/Prose";
import type { Fault } from "@/wire/messages";

/** What to do about a refusal, beside the server's own words; the codes are its contract. */
const ADVICE: Record<string, string> = {
  workshop_full: "Ask the instructor: somebody may have left, or there is a second room.",
  workshop_closed: "The instructor has closed it. Nobody can join any more.",
  seat_removed: "If that was a mistake, ask the instructor to let you in again.",
  unreachable: "Are you in the same network as the instructor?",
};

/** Why somebody cannot come in, and what they can do. */
export function JoinFault({ fault, wait }: { fault: Fault | null; wait: number }) {
  if (!fault) return null;
  const advice =
    fault.code === "too_many_attempts"
      ? wait > 0
        ? `Try again in ${wait} seconds.`
        : "Now you may try again."
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
