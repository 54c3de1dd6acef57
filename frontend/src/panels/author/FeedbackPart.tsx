import { Button } from "@/panels/parts/Button";
import { write } from "@/sync/author";
import { Choice, Item, Lines } from "./fields";
import { changed, without } from "./lists";
import { usePlayed, useWritten } from "./use-manuscript";

/** What is said when the learner's policies show a problem: those that the start or a wrong solution shows. */
export function FeedbackPart() {
  const feedback = useWritten("feedback");
  const known = [...new Set(usePlayed().flatMap(({ what, problems }) => (what === "solution" ? [] : problems)))].sort();
  const said = feedback.map(({ problem }) => problem);
  const free = known.filter((problem) => !said.includes(problem));
  return (
    <>
      <p>Problems that the start or a wrong solution shows can be answered with a sentence.</p>
      {feedback.map((one, at) => {
        const path = `feedback[${at}]`;
        const change = (part: Partial<typeof one>) => write({ feedback: changed(feedback, at, part) });
        return (
          <Item
            key={path}
            onRemove={() => write({ feedback: without(feedback, at) })}
            path={path}
            title={one.problem || "Feedback"}
            what="this feedback"
          >
            <Choice
              label="Problem"
              none="Choose a problem"
              onChange={(problem) => change({ problem })}
              options={known.map((problem) => ({ value: problem, label: problem }))}
              path={`feedback.${one.problem}`}
              value={one.problem}
            />
            <Lines
              label="What is said"
              onChange={(words) => change({ words })}
              path={`${path}.words`}
              rows={2}
              value={one.words}
            />
          </Item>
        );
      })}
      <Button
        disabled={free.length === 0}
        icon="plus"
        onClick={() => write({ feedback: [...feedback, { problem: free[0] ?? "", words: "" }] })}
        small
        title={free.length === 0 ? "Record a wrong solution that shows a problem first" : undefined}
      >
        Feedback
      </Button>
    </>
  );
}
