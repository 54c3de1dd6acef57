import { Segmented } from "@/panels/parts/Segmented";
import { type Choices, wordsOf } from "./forms";

const PARTS = [
  { value: "policies", label: "Policies" },
  { value: "all", label: "Whole board" },
] as const;
const STYLES = [
  { value: "original", label: "As written" },
  { value: "canonical", label: "Canonical" },
  { value: "minimal", label: "Minimal" },
] as const;
const THEMES = [
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
] as const;
const PART_HINTS = {
  policies: "The policies as the board has them now, to apply to a cluster or to import.",
  all: "Policies with namespaces and pods, to make this board anew. Do not apply it: the pods are stand-ins.",
};
const STYLE_HINTS = {
  original: "To the letter, comments included.",
  canonical: "One order of keys, with types and protocols written out; without comments.",
  minimal: "Without what means the same when it is left out; without comments.",
};

type Props = { choices: Choices; onChange: (change: Partial<Choices>) => void };

/** What the chosen form leaves open. */
export function Options({ choices, onChange }: Props) {
  const { kind, hint } = wordsOf(choices.form);
  if (kind === "picture") {
    return (
      <div className="export-options">
        <Segmented
          legend="Theme of the picture"
          name="export-theme"
          onChange={(theme) => onChange({ theme })}
          options={THEMES}
          value={choices.theme}
        />
        <p className="export-dialog__hint">{hint}</p>
      </div>
    );
  }
  if (kind === "table") return <p className="export-dialog__hint">{hint}</p>;
  return (
    <div className="export-options">
      <div className="export-options__row">
        <Segmented
          legend="What to export"
          name="export-part"
          onChange={(include) => onChange({ include })}
          options={PARTS}
          value={choices.include}
        />
        <Segmented
          legend="Style"
          name="export-style"
          onChange={(style) => onChange({ style })}
          options={STYLES}
          value={choices.style}
        />
        {choices.form !== "json" && (
          <label className="export-options__header">
            <input
              checked={choices.header}
              onChange={(event) => onChange({ header: event.target.checked })}
              type="checkbox"
            />
            Comments on top
          </label>
        )}
      </div>
      <p className="export-dialog__hint">
        {PART_HINTS[choices.include]} {STYLE_HINTS[choices.style]} {choices.form === "yaml" ? "" : hint}
      </p>
    </div>
  );
}
