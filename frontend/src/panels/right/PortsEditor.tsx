import { type FormEvent, useState } from "react";
import { type PodRecord, type Port, PROTOCOLS, type Protocol } from "@/model/records";
import { Busy } from "@/panels/parts/Busy";
import { IconButton } from "@/panels/parts/Button";
import { FieldError } from "@/panels/parts/Field";
import { useHalfTyped } from "@/panels/parts/use-half-typed";
import { useSubmit } from "@/panels/parts/use-submit";
import "./ports-editor.css";

type Draft = { name: string; port: string; protocol: Protocol };

const EMPTY: Draft = { name: "", port: "", protocol: "TCP" };

/** The ports that a pod declares. A rule may call a port by its name; a port that is not declared works as well. */
export function PortsEditor({ pod }: { pod: PodRecord }) {
  const [draft, setDraft] = useState<Draft>(EMPTY);
  const { submit, refusal, clear } = useSubmit();
  useHalfTyped("Ports", [draft.port, draft.name].filter(Boolean).join(" "));
  const change = (ports: Port[]) => submit("edit_pod", { id: pod.id, ports });

  const add = async (event: FormEvent) => {
    event.preventDefault();
    const port = { name: draft.name.trim() || null, port: Number(draft.port), protocol: draft.protocol };
    if (await change([...pod.ports, port])) setDraft(EMPTY);
  };
  const type = (part: Partial<Draft>) => {
    setDraft({ ...draft, ...part });
    clear();
  };

  return (
    <form className="ports-editor" onSubmit={(event) => void add(event)}>
      <ul className="ports-editor__list">
        {pod.ports.map((port, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two ports may be equal in all three parts
          <li className="ports-editor__port" key={`${index} ${port.port} ${port.protocol}`}>
            <span className="mono">{port.port}</span>
            <span className="ports-editor__protocol mono">{port.protocol}</span>
            <span className="ports-editor__name mono ellipsis" title={port.name ?? undefined}>
              {port.name ?? ""}
            </span>
            <IconButton
              icon="close"
              label={`Remove port ${port.port}/${port.protocol}`}
              look="quiet"
              onClick={() => void change(pod.ports.filter((other) => other !== port))}
              small
            />
          </li>
        ))}
      </ul>
      <Busy fields={["Port "]}>
        <div className="ports-editor__add">
          <input
            aria-invalid={refusal ? true : undefined}
            aria-label="Port number"
            className="field__input mono"
            inputMode="numeric"
            onChange={(event) => type({ port: event.target.value })}
            placeholder="port"
            value={draft.port}
          />
          <select
            aria-label="Protocol"
            className="field__input"
            onChange={(event) => type({ protocol: event.target.value as Protocol })}
            value={draft.protocol}
          >
            {PROTOCOLS.map((protocol) => (
              <option key={protocol}>{protocol}</option>
            ))}
          </select>
          <input
            aria-label="Port name"
            className="field__input mono"
            onChange={(event) => type({ name: event.target.value })}
            placeholder="name"
            spellCheck={false}
            value={draft.name}
          />
          <button className="button button--plain" disabled={!draft.port.trim()} type="submit">
            Add
          </button>
        </div>
      </Busy>
      <FieldError text={refusal} />
    </form>
  );
}
