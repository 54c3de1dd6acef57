import type { ReactNode } from "react";
import { Button } from "@/panels/parts/Button";
import { Icon, type IconName } from "@/panels/parts/Icon";
import { useWorkshop } from "@/store/workshop";
import { freeze, show } from "@/sync/workshop";
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
          <b>No connection.</b> What you see may be old; it goes on by itself when the server can be reached.
        </Banner>
      )}
      {closed !== null && (
        <Banner icon="lock" tone="plain">
          <b>This room is closed.</b>{" "}
          {gone !== null && `Learners can look and take their progress along. Everything goes on ${dayOf(gone)}.`}
        </Banner>
      )}
      {closed === null && opened === 0 && (
        <Banner icon="people" tone="plain">
          <b>Nothing is open yet.</b> Who joins waits until you open the first lesson.
        </Banner>
      )}
      {frozen && closed === null && (
        <Banner icon="snow" tone="accent">
          <span>
            <b>The room is frozen.</b> Learners see their boards and can change nothing.
          </span>
          <Button onClick={() => void freeze(false)} small>
            Let them go on
          </Button>
        </Banner>
      )}
      {shown && (
        <Banner icon="monitor" tone="accent">
          <span>
            <b>The room sees a canvas.</b>{" "}
            {shown.kind === "own" ? "It is one of yours." : `It is a learner’s of “${title}”, without a name.`}
          </span>
          {shown.kind === "own" && (
            <a
              className="button button--plain button--small"
              href={`/boards/${shown.board}/`}
              rel="noopener"
              target="_blank"
            >
              Open it
            </a>
          )}
          <Button onClick={() => void show({})} small>
            Stop showing
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
