import { Icon } from "@/panels/parts/Icon";
import { Menu, type MenuEntry } from "@/panels/parts/Menu";
import { changeSeat, letIn, resetSeats, show } from "@/sync/workshop";
import type { SeatEntry } from "@/wire/messages";

interface SeatMenuProps {
  seat: SeatEntry;
  onOpen: (seat: SeatEntry) => void;
  onRename: (seat: SeatEntry) => void;
  onTakeOut: (seat: SeatEntry) => void;
}

/** What the instructor can do with one learner. */
export function SeatMenu(props: SeatMenuProps) {
  const { nickname } = props.seat;
  return (
    <Menu
      className="button button--quiet button--icon button--small"
      entries={entriesFor(props)}
      label={`What to do with ${nickname}`}
    >
      <Icon name="more" />
    </Menu>
  );
}

function entriesFor({ seat, onOpen, onRename, onTakeOut }: SeatMenuProps): MenuEntry[] {
  const { id, nickname, lesson, hand, removed } = seat;
  if (removed) return [{ icon: "people", label: "Let in again", run: () => void letIn(id) }];
  const inLesson: MenuEntry[] =
    lesson === null
      ? []
      : [
          { icon: "open", label: "Open the canvas", hint: `${nickname} is told`, run: () => onOpen(seat) },
          {
            icon: "monitor",
            label: "Show to the room, without the name",
            hint: "A copy as it stands now",
            run: () => void show({ seat: id, lesson }),
          },
          {
            icon: "undo",
            label: "Reset the lesson",
            hint: `${nickname} can undo it`,
            run: () => void resetSeats({ lesson, seat: id }),
          },
        ];
  return [
    ...(hand === null
      ? []
      : [{ icon: "check", label: "Lower the hand", run: () => void changeSeat(id, { hand: false }) } as MenuEntry]),
    ...inLesson,
    { icon: "pencil", label: "Rename", run: () => onRename(seat) },
    { icon: "close", label: "Take out", danger: true, run: () => onTakeOut(seat) },
  ];
}
