import { startTour } from "@/store/tour";
import { say } from "@/texts/commands";
import type { Command } from "../command";

export const command: Command = {
  name: "tour",
  label: say.takeTheTour,
  icon: "flag",
  group: "help",
  enabled: ({ board }) => board.lesson === null,
  run: startTour,
};
