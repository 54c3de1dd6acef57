import { Segmented } from "@/panels/parts/Segmented";
import { setTheme, type Theme } from "@/store/ui";
import { useUi } from "@/store/use";

const THEMES = [
  { value: "light", label: "Light theme", icon: "sun" },
  { value: "system", label: "Theme of the system", icon: "monitor" },
  { value: "dark", label: "Dark theme", icon: "moon" },
] as const;

export function ThemeSwitch() {
  const theme = useUi((state) => state.theme);
  return <Segmented<Theme> legend="Theme" name="theme" onChange={setTheme} options={THEMES} value={theme} />;
}
