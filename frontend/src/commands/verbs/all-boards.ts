import type { Command } from "../command";

export const command: Command = {
  name: "all-boards",
  label: "Go to all boards, examples and lessons",
  icon: "history",
  group: "file",
  looks: true,
  run: () => location.assign("/"),
};
