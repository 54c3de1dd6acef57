import { Editable } from "@/panels/parts/Editable";
import { Section } from "@/panels/parts/Section";
import { Segmented } from "@/panels/parts/Segmented";
import { uiStore } from "@/store/ui";
import { useBoard, useUi } from "@/store/use";
import { LessonPanel } from "../lesson/LessonPanel";
import { Outline } from "./Outline";
import { Palette } from "./Palette";
import { StartFrom } from "./StartFrom";
import "./left-panel.css";

const SHOWS = [
  { value: "lesson", label: "Lesson" },
  { value: "board", label: "Board" },
] as const;

/** On the board of a lesson the lesson stands here first. */
export function LeftPanel() {
  const lesson = useBoard((board) => board.lesson !== null);
  const shows = useUi((ui) => ui.leftShows);
  if (!lesson)
    return (
      <aside aria-label="Add and find" className="left-panel__place">
        <AddAndFind />
      </aside>
    );
  return (
    <aside aria-label="Lesson" className="left-panel left-panel--lesson">
      <Segmented
        legend="What this panel shows"
        name="left-shows"
        onChange={(leftShows) => uiStore.setState({ leftShows })}
        options={SHOWS}
        value={shows}
      />
      {shows === "lesson" ? <LessonPanel /> : <AddAndFind />}
    </aside>
  );
}

function AddAndFind() {
  return (
    <div className="left-panel">
      <Section title="Drag onto the canvas">
        <Editable>
          <Palette />
        </Editable>
      </Section>
      <Outline />
      <Editable>
        <StartFrom />
      </Editable>
    </div>
  );
}
