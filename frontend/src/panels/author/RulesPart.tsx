import { FieldError } from "@/panels/parts/Field";
import type { Lockable, Tool } from "@/store/lesson";
import { write } from "@/sync/author";
import { Tick, useFault } from "./fields";
import { toggled } from "./lists";
import { policyNames } from "./policy-names";
import { useWritten } from "./use-manuscript";

const TOOLS: Record<Tool, string> = {
  yaml: "YAML: write, paste and import it",
  form: "The form of a policy",
  draw: "Draw connections, and choose what they need",
  fixes: "Proposed policies",
  problems: "The list of problems",
};
const KINDS: Record<Lockable, string> = {
  pods: "Pods",
  namespaces: "Namespaces",
  hosts: "Outside addresses",
  policies: "All policies",
};

/** What a learner may use, and what stays as it is. */
export function RulesPart() {
  const tools = useWritten("tools");
  const locked = useWritten("locked");
  const policies = useWritten("policies");
  const names = policyNames(policies);
  const kinds = Object.keys(KINDS);
  const lock = (name: string, on: boolean) => write({ locked: toggled(locked, name, on, [...kinds, ...names]) });
  return (
    <>
      <fieldset className="author__ticks">
        <legend>Tools that are offered</legend>
        {Object.entries(TOOLS).map(([tool, label]) => (
          <Tick
            key={tool}
            label={label}
            onChange={(on) => write({ tools: toggled(tools, tool, on, Object.keys(TOOLS)) })}
            value={tools.includes(tool)}
          />
        ))}
        <FieldError text={useFault("tools")} />
      </fieldset>
      <fieldset className="author__ticks">
        <legend>What the learner cannot change</legend>
        {Object.entries(KINDS).map(([kind, label]) => (
          <Tick key={kind} label={label} onChange={(on) => lock(kind, on)} value={locked.includes(kind)} />
        ))}
        {[...new Set([...names, ...locked.filter((name) => name.includes("/"))])].map((name) => (
          <Tick
            key={name}
            label={`The policy ${name}`}
            onChange={(on) => lock(name, on)}
            value={locked.includes(name)}
          />
        ))}
        <FieldError text={useFault("locked")} />
      </fieldset>
    </>
  );
}
