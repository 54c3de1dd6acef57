import { lazy, Suspense } from "react";
import { Editable } from "@/panels/parts/Editable";
import { Locked, LockedNote } from "@/panels/parts/Locked";
import { Section } from "@/panels/parts/Section";
import { Segmented } from "@/panels/parts/Segmented";
import { uiStore } from "@/store/ui";
import { useBoard, useUi, useWhyLocked } from "@/store/use";
import { say } from "@/texts/left";
import { LessonPanel } from "../lesson/LessonPanel";
import { Outline } from "./Outline";
import { Palette } from "./Palette";
import { StartFrom } from "./StartFrom";
import "./left-panel.css";

const SHOWS = [
  { value: "lesson", label: say.lesson },
  { value: "board", label: say.board },
] as const;

const AuthorPanel = lazy(() => import("../author/AuthorPanel"));

/** On the board of a lesson the lesson stands here first. */
export function LeftPanel() {
  const lesson = useBoard((board) => board.lesson !== null);
  const written = useBoard((board) => board.ownLesson !== null);
  const shows = useUi((ui) => ui.leftShows);
  if (!lesson && !written)
    return (
      <aside aria-label={say.addAndFind} className="left-panel__place">
        <AddAndFind />
      </aside>
    );
  return (
    <aside aria-label={say.lesson} className="left-panel left-panel--lesson">
      <Segmented
        legend={say.whatThisPanelShows}
        name="left-shows"
        onChange={(leftShows) => uiStore.setState({ leftShows })}
        options={SHOWS}
        value={shows}
      />
      {shows === "board" ? <AddAndFind /> : lesson ? <LessonPanel /> : <Writing />}
    </aside>
  );
}

/** Few people write lessons: what that takes comes when it is asked for. */
function Writing() {
  return (
    <Suspense fallback={<p role="status">{say.openingTheLesson}</p>}>
      <AuthorPanel />
    </Suspense>
  );
}

function AddAndFind() {
  return (
    <div className="left-panel">
      <Section title={say.dragOntoTheCanvas}>
        <Editable>
          <Palette />
        </Editable>
      </Section>
      <Outline />
      <Locked reason={useWhyLocked("policies")}>
        <Editable>
          <StartFrom />
        </Editable>
        <LockedNote />
      </Locked>
    </div>
  );
}
