import { Icon } from "@/panels/parts/Icon";
import { Menu, type MenuEntry } from "@/panels/parts/Menu";
import { letIn, lowerHand, resetSeats, show } from "@/sync/workshop";
import { say } from "@/texts/workshop-room";
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
      label={say.whatToDoWith(nickname)}
    >
      <Icon name="more" />
    </Menu>
  );
}

function entriesFor({ seat, onOpen, onRename, onTakeOut }: SeatMenuProps): MenuEntry[] {
  const { id, nickname, lesson, hand, removed } = seat;
  if (removed) return [{ icon: "people", label: say.letInAgain, run: () => void letIn(id) }];
  const inLesson: MenuEntry[] =
    lesson === null
      ? []
      : [
          { icon: "open", label: say.openTheCanvas, hint: say.isTold(nickname), run: () => onOpen(seat) },
          {
            icon: "monitor",
            label: say.showToTheRoomWithoutThe,
            hint: say.aCopyAsItStandsNow,
            run: () => void show({ seat: id, lesson }),
          },
          {
            icon: "undo",
            label: say.resetTheLesson,
            hint: say.canUndoIt(nickname),
            run: () => void resetSeats({ lesson, seat: id }),
          },
        ];
  return [
    ...(hand === null ? [] : [{ icon: "check", label: say.lowerTheHand, run: () => void lowerHand(id) } as MenuEntry]),
    ...inLesson,
    { icon: "pencil", label: say.rename, run: () => onRename(seat) },
    { icon: "close", label: say.takeOut, danger: true, run: () => onTakeOut(seat) },
  ];
}
