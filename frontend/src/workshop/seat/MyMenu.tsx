import { useState } from "react";
import { Icon } from "@/panels/parts/Icon";
import { Menu } from "@/panels/parts/Menu";
import { useWorkshop } from "@/store/workshop";
import type { SeatFacts } from "@/wire/messages";
import { DeviceDialog } from "./DeviceDialog";
import { MyNameDialog } from "./MyNameDialog";

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
          { icon: "pencil", label: "Change my nickname…", run: () => setAsked("name") },
          {
            icon: "monitor",
            label: "Go on with another device…",
            hint: "Or come back in another browser",
            run: () => setAsked("device"),
          },
          { icon: "download", label: "My progress as CSV", href: `${progress}?as=csv`, download: true },
          { icon: "download", label: "My progress as JSON", href: `${progress}?as=json`, download: true },
        ]}
        label={`You are ${seat.nickname}`}
      >
        <Icon name="people" size={15} />
        <span className="ellipsis">{seat.nickname}</span>
      </Menu>
      {asked === "name" && <MyNameDialog nickname={seat.nickname} onClose={() => setAsked(null)} />}
      {asked === "device" && <DeviceDialog onClose={() => setAsked(null)} seat={seat} />}
    </>
  );
}
