import { Button } from "@/panels/parts/Button";
import { Chip } from "@/panels/parts/Chip";
import { Icon } from "@/panels/parts/Icon";
import { Menu, type MenuEntry } from "@/panels/parts/Menu";
import { ThemeSwitch } from "@/panels/parts/ThemeSwitch";
import { freeze, openLesson, release } from "@/sync/workshop";
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
      <Chip>
        {learnersWords(learners.length)} · {here} here
      </Chip>
      <span className="workshop-top__space" />
      <ThemeSwitch />
      <a className="button button--plain" href={addressOf(id, { name: "present" })} rel="noopener" target="_blank">
        Show on projector
      </a>
      {closed === null && (
        <>
          <Button aria-pressed={frozen} icon="snow" onClick={() => void freeze(!frozen)}>
            {frozen ? "Let them go on" : "Freeze"}
          </Button>
          <ReleaseMenu room={room} workshop={workshop} />
          {opened < lessons.length && (
            <Button look="primary" onClick={() => void openLesson({})}>
              {opened === 0 ? "Open the first lesson" : "Open next lesson"}
            </Button>
          )}
        </>
      )}
      <Menu
        className="button button--plain button--icon"
        entries={closed === null ? openEntries(workshop, onDialog) : closedEntries(workshop, onDialog)}
        label="More for this room"
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
      label: left > 0 ? `Hint ${hints + 1} of ${known.hints}` : "No hint is left",
      hint: `To everybody in “${title}”`,
      disabled: left === 0,
      run: () => void release(number, "hint"),
    },
    {
      icon: "check",
      label: solution ? "The solution is released" : "The solution",
      hint: `To everybody in “${title}”`,
      disabled: solution || !known.has_solution,
      run: () => void release(number, "solution"),
    },
  ];
  return (
    <Menu entries={entries} label="Release hint or solution">
      Release hint
      <Icon name="chevronDown" size={12} />
    </Menu>
  );
}

function resultEntries({ id }: WorkshopFacts): MenuEntry[] {
  const address = `/api/v1/workshops/${id}/results/`;
  return [
    { icon: "download", label: "Results as CSV", href: `${address}?as=csv`, download: true },
    { icon: "download", label: "Results as JSON", href: `${address}?as=json`, download: true },
  ];
}

function openEntries(workshop: WorkshopFacts, onDialog: RoomTopProps["onDialog"]): MenuEntry[] {
  const { opened, lessons, shown } = workshop;
  return [
    {
      icon: "monitor",
      label: shown?.kind === "own" ? "Show another canvas of mine…" : "Show a canvas of mine…",
      hint: "Everybody sees it as you change it",
      run: () => onDialog("push"),
    },
    {
      icon: "play",
      label: "Let everybody run through all",
      hint: "Every lesson and every step is open",
      disabled: opened === lessons.length && lessons.every(({ gate }) => gate === null),
      run: () => void openLesson({ all: true }),
    },
    { icon: "plus", label: "Add a lesson…", run: () => onDialog("lesson") },
    { icon: "undo", label: "Reset everybody…", run: () => onDialog("reset") },
    ...resultEntries(workshop),
    { icon: "pencil", label: "Rename the room…", run: () => onDialog("rename") },
    { icon: "lock", label: "Close the room…", danger: true, run: () => onDialog("close") },
  ];
}

function closedEntries(workshop: WorkshopFacts, onDialog: RoomTopProps["onDialog"]): MenuEntry[] {
  return [
    ...resultEntries(workshop),
    { icon: "trash", label: "Delete everything now…", danger: true, run: () => onDialog("delete") },
  ];
}
