import type { ReactNode } from "react";
import { Button } from "@/panels/parts/Button";
import { Icon, type IconName } from "@/panels/parts/Icon";
import { usePeople } from "@/store/people";
import { useWorkshop } from "@/store/workshop";
import { goToLesson } from "@/sync/workshop";
import type { WorkshopFacts } from "@/wire/messages";
import { dayOf } from "../words";

interface SeatBannersProps {
  workshop: WorkshopFacts;
  at: number | null;
  /** Shows again what the room is shown; null when nothing is. */
  onShown: (() => void) | null;
}

/** What holds for a learner just now, below the top bar. */
export function SeatBanners({ workshop, at, onShown }: SeatBannersProps) {
  const looking = usePeople((people) => Object.values(people.others).some(({ instructor }) => instructor));
  const offline = useWorkshop((held) => held.link === "offline");
  const { frozen, closed_at: closed, gone_at: gone, current, opened, lessons } = workshop;
  const ahead = closed === null && at !== null && current !== null && current !== at && current < opened;
  return (
    <>
      {closed !== null && (
        <Banner icon="lock" tone="plain">
          <b>The workshop is over.</b> You can look at your boards and take your progress along.{" "}
          {gone !== null && `Everything here goes on ${dayOf(gone)}.`}
        </Banner>
      )}
      {frozen && closed === null && (
        <Banner icon="snow" tone="accent">
          <b>Hands off for a moment.</b> The instructor has frozen the room. What you wrote is kept.
        </Banner>
      )}
      {looking && (
        <Banner icon="people" tone="accent">
          <b>The instructor is looking at your canvas.</b>
        </Banner>
      )}
      {offline && (
        <Banner icon="alert" tone="warn">
          <b>No connection.</b> Go on: what you do is kept in this tab and sent when the connection is back.
        </Banner>
      )}
      {ahead && current !== null && (
        <Banner icon="play" tone="allow">
          <span>
            <b>The room is in lesson {current + 1}:</b> {lessons[current]?.title}
          </span>
          <Button look="primary" onClick={() => void goToLesson(current)} small>
            Go there
          </Button>
        </Banner>
      )}
      {onShown && (
        <Banner icon="monitor" tone="accent">
          <span>
            <b>The room is shown a canvas.</b>
          </span>
          <Button onClick={onShown} small>
            Look at it
          </Button>
        </Banner>
      )}
    </>
  );
}

interface BannerProps {
  icon: IconName;
  tone: "plain" | "warn" | "accent" | "allow";
  children: ReactNode;
}

export function Banner({ icon, tone, children }: BannerProps) {
  return (
    <div className={`seat-banner seat-banner--${tone}`} role="status">
      <Icon name={icon} />
      {children}
    </div>
  );
}
