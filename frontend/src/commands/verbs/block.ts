import { choosePolicies } from "@/store/ui";
import { say } from "@/texts/commands";
import { onlyArrow } from "../arrow-of";
import type { Command } from "../command";

export const command: Command = {
  name: "block",
  label: say.blockThisConnection,
  icon: "policy",
  group: "edit",
  makes: "policies",
  enabled: (view) => onlyArrow(view, false) !== null,
  run: (view) => {
    const arrow = onlyArrow(view, false);
    if (arrow) choosePolicies({ ...arrow, want: false });
  },
};
