import { setTheme, type Theme } from "@/store/ui";
import { say } from "@/texts/commands";
import type { Command } from "../command";

const NEXT: Record<Theme, Theme> = { system: "light", light: "dark", dark: "system" };

export const command: Command = {
  name: "theme",
  label: say.changeTheTheme,
  icon: "sun",
  group: "view",
  shortcuts: ["Alt+Shift+D"],
  run: ({ ui }) => setTheme(NEXT[ui.theme]),
};
