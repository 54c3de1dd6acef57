import { useRef, useState } from "react";
import { insert, LAST, pathOf } from "@/commands/policy-edit";
import type { PodRecord } from "@/model/records";
import { Button } from "@/panels/parts/Button";
import { Icon } from "@/panels/parts/Icon";
import { Section } from "@/panels/parts/Section";
import { say } from "@/texts/policy-form";
import { useForm } from "./form-state";
import { PeerMaker } from "./PeerMaker";
import { itemsOf, valueAt } from "./policy-value";
import { RuleCard } from "./RuleCard";
import { isolates, PEERS, WAY_WORDS, type Way } from "./rule-words";
import { useReturn } from "./use-return";

/** All rules of one direction; any of them is enough. */
export function Direction({ way, selected }: { way: Way; selected: PodRecord[] }) {
  const { value, fixed } = useForm();
  const [adding, setAdding] = useState(false);
  const words = WAY_WORDS[way];
  const rules = itemsOf(valueAt(value, ["spec", way]));
  const types = itemsOf(valueAt(value, ["spec", "policyTypes"]));
  const on = isolates(types, itemsOf(valueAt(value, ["spec", "egress"])).length)[way];
  const button = useRef<HTMLButtonElement>(null);
  useReturn(adding, button);
  const stop = () => setAdding(false);
  return (
    <Section className="direction" title={words.title}>
      <State ignored={rules.length > 0 && !on} nobody={on && rules.length === 0} on={on} way={way} />
      {rules.map((_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: its place in the list is all that a rule is known by
        <RuleCard count={rules.length} index={index} key={index} selected={selected} way={way} />
      ))}
      {adding && (
        <PeerMaker
          done={stop}
          edits={({ peer, ports }) => [
            insert(pathOf("spec", way, LAST), {
              ...(peer ? { [PEERS[way]]: [peer] } : {}),
              ...(ports.length ? { ports } : {}),
            }),
          ]}
          label={say.addTheRule}
          pods={way === "ingress" ? selected : []}
        />
      )}
      {!fixed && !adding && (
        <Button
          aria-label={say.addARuleTo(way)}
          icon="plus"
          id={`add-rule-${way}`}
          onClick={() => setAdding(true)}
          ref={button}
          small
        >
          {say.addARule}
        </Button>
      )}
    </Section>
  );
}

function State({ way, on, nobody, ignored }: { way: Way; on: boolean; nobody: boolean; ignored: boolean }) {
  const words = WAY_WORDS[way];
  if (nobody)
    return (
      <p className="direction__state direction__state--shut">
        <Icon name="lock" size={14} />
        <span>{words.nobody}</span>
      </p>
    );
  if (ignored)
    return (
      <p className="direction__state direction__state--warn">
        <Icon name="alert" size={14} />
        <span>
          {say.theseRulesAreIgnoredThePolicy} <code>{words.type}</code>.
        </span>
      </p>
    );
  return on ? null : <p className="direction__state">{words.open}</p>;
}
