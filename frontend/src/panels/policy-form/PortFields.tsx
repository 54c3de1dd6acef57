import { type PodRecord, PROTOCOLS } from "@/model/records";
import { say } from "@/texts/policy-form";
import { Suggested } from "./Choices";
import { PORT_KINDS, type PortDraft, type PortKind } from "./port";

type PortFieldsProps = {
  draft: PortDraft;
  onChange: (draft: PortDraft) => void;
  pods: readonly PodRecord[];
  focused?: boolean;
};

/** Protocol, kind and number or name of one port; those that the rule's pods declare are offered. */
export function PortFields({ draft, onChange, pods, focused }: PortFieldsProps) {
  const declared = pods.flatMap(({ ports }) => ports).filter(({ protocol }) => protocol === draft.protocol);
  const numbers = [...new Set(declared.map(({ port }) => String(port)))];
  const names = [...new Set(declared.flatMap(({ name }) => name ?? []))];
  const set = (part: Partial<PortDraft>) => onChange({ ...draft, ...part });
  return (
    <div className="port-fields">
      <select
        aria-label={say.protocol}
        // biome-ignore lint/a11y/noAutofocus: the person has just asked to write this port
        autoFocus={focused}
        className="field__input"
        onChange={(event) => set({ protocol: event.target.value })}
        value={draft.protocol}
      >
        {[...new Set<string>([...PROTOCOLS, draft.protocol])].map((protocol) => (
          <option key={protocol}>{protocol}</option>
        ))}
      </select>
      <select
        aria-label={say.whichPorts}
        className="field__input"
        onChange={(event) => set({ kind: event.target.value as PortKind })}
        value={draft.kind}
      >
        {Object.entries(PORT_KINDS).map(([kind, words]) => (
          <option key={kind} value={kind}>
            {words}
          </option>
        ))}
      </select>
      {draft.kind !== "all" && (
        <Suggested
          choices={draft.kind === "name" ? names : numbers}
          inputMode={draft.kind === "name" ? undefined : "numeric"}
          label={draft.kind === "name" ? say.portName : draft.kind === "range" ? say.firstPort : say.portNumber}
          onChange={(event) => set({ port: event.target.value })}
          placeholder={draft.kind === "name" ? "http" : "port"}
          value={draft.port}
        />
      )}
      {draft.kind === "range" && (
        <Suggested
          inputMode="numeric"
          label={say.lastPort}
          onChange={(event) => set({ end: event.target.value })}
          placeholder="to"
          value={draft.end}
        />
      )}
    </div>
  );
}
