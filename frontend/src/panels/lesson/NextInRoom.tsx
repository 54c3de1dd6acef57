import { useEffect, useRef } from "react";
import { Button } from "@/panels/parts/Button";
import { Icon } from "@/panels/parts/Icon";
import { useWorkshop } from "@/store/workshop";
import { goToLesson } from "@/sync/workshop";

/** The lesson is done, in a workshop: on to the next one, or wait until it opens. */
export function NextInRoom() {
  const id = useWorkshop((held) => held.id);
  const next = useWorkshop(({ state, at }) => (at === null ? undefined : state?.workshop.lessons[at + 1]));
  const open = useWorkshop(({ state, at }) => at !== null && at + 1 < (state?.workshop.opened ?? 0));
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    place.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <section aria-label="Lesson done" className="lesson__done" ref={place}>
      <span className="lesson__seal">
        <Icon name="check" size={18} />
      </span>
      <div role="status">
        <b>Lesson done</b>
        {next && open && <p>Next: “{next.title}”.</p>}
        {next && !open && (
          <p>
            Wait here: “{next.title}” comes next. The instructor opens it for everybody. Meanwhile, try something else.
          </p>
        )}
        {!next && <p>This was the last one of the workshop.</p>}
      </div>
      {next && open && (
        <Button look="primary" onClick={() => void goToLesson(next.number)}>
          Next lesson
        </Button>
      )}
      {!next && (
        <a className="button button--plain" download href={`/api/v1/workshops/${id}/seat/progress/?as=csv`}>
          Take my progress along
        </a>
      )}
    </section>
  );
}
