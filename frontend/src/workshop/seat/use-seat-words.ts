import { useEffect } from "react";
import { announce } from "@/store/board";
import { usePeople } from "@/store/people";
import { useWorkshop } from "@/store/workshop";
import { say } from "@/texts/workshop-seat";
import type { WorkshopMessage } from "@/wire/messages";

const WORDS: Partial<Record<WorkshopMessage["what"], string>> = {
  lesson_opened: say.theInstructorOpenedTheNextLesson,
  frozen: say.theRoomIsFrozen,
  thawed: say.youCanGoOn,
  hint: say.theInstructorGaveEverybodyAHint,
  solution: say.theInstructorReleasedTheSolution,
  shown: say.theRoomIsShownACanvas,
  unshown: say.youAreBackAtYourOwn,
  closed: say.theWorkshopIsOver,
};

/** Says aloud what the instructor does that a learner must know. */
export function useSeatWords(): void {
  const event = useWorkshop((held) => held.event);
  const looking = usePeople((people) => Object.values(people.others).some(({ instructor }) => instructor));
  useEffect(() => {
    if (event) announce(WORDS[event.what] ?? "");
  }, [event]);
  useEffect(() => {
    if (looking) announce(say.theInstructorIsLookingAtYour);
  }, [looking]);
}
