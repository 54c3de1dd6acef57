import "./verdict-mark.css";

export type Allowed = boolean | null;

/** The three answers in a word, a sign and a class: never in colour alone. */
export function toneOf(allowed: Allowed): "allow" | "deny" | "undef" {
  if (allowed === null) return "undef";
  return allowed ? "allow" : "deny";
}

export function wordOf(allowed: Allowed): string {
  return { allow: "allowed", deny: "blocked", undef: "undefined" }[toneOf(allowed)];
}

export function signOf(allowed: Allowed): string {
  return { allow: "✓", deny: "✕", undef: "?" }[toneOf(allowed)];
}

/** The sign alone, with its word for screen readers: what the verdict is called, or `word`. */
export function VerdictMark({ allowed, word = wordOf(allowed) }: { allowed: Allowed; word?: string }) {
  return (
    <span className={`verdict-mark verdict-mark--${toneOf(allowed)}`}>
      <span aria-hidden="true">{signOf(allowed)}</span>
      <span className="visually-hidden">{word}</span>
    </span>
  );
}
