import { Button } from "@/panels/parts/Button";
import { record, show, write } from "@/sync/author";
import { Lines } from "./fields";
import { Reached } from "./Reached";
import { useWritten } from "./use-manuscript";

/** Played on the canvas like a learner would, and recorded as what it changed. */
export function SolutionPart() {
  const solution = useWritten("solution");
  return (
    <>
      <p>Show the start, do on the canvas what a learner has to do, and record what you changed.</p>
      <div className="author__deeds">
        <Button onClick={() => void show("start")} small>
          1. Show the start
        </Button>
        <Button look="primary" onClick={() => void record("solution")} small>
          2. Record the solution
        </Button>
        {solution && (
          <Button onClick={() => void show("solution")} small title="Puts it on the board; undo takes that back">
            Show it
          </Button>
        )}
      </div>
      <Reached what="solution" />
      <Lines
        label="As manifests"
        mono
        onChange={(value) => write({ solution: value })}
        path="solution"
        rows={6}
        value={solution}
      />
    </>
  );
}
