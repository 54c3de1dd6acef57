import { type ReactNode, useId } from "react";
import { IconButton } from "@/panels/parts/Button";
import { FieldError } from "@/panels/parts/Field";
import { faultAt, useAuthor } from "@/store/author";

/** What the check says to a field of the lesson. */
export function useFault(path: string): string | null {
  return useAuthor(({ held }) => faultAt(held?.faults ?? [], path));
}

type Written = { label: string; path: string; value: string; onChange: (value: string) => void };

/** A line of text. */
export function Line({ label, path, value, onChange, placeholder }: Written & { placeholder?: string }) {
  const id = useId();
  const fault = useFault(path);
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      <input
        aria-describedby={fault ? `${id}-fault` : undefined}
        aria-invalid={fault ? true : undefined}
        autoComplete="off"
        className="field__input"
        id={id}
        onChange={(event) => onChange(event.target.value)}
        placeholder={placeholder}
        value={value}
      />
      <FieldError id={`${id}-fault`} text={fault} />
    </div>
  );
}

/** Several lines: Markdown, or with `mono` manifests. */
export function Lines(props: Written & { rows?: number; mono?: boolean; hint?: ReactNode }) {
  const { label, path, value, onChange, rows = 4, mono = false, hint } = props;
  const id = useId();
  const fault = useFault(path);
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      <textarea
        aria-describedby={fault ? `${id}-fault` : undefined}
        aria-invalid={fault ? true : undefined}
        className={mono ? "field__input author__text mono" : "field__input author__text"}
        id={id}
        onChange={(event) => onChange(event.target.value)}
        rows={rows}
        spellCheck={!mono}
        value={value}
      />
      {hint && !fault && <p className="field__hint">{hint}</p>}
      <FieldError id={`${id}-fault`} text={fault} />
    </div>
  );
}

/** A whole number; empty is null. */
export function Whole(props: {
  label: string;
  path: string;
  value: number | null;
  onChange: (value: number | null) => void;
}) {
  const { label, path, value, onChange } = props;
  const id = useId();
  const fault = useFault(path);
  return (
    <div className="field author__number">
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      <input
        aria-describedby={fault ? `${id}-fault` : undefined}
        aria-invalid={fault ? true : undefined}
        className="field__input"
        id={id}
        inputMode="numeric"
        min={1}
        onChange={(event) => onChange(event.target.value === "" ? null : Math.round(Number(event.target.value)))}
        type="number"
        value={value ?? ""}
      />
      <FieldError id={`${id}-fault`} text={fault} />
    </div>
  );
}

/** One of a few. */
export function Choice(props: Written & { options: readonly { value: string; label: string }[]; none?: string }) {
  const { label, path, value, onChange, options, none } = props;
  const id = useId();
  const fault = useFault(path);
  const known = value === "" || options.some((option) => option.value === value);
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      <select
        aria-describedby={fault ? `${id}-fault` : undefined}
        aria-invalid={fault ? true : undefined}
        className="field__input"
        id={id}
        onChange={(event) => onChange(event.target.value)}
        value={value}
      >
        {none !== undefined && <option value="">{none}</option>}
        {!known && <option value={value}>{value}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <FieldError id={`${id}-fault`} text={fault} />
    </div>
  );
}

/** Yes or no. */
export function Tick({
  label,
  value,
  onChange,
}: {
  label: string;
  value: boolean;
  onChange: (value: boolean) => void;
}) {
  return (
    <label className="author__tick">
      <input checked={value} onChange={(event) => onChange(event.target.checked)} type="checkbox" />
      {label}
    </label>
  );
}

type ItemProps = { title: string; what: string; path: string; onRemove: () => void; children: ReactNode };

/** One item of a list, with what the check says to it as a whole. */
export function Item({ title, what, path, onRemove, children }: ItemProps) {
  const fault = useFault(path);
  return (
    <section aria-label={title} className="author__item">
      <header>
        <b className="ellipsis">{title}</b>
        <IconButton icon="trash" label={`Remove ${what}`} look="quiet" onClick={onRemove} small />
      </header>
      {children}
      <FieldError text={fault} />
    </section>
  );
}
