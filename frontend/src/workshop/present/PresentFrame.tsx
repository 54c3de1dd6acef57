import type { ReactNode } from "react";
import { Button } from "@/panels/parts/Button";
import { Logo } from "@/panels/parts/Logo";
import { Segmented } from "@/panels/parts/Segmented";
import { ThemeSwitch } from "@/panels/parts/ThemeSwitch";
import { say } from "@/texts/workshop";
import type { JoinAt, WorkshopFacts } from "@/wire/messages";
import { addressOf } from "../address";
import "./present.css";

export type Slide = "join" | "progress" | "prediction" | "canvas";

const SLIDES: readonly { value: Slide; label: string }[] = [
  { value: "join", label: say.join },
  { value: "progress", label: say.progress },
  { value: "prediction", label: say.prediction },
  { value: "canvas", label: say.canvas },
];

interface PresentFrameProps {
  workshop: WorkshopFacts;
  join: JoinAt;
  slide: Slide;
  onSlide: (slide: Slide) => void;
  /** Controls of the slide, beside the choice of slides. */
  tools?: ReactNode;
  children: ReactNode;
}

/** What the projector shows: the title, one slide, and at the foot how to join and, for the instructor, the choice. */
export function PresentFrame({ workshop, join, slide, onSlide, tools, children }: PresentFrameProps) {
  const { id, title, code, shown, frozen, closed_at: closed } = workshop;
  const offered = SLIDES.filter(({ value }) => value !== "canvas" || shown !== null);
  const full = () =>
    void (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen());
  return (
    <div className="present" data-slide={slide}>
      <header className="present__top">
        <Logo />
        <h1 className="ellipsis">{title}</h1>
        {frozen && <span className="present__frozen">{say.handsOffForAMoment}</span>}
        {closed === null && slide !== "join" && (
          <p className="present__small">
            {join.address} <b>{code}</b>
          </p>
        )}
      </header>
      <main className="present__main">{children}</main>
      <footer className="present__foot">
        <Segmented<Slide>
          legend={say.whatTheProjectorShows}
          name="slide"
          onChange={onSlide}
          options={offered}
          value={slide}
        />
        {tools}
        <span className="present__space" />
        <ThemeSwitch />
        <Button icon="monitor" onClick={full}>
          {say.fullScreen}
        </Button>
        <a className="button button--plain" href={addressOf(id, { name: "room" })}>
          {say.backToTheRoom}
        </a>
      </footer>
    </div>
  );
}
