import { Button } from "@/panels/parts/Button";
import { record, show, write } from "@/sync/author";
import { Choice, Item, Line, Lines } from "./fields";
import { changed, without } from "./lists";
import { Reached } from "./Reached";
import { usePlayed, useWritten } from "./use-manuscript";

/** What people write instead: recorded in the same way, with the goal that it must fail. */
export function WrongPart() {
  const wrong = useWritten("wrong");
  const goals = useWritten("goals");
  const played = usePlayed();
  return (
    <>
      <p>Make the mistake on the canvas, and record it. Each must fail a goal, or the goal lets it pass.</p>
      <div className="author__deeds">
        <Button look="primary" onClick={() => void record("wrong")} small>
          Record a wrong solution
        </Button>
      </div>
      {wrong.map((one, at) => {
        const change = (part: Partial<typeof one>) => write({ wrong: changed(wrong, at, part) });
        const path = `wrong[${at}]`;
        const shown = played.find(({ what }) => what === path)?.problems ?? [];
        return (
          <Item
            key={path}
            onRemove={() => write({ wrong: without(wrong, at) })}
            path={path}
            title={one.name || `Wrong solution ${at + 1}`}
            what="this wrong solution"
          >
            <Line
              label="The mistake in a few words"
              onChange={(name) => change({ name })}
              path={`${path}.name`}
              value={one.name}
            />
            <Choice
              label="The goal that it must fail"
              none="Choose a goal"
              onChange={(fails) => change({ fails })}
              options={goals.map(({ id, sentence }) => ({ value: id, label: sentence || id }))}
              path={`${path}.fails`}
              value={one.fails}
            />
            <Choice
              label="The problem behind it"
              none="None that the linter knows"
              onChange={(problem) => change({ problem: problem || null })}
              options={shown.map((problem) => ({ value: problem, label: problem }))}
              path={`${path}.problem`}
              value={one.problem ?? ""}
            />
            <Reached what={path} />
            <div className="author__deeds">
              <Button onClick={() => void show("wrong", at)} small>
                Show it
              </Button>
              <Button onClick={() => void record("wrong", at)} small>
                Record it anew
              </Button>
            </div>
            <Lines
              label="As manifests"
              mono
              onChange={(policies) => change({ policies })}
              path={`${path}.policies`}
              value={one.policies}
            />
          </Item>
        );
      })}
    </>
  );
}
