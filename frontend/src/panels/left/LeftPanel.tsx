import { Editable } from "@/panels/parts/Editable";
import { Section } from "@/panels/parts/Section";
import { Outline } from "./Outline";
import { Palette } from "./Palette";
import { StartFrom } from "./StartFrom";
import "./left-panel.css";

export function LeftPanel() {
  return (
    <aside aria-label="Add and find" className="left-panel">
      <Section title="Drag onto the canvas">
        <Editable>
          <Palette />
        </Editable>
      </Section>
      <Outline />
      <Editable>
        <StartFrom />
      </Editable>
    </aside>
  );
}
