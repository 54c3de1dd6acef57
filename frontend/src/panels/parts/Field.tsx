import { type ComponentPropsWithRef, type ReactNode, useId } from "react";
import { Icon } from "./Icon";
import { Prose } from "./Prose";
import "./field.css";

type FieldProps = ComponentPropsWithRef<"input"> & {
  label: string;
  /** Why the value was refused, in the server's words; shown at the field and tied to it for screen readers. */
  error?: string | null;
  hint?: ReactNode;
  mono?: boolean;
};

export function Field({ label, error, hint, mono, className, autoFocus, ...rest }: FieldProps) {
  const id = useId();
  return (
    <div className={`field ${className ?? ""}`}>
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      <input
        aria-describedby={error ? `${id}-error` : undefined}
        aria-invalid={error ? true : undefined}
        autoComplete="off"
        data-first={autoFocus || undefined}
        className={mono ? "field__input mono" : "field__input"}
        id={id}
        spellCheck={false}
        {...rest}
      />
      {hint && !error && <p className="field__hint">{hint}</p>}
      <FieldError id={`${id}-error`} text={error} />
    </div>
  );
}

export function FieldError({ id, text }: { id?: string; text?: string | null }) {
  if (!text) return null;
  return (
    <p className="field__error" id={id} role="alert">
      <Icon name="alert" size={14} />
      <span>
        <Prose text={text} />
      </span>
    </p>
  );
}
