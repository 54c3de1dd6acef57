import { Segmented } from "@/panels/parts/Segmented";
import { say } from "@/texts/export";
import { type Choices, wordsOf } from "./forms";

const PARTS = [
  { value: "policies", label: say.policies },
  { value: "all", label: say.wholeBoard },
] as const;
const STYLES = [
  { value: "original", label: say.asWritten },
  { value: "canonical", label: say.canonical },
  { value: "minimal", label: say.minimal },
] as const;
const THEMES = [
  { value: "light", label: say.light },
  { value: "dark", label: say.dark },
] as const;
const PART_HINTS = {
  policies: say.thePoliciesAsTheBoardHas,
  all: say.policiesWithNamespacesAndPodsTo,
};
const STYLE_HINTS = {
  original: say.toTheLetterCommentsIncluded,
  canonical: say.oneOrderOfKeysWithTypes,
  minimal: say.withoutWhatMeansTheSameWhen,
};

type Props = { choices: Choices; onChange: (change: Partial<Choices>) => void };

/** What the chosen form leaves open. */
export function Options({ choices, onChange }: Props) {
  const { kind, hint } = wordsOf(choices.form);
  if (kind === "picture") {
    return (
      <div className="export-options">
        <Segmented
          legend={say.themeOfThePicture}
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
          legend={say.whatToExport}
          name="export-part"
          onChange={(include) => onChange({ include })}
          options={PARTS}
          value={choices.include}
        />
        <Segmented
          legend={say.style}
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
            {say.commentsOnTop}
          </label>
        )}
      </div>
      <p className="export-dialog__hint">
        {PART_HINTS[choices.include]} {STYLE_HINTS[choices.style]} {choices.form === "yaml" ? "" : hint}
      </p>
    </div>
  );
}
