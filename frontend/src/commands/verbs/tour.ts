import { startTour } from "@/store/tour";
import type { Command } from "../command";

export const command: Command = {
  name: "tour",
  label: "Take the tour",
  icon: "flag",
  group: "help",
  enabled: ({ board }) => board.lesson === null,
  run: startTour,
};
