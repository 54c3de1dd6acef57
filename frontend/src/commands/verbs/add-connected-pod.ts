import type { Command } from "../command";
import { growTowards, onlyPod } from "../growing";

export const command: Command = {
  name: "add-connected-pod",
  label: "Add a pod that this one calls",
  icon: "connect",
  group: "add",
  makes: "pods",
  enabled: (view) => onlyPod(view) !== null,
  run: (view) => growTowards(view, [1, 0]),
};
