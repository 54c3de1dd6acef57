import { useEffect } from "react";
import { Button } from "@/panels/parts/Button";
import { Icon } from "@/panels/parts/Icon";
import { Prose } from "@/panels/parts/Prose";
import { faultsWithin, useAuthor } from "@/store/author";
import { uiStore } from "@/store/ui";
import type { OwnLessonState } from "@/wire/messages";
import { Basics } from "./Basics";
import { FeedbackPart } from "./FeedbackPart";
import { GoalsPart } from "./GoalsPart";
import { HintsPart } from "./HintsPart";
import { Part } from "./Part";
import { playOwnLesson } from "./play";
import { RulesPart } from "./RulesPart";
import { SolutionPart } from "./SolutionPart";
import { StartPart } from "./StartPart";
import { StepsPart } from "./StepsPart";
import { WorldsPart } from "./WorldsPart";
import { WrongPart } from "./WrongPart";
import "./author.css";

const PARTS = [
  { title: "About", paths: ["title", "summary", "minutes", "clock"], Fields: Basics },
  { title: "Start", paths: ["board", "policies"], Fields: StartPart },
  { title: "Goals", paths: ["goals"], Fields: GoalsPart },
  { title: "Solution", paths: ["solution"], Fields: SolutionPart },
  { title: "Wrong solutions", paths: ["wrong"], Fields: WrongPart },
  { title: "Steps", paths: ["steps"], Fields: StepsPart },
  { title: "Hints", paths: ["hints"], Fields: HintsPart },
  { title: "Feedback to problems", paths: ["feedback"], Fields: FeedbackPart },
  { title: "Clusters that the learner does not see", paths: ["worlds"], Fields: WorldsPart },
  { title: "Tools and locks", paths: ["tools", "locked"], Fields: RulesPart },
] as const;
const EVERY = PARTS.flatMap(({ paths }): readonly string[] => paths);

/** A lesson that is written on the open board: its parts, with what the check says to each. */
export default function AuthorPanel() {
  const held = useAuthor((state) => state.held);
  const failure = useAuthor((state) => state.failure);
  const id = held?.id;
  useEffect(() => {
    if (id) uiStore.setState({ rightOpen: false });
  }, [id]);
  if (!held) return <p role="status">{failure ?? "Opening the lesson…"}</p>;
  const { faults } = held;
  const others = faults.filter((fault) => !faultsWithin([fault], EVERY).length);
  return (
    <div className="author">
      <Head held={held} />
      {failure && (
        <p className="author__failure" role="alert">
          <Prose text={failure} />
        </p>
      )}
      <div className="author__parts">
        {others.map(({ message }) => (
          <p className="author__failure" key={message}>
            <Prose text={message} />
          </p>
        ))}
        {PARTS.map(({ title, paths, Fields }) => (
          <Part faults={faultsWithin(faults, paths).length} key={title} title={title}>
            <Fields />
          </Part>
        ))}
      </div>
    </div>
  );
}

function Head({ held }: { held: OwnLessonState }) {
  const kept = useAuthor((state) => state.kept);
  const { id, faults, manuscript, playable } = held;
  const sound = faults.length === 0;
  return (
    <header className="author__head">
      <p className="author__track">A lesson of yours</p>
      <h2 className="ellipsis">{manuscript.title || "Untitled lesson"}</h2>
      <p className={sound ? "author__check author__check--sound" : "author__check"} role="status">
        <Icon name={sound ? "check" : "alert"} size={14} />
        {sound ? "Sound: it keeps what it promises." : counted(faults.length)}
        <span className="author__kept">{KEPT[kept]}</span>
      </p>
      <div className="author__deeds">
        <Button
          disabled={!playable}
          icon="play"
          look="primary"
          onClick={() => void playOwnLesson(id)}
          small
          title={
            playable ? "Plays the newest version that was sound, from its start" : "It can be played once it is sound"
          }
        >
          {playable && !sound ? "Play the last sound version" : "Play it"}
        </Button>
        <a className="button button--plain button--small" download href={`/api/v1/lessons/own/${id}/file/`}>
          <Icon name="download" size={14} />
          Export YAML
        </a>
      </div>
    </header>
  );
}

const KEPT = { kept: "Kept", sending: "Keeping…", failed: "Not kept" };

function counted(faults: number): string {
  return faults === 1 ? "1 thing to mend" : `${faults} things to mend`;
}
