import { type ComponentPropsWithRef, useId } from "react";

type SuggestedProps = ComponentPropsWithRef<"input"> & { label: string; choices?: readonly string[] };

/** A field without a visible label that offers what the board has. */
export function Suggested({ label, choices = [], ...rest }: SuggestedProps) {
  const id = useId();
  return (
    <>
      <input
        aria-label={label}
        autoComplete="off"
        className="field__input mono"
        list={choices.length ? id : undefined}
        spellCheck={false}
        {...rest}
      />
      {choices.length > 0 && (
        <datalist id={id}>
          {choices.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
      )}
    </>
  );
}
