import { say } from "@/texts/commands";
import type { Command } from "../command";
import { growTowards, onlyPod } from "../growing";

export const command: Command = {
  name: "add-connected-pod",
  label: say.addAPodThatThisOne,
  icon: "connect",
  group: "add",
  makes: "pods",
  enabled: (view) => onlyPod(view) !== null,
  run: (view) => growTowards(view, [1, 0]),
};
