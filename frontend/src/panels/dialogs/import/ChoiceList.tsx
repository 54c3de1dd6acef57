import { say } from "@/texts/import";
import type { Choices, ImportPreview } from "@/wire/messages";
import { namespacesOf } from "./preview-rows";

type ChoiceListProps = { first: ImportPreview; choices: Choices; onChoose: (choices: Choices) => void };

const KINDS = [
  ["Namespace", "Namespaces"],
  ["Pod", "Pods"],
  ["NetworkPolicy", "Policies"],
] as const;

/** Which kinds and namespaces come, and whether what is gone from the manifests goes from the board. */
export function ChoiceList({ first, choices, onChoose }: ChoiceListProps) {
  const { without_kinds: kinds = [], without_namespaces: spaces = [] } = choices;
  const toggled = <Value extends string>(held: Value[], value: Value, on: boolean) =>
    on ? held.filter((one) => one !== value) : [...held, value];
  const all = namespacesOf(first);
  return (
    <div className="import-choices">
      <fieldset>
        <legend>{say.bring}</legend>
        {KINDS.map(([kind, label]) => (
          <label className="import-choice" key={kind}>
            <input
              checked={!kinds.includes(kind)}
              onChange={(event) => onChoose({ ...choices, without_kinds: toggled(kinds, kind, event.target.checked) })}
              type="checkbox"
            />
            {label}
          </label>
        ))}
      </fieldset>
      <fieldset className="import-choices__spaces">
        <legend>{say.namespaces}</legend>
        <div>
          {all.map(([name, count]) => (
            <label className="import-choice" key={name}>
              <input
                checked={!spaces.includes(name)}
                onChange={(event) =>
                  onChoose({ ...choices, without_namespaces: toggled(spaces, name, event.target.checked) })
                }
                type="checkbox"
              />
              <span className="ellipsis" title={name}>
                {name}
              </span>
              <span className="import-dialog__quiet">{count}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <label className="import-choice" title={say.onlyWhatAnEarlierImportPut}>
        <input
          checked={choices.remove_missing ?? false}
          onChange={(event) => onChoose({ ...choices, remove_missing: event.target.checked })}
          type="checkbox"
        />
        {say.removeWhatIsNoLongerThere}
      </label>
    </div>
  );
}
