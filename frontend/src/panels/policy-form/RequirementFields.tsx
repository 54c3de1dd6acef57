import type { Labels } from "@/model/records";
import { say } from "@/texts/policy-form";
import { Suggested } from "./Choices";
import { keysInUse, valuesInUse } from "./in-use";
import { OPERATOR_WORDS, OPERATORS, type Requirement, takesValues, valuesOf } from "./requirement";

/** A condition while it is typed: values stand in one text with commas between. */
export interface RequirementDraft {
  key: string;
  operator: string;
  values: string;
}

export const NEW_REQUIREMENT: RequirementDraft = { key: "", operator: "=", values: "" };

export function wantedOf({ key, operator, values }: RequirementDraft): Requirement {
  return { at: null, key: key.trim(), operator, values: valuesOf(values, operator) };
}

type RequirementFieldsProps = {
  draft: RequirementDraft;
  onChange: (draft: RequirementDraft) => void;
  /** Whose labels are offered. */
  objects: readonly { labels: Labels }[];
  focused?: boolean;
  keyPlaceholder?: string;
};

/** Key, operator and values of one condition. */
export function RequirementFields({ draft, onChange, objects, focused, keyPlaceholder }: RequirementFieldsProps) {
  const several = draft.operator === "In" || draft.operator === "NotIn";
  return (
    <div className="requirement">
      <Suggested
        autoFocus={focused}
        choices={keysInUse(objects)}
        label={say.labelKey}
        onChange={(event) => onChange({ ...draft, key: event.target.value })}
        placeholder={keyPlaceholder ?? "key"}
        value={draft.key}
      />
      <select
        aria-label={say.operator}
        className="field__input"
        onChange={(event) => onChange({ ...draft, operator: event.target.value })}
        value={draft.operator}
      >
        {OPERATORS.map((each) => (
          <option key={each} value={each}>
            {OPERATOR_WORDS[each]}
          </option>
        ))}
      </select>
      {takesValues(draft.operator) && (
        <Suggested
          choices={several ? [] : valuesInUse(objects, draft.key.trim())}
          label={several ? say.valuesWithCommasBetween : say.labelValue}
          onChange={(event) => onChange({ ...draft, values: event.target.value })}
          placeholder={several ? valuesInUse(objects, draft.key.trim()).slice(0, 3).join(", ") || "a, b" : "value"}
          value={draft.values}
        />
      )}
    </div>
  );
}
