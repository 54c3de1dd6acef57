import { setTheme, type Theme } from "@/store/ui";
import type { Command } from "../command";

const NEXT: Record<Theme, Theme> = { system: "light", light: "dark", dark: "system" };

export const command: Command = {
  name: "theme",
  label: "Change the theme",
  icon: "sun",
  group: "view",
  shortcuts: ["Alt+Shift+D"],
  run: ({ ui }) => setTheme(NEXT[ui.theme]),
};
