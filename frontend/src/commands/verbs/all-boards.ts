import { say } from "@/texts/commands";
import type { Command } from "../command";

export const command: Command = {
  name: "all-boards",
  label: say.goToAllBoardsExamplesAnd,
  icon: "history",
  group: "file",
  looks: true,
  run: () => location.assign("/"),
};
