import { useEffect } from "react";
import { announce } from "@/store/board";
import { usePeople } from "@/store/people";
import { useWorkshop } from "@/store/workshop";
import type { WorkshopMessage } from "@/wire/messages";

const WORDS: Partial<Record<WorkshopMessage["what"], string>> = {
  lesson_opened: "The instructor opened the next lesson.",
  frozen: "The instructor has frozen the room. What you wrote is kept.",
  thawed: "You can go on.",
  hint: "The instructor gave everybody a hint.",
  solution: "The instructor released the solution.",
  shown: "The room is shown a canvas.",
  unshown: "You are back at your own canvas.",
  closed: "The workshop is over.",
};

/** Says aloud what the instructor does that a learner must know. */
export function useSeatWords(): void {
  const event = useWorkshop((held) => held.event);
  const looking = usePeople((people) => Object.values(people.others).some(({ instructor }) => instructor));
  useEffect(() => {
    if (event) announce(WORDS[event.what] ?? "");
  }, [event]);
  useEffect(() => {
    if (looking) announce("The instructor is looking at your canvas.");
  }, [looking]);
}
