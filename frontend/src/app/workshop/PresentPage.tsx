import { useEffect, useState } from "react";
import { Button } from "@/panels/parts/Button";
import { say } from "@/texts/app";
import type { JoinAt, Room, Shown, WorkshopFacts } from "@/wire/messages";
import { JoiningView } from "@/workshop/present/JoiningView";
import { PredictionView } from "@/workshop/present/PredictionView";
import { PresentFrame, type Slide } from "@/workshop/present/PresentFrame";
import { ProgressView } from "@/workshop/present/ProgressView";
import { Editor } from "../editor/Editor";
import { useShownCanvas } from "./use-shown-canvas";

interface PresentPageProps {
  workshop: WorkshopFacts;
  room: Room;
  join: JoinAt;
}

/** What the projector shows. It follows the room by itself; the instructor may choose another slide. */
export function PresentPage({ workshop, room, join }: PresentPageProps) {
  const [chosen, setChosen] = useState<Slide | null>(null);
  const [answers, setAnswers] = useState(false);
  const { shown, opened, current } = workshop;
  const shownNow = shown?.board ?? null;
  const begun = opened > 0;
  // Something new to see: the choice made before is about what was there then.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the choice is forgotten when these change
  useEffect(() => setChosen(null), [shownNow, begun]);
  const fitting: Slide = shown ? "canvas" : begun ? "progress" : "join";
  const slide = chosen === null || (chosen === "canvas" && !shown) ? fitting : chosen;
  const counts = room.predictions.filter(({ lesson }) => lesson === current).at(-1);
  const tools = slide === "prediction" && counts && (
    <Button aria-pressed={answers} onClick={() => setAnswers(!answers)}>
      {answers ? say.hideWhatIsSo : say.sayWhatIsSo}
    </Button>
  );
  return (
    <PresentFrame join={join} onSlide={setChosen} slide={slide} tools={tools} workshop={workshop}>
      {slide === "join" && <JoiningView join={join} room={room} workshop={workshop} />}
      {slide === "progress" && <ProgressView room={room} workshop={workshop} />}
      {slide === "prediction" && <PredictionView answers={answers} counts={counts} workshop={workshop} />}
      {slide === "canvas" && shown && <ShownCanvas key={shown.board} shown={shown} />}
    </PresentFrame>
  );
}

/** The canvas and its YAML, without the panels beside them. */
function ShownCanvas({ shown }: { shown: Shown }) {
  useShownCanvas();
  return <Editor id={shown.board} top={null} />;
}
