import { type KeyboardEvent, useId, useRef, useState } from "react";
import { useHalfTyped } from "@/panels/parts/use-half-typed";
import { say } from "@/texts/parts";
import { FieldError } from "./Field";
import "./editable-text.css";

type EditableTextProps = {
  value: string;
  /** What is edited, for screen readers and the tooltip: "Board name". */
  label: string;
  /** Resolves to the reason of a refusal, or to null when the value was taken. */
  onCommit: (value: string) => Promise<string | null>;
  className?: string;
  /** It cannot be edited: a plain text. */
  fixed?: boolean;
};

/** A text that becomes a field when clicked. Enter or leaving takes it, Esc leaves it as it was. */
export function EditableText({ value, label, onCommit, className = "", fixed = false }: EditableTextProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const id = useId();
  const committing = useRef(false);
  useHalfTyped(label, typed === value ? null : typed);

  const stop = () => {
    setTyped(null);
    setError(null);
  };
  const commit = async () => {
    if (committing.current || typed === null) return;
    const wanted = typed.trim();
    if (wanted === value) return stop();
    committing.current = true;
    const refusal = await onCommit(wanted);
    committing.current = false;
    if (refusal === null) stop();
    else setError(refusal);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter") void commit();
    if (event.key === "Escape") stop();
    event.stopPropagation();
  };

  if (fixed) {
    return (
      <span className={`editable-text editable-text--fixed ${className}`} title={value}>
        {value}
      </span>
    );
  }
  if (typed === null) {
    return (
      <button
        aria-label={say.rename(label, value)}
        className={`editable-text ${className}`}
        onClick={() => setTyped(value)}
        title={value}
        type="button"
      >
        {value}
      </button>
    );
  }
  return (
    <span className="editable-text__editing">
      <input
        aria-describedby={error ? id : undefined}
        aria-invalid={error ? true : undefined}
        aria-label={label}
        // biome-ignore lint/a11y/noAutofocus: the person has just asked to type here
        autoFocus
        className={`field__input ${className}`}
        onBlur={() => void commit()}
        onChange={(event) => setTyped(event.target.value)}
        onFocus={(event) => event.target.select()}
        onKeyDown={onKeyDown}
        spellCheck={false}
        value={typed}
      />
      <FieldError id={id} text={error} />
    </span>
  );
}
