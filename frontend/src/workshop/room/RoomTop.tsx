import { Button } from "@/panels/parts/Button";
import { Chip } from "@/panels/parts/Chip";
import { Icon } from "@/panels/parts/Icon";
import { Menu, type MenuEntry } from "@/panels/parts/Menu";
import { ThemeSwitch } from "@/panels/parts/ThemeSwitch";
import { freeze, openLesson, release } from "@/sync/workshop";
import { say } from "@/texts/workshop-room";
import type { Room, WorkshopFacts } from "@/wire/messages";
import { addressOf } from "@/workshop/address";
import { learnersWords } from "@/workshop/words";
import { WorkshopTop } from "../parts/WorkshopTop";

/** The dialogs that the top bar opens. */
export type RoomDialog = "push" | "rename" | "lesson" | "reset" | "close" | "delete";

interface RoomTopProps {
  workshop: WorkshopFacts;
  room: Room;
  onDialog: (dialog: RoomDialog) => void;
}

/** What the instructor does with the whole room. */
export function RoomTop({ workshop, room, onDialog }: RoomTopProps) {
  const { id, frozen, opened, lessons, closed_at: closed } = workshop;
  const learners = room.seats.filter(({ removed }) => !removed);
  const here = learners.filter((seat) => seat.here).length;
  return (
    <WorkshopTop title={workshop.title}>
      <Chip>{say.learnersHere(learnersWords(learners.length), here)}</Chip>
      <span className="workshop-top__space" />
      <ThemeSwitch />
      <a className="button button--plain" href={addressOf(id, { name: "present" })} rel="noopener" target="_blank">
        {say.showOnProjector}
      </a>
      {closed === null && (
        <>
          <Button aria-pressed={frozen} icon="snow" onClick={() => void freeze(!frozen)}>
            {frozen ? say.letThemGoOn : say.freeze}
          </Button>
          <ReleaseMenu room={room} workshop={workshop} />
          {opened < lessons.length && (
            <Button look="primary" onClick={() => void openLesson({})}>
              {opened === 0 ? say.openTheFirstLesson : say.openNextLesson}
            </Button>
          )}
        </>
      )}
      <Menu
        className="button button--plain button--icon"
        entries={closed === null ? openEntries(workshop, onDialog) : closedEntries(workshop, onDialog)}
        label={say.moreForThisRoom}
      >
        <Icon name="more" />
      </Menu>
    </WorkshopTop>
  );
}

/** The next hint of the lesson that the room is in, or its solution, for everybody. */
function ReleaseMenu({ workshop, room }: { workshop: WorkshopFacts; room: Room }) {
  const lesson = workshop.current === null ? undefined : workshop.lessons[workshop.current];
  const known = room.lessons.find(({ number }) => number === lesson?.number);
  if (!lesson || !known || (known.hints === 0 && !known.has_solution)) return null;
  const { number, title, hints, solution } = lesson;
  const left = known.hints - hints;
  const entries: MenuEntry[] = [
    {
      icon: "question",
      label: left > 0 ? say.hintOf(hints + 1, known.hints) : say.noHintIsLeft,
      hint: say.toEverybodyIn(title),
      disabled: left === 0,
      run: () => void release(number, "hint"),
    },
    {
      icon: "check",
      label: solution ? say.theSolutionIsReleased : say.theSolution,
      hint: say.toEverybodyIn(title),
      disabled: solution || !known.has_solution,
      run: () => void release(number, "solution"),
    },
  ];
  return (
    <Menu entries={entries} label={say.releaseHintOrSolution}>
      {say.releaseHint}
      <Icon name="chevronDown" size={12} />
    </Menu>
  );
}

function resultEntries({ id }: WorkshopFacts): MenuEntry[] {
  const address = `/api/v1/workshops/${id}/results/`;
  return [
    { icon: "download", label: say.resultsAsCsv, href: `${address}?as=csv`, download: true },
    { icon: "download", label: say.resultsAsJson, href: `${address}?as=json`, download: true },
  ];
}

function openEntries(workshop: WorkshopFacts, onDialog: RoomTopProps["onDialog"]): MenuEntry[] {
  const { opened, lessons, shown } = workshop;
  return [
    {
      icon: "monitor",
      label: shown?.kind === "own" ? say.showAnotherCanvasOfMine : say.showACanvasOfMineEntry,
      hint: say.everybodySeesItAsYouChange,
      run: () => onDialog("push"),
    },
    {
      icon: "play",
      label: say.letEverybodyRunThroughAll,
      hint: say.everyLessonAndEveryStepIs,
      disabled: opened === lessons.length && lessons.every(({ gate }) => gate === null),
      run: () => void openLesson({ all: true }),
    },
    { icon: "plus", label: say.addALessonEntry, run: () => onDialog("lesson") },
    { icon: "undo", label: say.resetEverybodyEntry, run: () => onDialog("reset") },
    ...resultEntries(workshop),
    { icon: "pencil", label: say.renameTheRoomEntry, run: () => onDialog("rename") },
    { icon: "lock", label: say.closeTheRoomEntry, danger: true, run: () => onDialog("close") },
  ];
}

function closedEntries(workshop: WorkshopFacts, onDialog: RoomTopProps["onDialog"]): MenuEntry[] {
  return [
    ...resultEntries(workshop),
    { icon: "trash", label: say.deleteEverythingNow, danger: true, run: () => onDialog("delete") },
  ];
}
