import { choosePolicies } from "@/store/ui";
import { say } from "@/texts/commands";
import { onlyArrow } from "../arrow-of";
import type { Command } from "../command";

export const command: Command = {
  name: "allow",
  label: say.allowThisConnection,
  icon: "policy",
  group: "edit",
  makes: "policies",
  enabled: (view) => onlyArrow(view, true) !== null,
  run: (view) => {
    const arrow = onlyArrow(view, true);
    if (arrow) choosePolicies({ ...arrow, want: true });
  },
};
