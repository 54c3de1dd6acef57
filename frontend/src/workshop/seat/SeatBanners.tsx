import type { ReactNode } from "react";
import { Button } from "@/panels/parts/Button";
import { Icon, type IconName } from "@/panels/parts/Icon";
import { usePeople } from "@/store/people";
import { useWorkshop } from "@/store/workshop";
import { goToLesson } from "@/sync/workshop";
import { say } from "@/texts/workshop-seat";
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
          <b>{say.theWorkshopIsOver}</b>
          {say.youCanLookAtYourBoards} {gone !== null && say.everythingHereGoesOn(dayOf(gone))}
        </Banner>
      )}
      {frozen && closed === null && (
        <Banner icon="snow" tone="accent">
          <b>{say.handsOffForAMoment}</b>
          {say.frozenAndKept}
        </Banner>
      )}
      {looking && (
        <Banner icon="people" tone="accent">
          <b>{say.theInstructorIsLookingAtYour}</b>
        </Banner>
      )}
      {offline && (
        <Banner icon="alert" tone="warn">
          <b>{say.noConnection}</b>
          {say.goOnWhatYouDoIs}
        </Banner>
      )}
      {ahead && current !== null && (
        <Banner icon="play" tone="allow">
          <span>
            <b>{say.theRoomIsInLesson(current + 1)}</b> {lessons[current]?.title}
          </span>
          <Button look="primary" onClick={() => void goToLesson(current)} small>
            {say.goThere}
          </Button>
        </Banner>
      )}
      {onShown && (
        <Banner icon="monitor" tone="accent">
          <span>
            <b>{say.theRoomIsShownACanvas}</b>
          </span>
          <Button onClick={onShown} small>
            {say.lookAtIt}
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
