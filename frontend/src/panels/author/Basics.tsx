import { write } from "@/sync/author";
import { Line, Lines, Whole } from "./fields";
import { useWritten } from "./use-manuscript";

/** What the list of lessons shows. */
export function Basics() {
  const title = useWritten("title");
  const summary = useWritten("summary");
  const minutes = useWritten("minutes");
  const clock = useWritten("clock");
  return (
    <>
      <Line label="Title" onChange={(value) => write({ title: value })} path="title" value={title} />
      <Lines
        label="The idea in one sentence"
        onChange={(value) => write({ summary: value })}
        path="summary"
        rows={2}
        value={summary}
      />
      <div className="author__row">
        <Whole
          label="Minutes it takes"
          onChange={(value) => write({ minutes: value ?? 0 })}
          path="minutes"
          value={minutes}
        />
        <Whole label="On the clock (exam)" onChange={(value) => write({ clock: value })} path="clock" value={clock} />
      </div>
    </>
  );
}
