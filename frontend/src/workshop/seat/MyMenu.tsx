import { useState } from "react";
import { Icon } from "@/panels/parts/Icon";
import { Menu } from "@/panels/parts/Menu";
import { useWorkshop } from "@/store/workshop";
import { renameSeat } from "@/sync/workshop";
import { say } from "@/texts/workshop-seat";
import type { SeatFacts } from "@/wire/messages";
import { NameDialog } from "../parts/NameDialog";
import { DeviceDialog } from "./DeviceDialog";

/** What a learner can do about themselves. */
export function MyMenu({ seat }: { seat: SeatFacts }) {
  const id = useWorkshop((held) => held.id);
  const [asked, setAsked] = useState<"name" | "device" | null>(null);
  const progress = `/api/v1/workshops/${id}/seat/progress/`;
  return (
    <>
      <Menu
        className="button button--plain my-menu"
        entries={[
          { icon: "pencil", label: say.changeMyNicknameEntry, run: () => setAsked("name") },
          {
            icon: "monitor",
            label: say.goOnWithAnotherDeviceEntry,
            hint: say.orComeBackInAnotherBrowser,
            run: () => setAsked("device"),
          },
          { icon: "download", label: say.myProgressAsCsv, href: `${progress}?as=csv`, download: true },
          { icon: "download", label: say.myProgressAsJson, href: `${progress}?as=json`, download: true },
        ]}
        label={say.youAre(seat.nickname)}
      >
        <Icon name="people" size={15} />
        <span className="ellipsis">{seat.nickname}</span>
      </Menu>
      {asked === "name" && (
        <NameDialog
          hint={say.theInstructorSeesItOtherLearners}
          label={say.nickname}
          longest={24}
          name={seat.nickname}
          onClose={() => setAsked(null)}
          onName={renameSeat}
          title={say.changeYourNickname}
        />
      )}
      {asked === "device" && <DeviceDialog onClose={() => setAsked(null)} seat={seat} />}
    </>
  );
}
