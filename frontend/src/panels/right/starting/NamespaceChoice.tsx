import { useId } from "react";
import { useShallow } from "zustand/react/shallow";
import { useBoard } from "@/store/use";

/** One of the board's namespaces. */
export function NamespaceChoice({ value, onChange }: { value: string; onChange: (namespace: string) => void }) {
  const id = useId();
  const names = useBoard(useShallow((state) => Object.values(state.namespaces).map(({ name }) => name)));
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        Namespace
      </label>
      <select
        // biome-ignore lint/a11y/noAutofocus: the person has just asked for this policy
        autoFocus
        className="field__input"
        id={id}
        onChange={(event) => onChange(event.target.value)}
        value={value}
      >
        {[...new Set([...names, value])].map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
    </div>
  );
}
