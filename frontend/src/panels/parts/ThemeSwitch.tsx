import { setTheme, type Theme } from "@/store/ui";
import { useUi } from "@/store/use";
import { say } from "@/texts/top-bar";
import { Segmented } from "./Segmented";

const THEMES = [
  { value: "light", label: say.lightTheme, icon: "sun" },
  { value: "system", label: say.themeOfTheSystem, icon: "monitor" },
  { value: "dark", label: say.darkTheme, icon: "moon" },
] as const;

export function ThemeSwitch() {
  const theme = useUi((state) => state.theme);
  return <Segmented<Theme> legend={say.theme} name="theme" onChange={setTheme} options={THEMES} value={theme} />;
}
