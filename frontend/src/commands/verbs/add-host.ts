import { HOST_SIZE } from "@/geometry/boxes";
import { newId } from "@/model/ids";
import { select, uiStore } from "@/store/ui";
import { say } from "@/texts/commands";
import type { Command } from "../command";
import { freeSpot } from "../placing";

export const command: Command = {
  name: "add-host",
  label: say.addAnExternalIp,
  icon: "cloud",
  group: "add",
  makes: "hosts",
  shortcuts: ["E"],
  run: async (view) => {
    const id = newId();
    if (await view.send("add_host", { id, ...freeSpot(view, HOST_SIZE) })) {
      select([{ table: "hosts", id }]);
      uiStore.setState({ editing: id });
    }
  },
};
