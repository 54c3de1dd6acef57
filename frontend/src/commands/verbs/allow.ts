import { choosePolicies } from "@/store/ui";
import { onlyArrow } from "../arrow-of";
import type { Command } from "../command";

export const command: Command = {
  name: "allow",
  label: "Allow this connection…",
  icon: "policy",
  group: "edit",
  makes: "policies",
  enabled: (view) => onlyArrow(view, true) !== null,
  run: (view) => {
    const arrow = onlyArrow(view, true);
    if (arrow) choosePolicies({ ...arrow, want: true });
  },
};
