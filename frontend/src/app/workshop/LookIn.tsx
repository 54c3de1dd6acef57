import { Button } from "@/panels/parts/Button";
import { Chip } from "@/panels/parts/Chip";
import { Icon } from "@/panels/parts/Icon";
import { SavedChip } from "@/panels/top-bar/SavedChip";
import { lowerHand, show } from "@/sync/workshop";
import { say } from "@/texts/app";
import type { Room, SeatEntry, WorkshopFacts } from "@/wire/messages";
import { goToView } from "@/workshop/address";
import { WorkshopTop } from "@/workshop/parts/WorkshopTop";
import { arranged, EVERYBODY } from "@/workshop/room/arranging";
import { Editor } from "../editor/Editor";
import { Frame } from "../Opening";
import "@/workshop/seat/seat.css";

interface LookInProps {
  workshop: WorkshopFacts;
  room: Room;
  seat: string;
  lesson: number;
}

/** A learner's canvas, opened by the instructor; the learner is told. */
export function LookIn({ workshop, room, seat: id, lesson }: LookInProps) {
  const seat = room.seats.find((one) => one.id === id);
  const work = seat?.work.find((one) => one.lesson === lesson) ?? seat?.work[0];
  if (!seat || !work) {
    return (
      <Frame>
        <p>{say.thereIsNoCanvasToLook}</p>
        <Button onClick={() => goToView({ name: "room" })}>{say.backToTheRoom}</Button>
      </Frame>
    );
  }
  return (
    <Editor
      id={work.board}
      key={work.board}
      top={<LookTop room={room} seat={seat} workshop={workshop} at={work.lesson} />}
    />
  );
}

interface LookTopProps {
  workshop: WorkshopFacts;
  room: Room;
  seat: SeatEntry;
  at: number;
}

function LookTop({ workshop, room, seat, at }: LookTopProps) {
  const { id, nickname, hand, work } = seat;
  const waiting = arranged(room.seats, { ...EVERYBODY, filter: "hands", sort: "help" });
  const next = waiting.find((one) => one.id !== id && one.work.length > 0);
  return (
    <div className="seat-top">
      <WorkshopTop title={nickname}>
        <Button icon="undo" onClick={() => goToView({ name: "room" })}>
          {say.backToTheRoom}
        </Button>
        <select
          aria-label={say.whichOfTheCanvasesOf(nickname)}
          className="field__input look-in__lesson"
          onChange={({ target }) => goToView({ name: "canvas", seat: id, lesson: Number(target.value) })}
          value={at}
        >
          {work.map(({ lesson }) => (
            <option key={lesson} value={lesson}>
              {lesson + 1}. {workshop.lessons[lesson]?.title}
            </option>
          ))}
        </select>
        <SavedChip />
        <Chip>
          <Icon name="people" size={11} /> {say.seesThatYouAreHere(nickname)}
        </Chip>
        <span className="workshop-top__space" />
        {hand !== null && (
          <Button className="hand hand--up" icon="hand" onClick={() => void lowerHand(id)}>
            {say.lowerTheHand}
          </Button>
        )}
        {next && (
          <Button
            onClick={() =>
              goToView({ name: "canvas", seat: next.id, lesson: next.lesson ?? next.work[0]?.lesson ?? 0 })
            }
          >
            {say.nextHand(next.nickname)}
          </Button>
        )}
        {workshop.closed_at === null && (
          <Button icon="monitor" onClick={() => void show({ seat: id, lesson: at })}>
            {say.showWithoutAName}
          </Button>
        )}
      </WorkshopTop>
    </div>
  );
}
