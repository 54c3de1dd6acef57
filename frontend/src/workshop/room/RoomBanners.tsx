import type { ReactNode } from "react";
import { Button } from "@/panels/parts/Button";
import { Icon, type IconName } from "@/panels/parts/Icon";
import { useWorkshop } from "@/store/workshop";
import { freeze, show } from "@/sync/workshop";
import { say } from "@/texts/workshop-room";
import type { WorkshopFacts } from "@/wire/messages";
import { dayOf } from "@/workshop/words";
import "./room-banners.css";

/** What holds for the whole room just now, each with the way to end it. */
export function RoomBanners({ workshop }: { workshop: WorkshopFacts }) {
  const offline = useWorkshop((held) => held.link === "offline");
  const { frozen, shown, closed_at: closed, gone_at: gone, lessons, opened } = workshop;
  const title = shown?.lesson == null ? "" : (lessons[shown.lesson]?.title ?? "");
  return (
    <>
      {offline && (
        <Banner icon="alert" tone="warn">
          <b>{say.noConnection}</b>
          {say.whatYouSeeMayBeOld}
        </Banner>
      )}
      {closed !== null && (
        <Banner icon="lock" tone="plain">
          <b>{say.thisRoomIsClosed}</b> {gone !== null && say.learnersCanLookAndTakeTheir(dayOf(gone))}
        </Banner>
      )}
      {closed === null && opened === 0 && (
        <Banner icon="people" tone="plain">
          <b>{say.nothingIsOpenYet}</b>
          {say.whoJoinsWaitsUntilYouOpen}
        </Banner>
      )}
      {frozen && closed === null && (
        <Banner icon="snow" tone="accent">
          <span>
            <b>{say.theRoomIsFrozen}</b>
            {say.learnersSeeTheirBoardsAndCan}
          </span>
          <Button onClick={() => void freeze(false)} small>
            {say.letThemGoOn}
          </Button>
        </Banner>
      )}
      {shown && (
        <Banner icon="monitor" tone="accent">
          <span>
            <b>{say.theRoomSeesACanvas}</b>{" "}
            {shown.kind === "own" ? say.itIsOneOfYours : say.itIsALearnersOfWithout(title)}
          </span>
          {shown.kind === "own" && (
            <a
              className="button button--plain button--small"
              href={`/boards/${shown.board}/`}
              rel="noopener"
              target="_blank"
            >
              {say.openIt}
            </a>
          )}
          <Button onClick={() => void show({})} small>
            {say.stopShowing}
          </Button>
        </Banner>
      )}
    </>
  );
}

interface BannerProps {
  icon: IconName;
  tone: "plain" | "warn" | "accent";
  children: ReactNode;
}

function Banner({ icon, tone, children }: BannerProps) {
  return (
    <div className={`room-banner room-banner--${tone}`} role="status">
      <Icon name={icon} />
      {children}
    </div>
  );
}
