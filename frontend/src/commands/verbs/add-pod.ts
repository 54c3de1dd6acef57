import { say } from "@/texts/commands";
import { addPod } from "../adding-pods";
import type { Command } from "../command";

export const command: Command = {
  name: "add-pod",
  label: say.addAPod,
  icon: "pod",
  group: "add",
  makes: "pods",
  shortcuts: ["P"],
  run: async (view) => {
    await addPod(view);
  },
};
