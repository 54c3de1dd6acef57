import { Button } from "@/panels/parts/Button";
import { Icon } from "@/panels/parts/Icon";
import { lessonStore } from "@/store/lesson";
import { RequestError, request } from "@/sync/rest";
import type { LessonState, StartedLesson } from "@/wire/messages";

/** The lesson is done; on to the next one. */
export function NextLesson({ lesson }: { lesson: LessonState }) {
  const { next } = lesson;
  return (
    <section aria-label="Lesson done" className="lesson__done">
      <span className="lesson__seal">
        <Icon name="check" size={18} />
      </span>
      <div>
        <b>Lesson done</b>
        <p>{next === null ? "This was the last one." : "It stays open: come back and try something else."}</p>
      </div>
      {next !== null && (
        <Button look="primary" onClick={() => void open(next)}>
          Next lesson
        </Button>
      )}
    </section>
  );
}

async function open(id: string) {
  try {
    const { board } = await request<StartedLesson>("POST", `lessons/${id}/start/`);
    location.assign(`/boards/${board}/`);
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    lessonStore.setState({ failure: error.message });
  }
}
