import { say } from "@/texts/import";
import { sized } from "../manifest-files";
import type { Progress } from "./deliver";

const WORDS: Record<Progress["stage"], string> = {
  sending: "Sending",
  waiting: say.waitingOtherManifestsAreBeingRead,
  reading: "Reading",
  comparing: say.comparingWithTheBoard,
  placing: say.placingOnTheBoard,
};

/** How far it is; cancelling leaves the board as it is. */
export function WorkingStep({ progress: { stage, done, of } }: { progress: Progress }) {
  const known = of > 0;
  return (
    <div className="import-working">
      <p role="status">{WORDS[stage]}…</p>
      <progress aria-label={WORDS[stage]} max={known ? of : undefined} value={known ? done : undefined} />
      <p className="import-dialog__quiet">{known ? say.of(sized(done), sized(of)) : say.nothingIsOnTheBoardYet}</p>
    </div>
  );
}
