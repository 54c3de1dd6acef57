import { NAMESPACE_SIZE } from "@/geometry/boxes";
import { newId } from "@/model/ids";
import { select, uiStore } from "@/store/ui";
import { say } from "@/texts/commands";
import type { Command } from "../command";
import { freeSpot } from "../placing";

export const command: Command = {
  name: "add-namespace",
  label: say.addANamespace,
  icon: "namespace",
  group: "add",
  makes: "namespaces",
  shortcuts: ["F"],
  run: async (view) => {
    const id = newId();
    if (await view.send("add_namespace", { id, ...freeSpot(view, NAMESPACE_SIZE), ...NAMESPACE_SIZE })) {
      select([{ table: "namespaces", id }]);
      uiStore.setState({ editing: id });
    }
  },
};
