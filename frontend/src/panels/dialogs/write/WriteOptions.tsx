import { useBoard } from "@/store/use";
import { say } from "@/texts/dialogs";
import type { Way } from "@/wire/messages";

/** How to write; `chosen`: the selected arrows alone are the wishes. */
export type Options = Required<Omit<Way, "connections">> & { chosen: boolean };

const SIDES = [
  { value: "both", label: say.wayInAndWayOut },
  { value: "ingress", label: say.wayInOnly },
  { value: "egress", label: say.wayOutOnly },
] as const;

type Props = { options: Options; count: number; onChange: (options: Options) => void };

/** The choices beside the preview. */
export function WriteOptions({ options, count, onChange }: Props) {
  const change = (part: Partial<Options>) => onChange({ ...options, ...part });
  return (
    <div className="write-dialog__options">
      {count > 0 && (
        <Choices
          legend={say.wishes}
          name="write-wishes"
          onChange={(value) => change({ chosen: value === "chosen" })}
          options={[
            { value: "chosen", label: count === 1 ? say.theSelectedArrow : say.theSelectedArrows(count) },
            { value: "all", label: say.allDrawnArrows },
          ]}
          value={options.chosen ? "chosen" : "all"}
        />
      )}
      <Choices
        legend={say.hold}
        name="write-sides"
        onChange={(value) => change({ sides: value as Options["sides"] })}
        options={SIDES}
        value={options.sides}
      />
      <fieldset>
        <legend>{say.also}</legend>
        <Tick
          checked={options.default_deny}
          label={say.shutEveryPodOfTheNamespaces}
          onChange={(default_deny) => change({ default_deny })}
        />
        <Tick
          checked={options.dns}
          disabled={options.sides === "ingress"}
          label={say.letPodsLookUpNamesDns}
          onChange={(dns) => change({ dns })}
        />
        <Tick checked={options.keep} label={say.keepThePoliciesThatAreHere} onChange={(keep) => change({ keep })} />
      </fieldset>
      <Namespaces chosen={options.namespaces} onChange={(namespaces) => change({ namespaces })} />
    </div>
  );
}

type ChoicesProps = {
  legend: string;
  name: string;
  options: readonly { value: string; label: string }[];
  value: string;
  onChange: (value: string) => void;
};

function Choices({ legend, name, options, value, onChange }: ChoicesProps) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      {options.map((each) => (
        <label key={each.value}>
          <input checked={each.value === value} name={name} onChange={() => onChange(each.value)} type="radio" />
          {each.label}
        </label>
      ))}
    </fieldset>
  );
}

type TickProps = { label: string; checked: boolean; disabled?: boolean; onChange: (checked: boolean) => void };

function Tick({ label, checked, disabled, onChange }: TickProps) {
  return (
    <label>
      <input
        checked={checked && !disabled}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
        type="checkbox"
      />
      {label}
    </label>
  );
}

/** None chosen by hand: all that have pods, but not the cluster's own. */
function Namespaces({ chosen, onChange }: { chosen: string[] | null; onChange: (names: string[] | null) => void }) {
  const spaces = useBoard((state) => state.namespaces);
  const pods = useBoard((state) => state.pods);
  const used = new Set(Object.values(pods).map(({ namespace }) => namespace));
  const names = Object.values(spaces).map(({ name }) => name);
  const usual = Object.values(spaces).flatMap(({ id, name }) =>
    used.has(id) && !name.startsWith("kube-") ? [name] : [],
  );
  const now = chosen ?? usual;
  const turn = (name: string, on: boolean) => onChange(on ? [...now, name] : now.filter((each) => each !== name));
  return (
    <fieldset>
      <legend>{say.inTheNamespaces}</legend>
      {names.map((name) => (
        <Tick checked={now.includes(name)} key={name} label={name} onChange={(on) => turn(name, on)} />
      ))}
    </fieldset>
  );
}
