import { useId, useMemo } from "react";
import { useBoard } from "@/store/use";
import { type EndFields, type EndKind, KINDS } from "./item";
import { placesOf } from "./places";

/** One end of an expectation: what kind of place, and which. */
export function EndPicker(props: { legend: string; value: EndFields; onChange: (value: EndFields) => void }) {
  const { legend, value, onChange } = props;
  const change = (part: Partial<EndFields>) => onChange({ ...value, ...part });
  return (
    <fieldset className="test-form__end">
      <legend>{legend}</legend>
      <select
        aria-label={`${legend}: kind of place`}
        className="field__input"
        onChange={(event) => change({ kind: event.target.value as EndKind })}
        value={value.kind}
      >
        {KINDS.map(({ kind, label }) => (
          <option key={kind} value={kind}>
            {label}
          </option>
        ))}
      </select>
      {value.kind === "place" && (
        <PlaceInput legend={legend} onChange={(text) => change({ text })} value={value.text} />
      )}
      {value.kind === "labels" && (
        <input
          aria-label={`${legend}: labels`}
          className="field__input mono"
          onChange={(event) => change({ text: event.target.value })}
          placeholder="role=api, tier=back"
          required
          value={value.text}
        />
      )}
      {value.kind === "written" && (
        <textarea
          aria-label={`${legend}: as in a file`}
          className="field__input mono"
          onChange={(event) => change({ text: event.target.value })}
          required
          rows={2}
          value={value.text}
        />
      )}
      {["namespace", "labels", "beyond"].includes(value.kind) && (
        <NamespaceSelect
          any={value.kind === "labels"}
          legend={legend}
          onChange={(namespace) => change({ namespace })}
          value={value.namespace}
        />
      )}
    </fieldset>
  );
}

function PlaceInput(props: { legend: string; value: string; onChange: (text: string) => void }) {
  const list = useId();
  const namespaces = useBoard((state) => state.namespaces);
  const pods = useBoard((state) => state.pods);
  const hosts = useBoard((state) => state.hosts);
  const places = useMemo(() => placesOf({ namespaces, pods, hosts }), [namespaces, pods, hosts]);
  return (
    <>
      <input
        aria-label={`${props.legend}: place`}
        autoComplete="off"
        className="field__input mono"
        list={list}
        onChange={(event) => props.onChange(event.target.value)}
        placeholder="prod/web or 10.0.0.0/8"
        required
        value={props.value}
      />
      <datalist id={list}>
        {places.map(({ place, about }) => (
          <option key={place} value={place}>
            {about}
          </option>
        ))}
      </datalist>
    </>
  );
}

function NamespaceSelect(props: { legend: string; any: boolean; value: string; onChange: (name: string) => void }) {
  const names = useBoard((state) => state.namespaces);
  return (
    <select
      aria-label={`${props.legend}: namespace`}
      className="field__input"
      onChange={(event) => props.onChange(event.target.value)}
      required={!props.any}
      value={props.value}
    >
      <option value="">{props.any ? "in any namespace" : "Choose a namespace"}</option>
      {Object.values(names).map(({ id, name }) => (
        <option key={id} value={name}>
          {props.any ? `in ${name}` : name}
        </option>
      ))}
    </select>
  );
}
