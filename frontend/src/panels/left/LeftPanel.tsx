import { Section } from "@/panels/parts/Section";
import { Outline } from "./Outline";
import { Palette } from "./Palette";
import { StartFrom } from "./StartFrom";
import "./left-panel.css";

export function LeftPanel() {
  return (
    <aside aria-label="Add and find" className="left-panel">
      <Section title="Drag onto the canvas">
        <Palette />
      </Section>
      <Outline />
      <StartFrom />
    </aside>
  );
}
