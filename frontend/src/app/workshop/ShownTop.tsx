import { Button } from "@/panels/parts/Button";
import { ThemeSwitch } from "@/panels/parts/ThemeSwitch";
import { say } from "@/texts/app";
import type { Shown, WorkshopFacts } from "@/wire/messages";
import { WorkshopTop } from "@/workshop/parts/WorkshopTop";
import { Banner } from "@/workshop/seat/SeatBanners";
import { useShownCanvas } from "./use-shown-canvas";

interface ShownTopProps {
  workshop: WorkshopFacts;
  kind: Shown["kind"];
  lesson: string | null;
  onBack: () => void;
}

/** Above the canvas that the room is shown. */
export function ShownTop({ workshop, kind, lesson, onBack }: ShownTopProps) {
  useShownCanvas();
  return (
    <div className="seat-top">
      <WorkshopTop title={workshop.title}>
        <span className="workshop-top__space" />
        <ThemeSwitch />
        <Button look="primary" onClick={onBack}>
          {say.backToMyCanvas}
        </Button>
      </WorkshopTop>
      <Banner icon="monitor" tone="accent">
        {kind === "own" ? (
          <b>{say.youSeeTheInstructorsCanvasAs}</b>
        ) : (
          <b>
            {say.youSeeHowSomebodyInThe}
            {lesson}”.
          </b>
        )}{" "}
        {say.yourOwnCanvasWaitsAsYou}
      </Banner>
    </div>
  );
}
