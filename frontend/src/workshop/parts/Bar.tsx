import "./bar.css";

/** A part of a whole as a line; the words beside it say the same. */
export function Bar({ part, of, tone }: { part: number; of: number; tone: "allow" | "deny" | "warn" | "plain" }) {
  const share = of > 0 ? Math.min(1, part / of) : 0;
  return (
    <span aria-hidden="true" className="bar">
      <span className={`bar__part bar__part--${tone}`} style={{ width: `${share * 100}%` }} />
    </span>
  );
}
