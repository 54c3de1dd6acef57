import { Button } from "@/panels/parts/Button";
import { ThemeSwitch } from "@/panels/parts/ThemeSwitch";
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
          Back to my canvas
        </Button>
      </WorkshopTop>
      <Banner icon="monitor" tone="accent">
        {kind === "own" ? (
          <b>You see the instructor’s canvas, as it changes.</b>
        ) : (
          <b>You see how somebody in the room did “{lesson}”.</b>
        )}{" "}
        Your own canvas waits as you left it.
      </Banner>
    </div>
  );
}
