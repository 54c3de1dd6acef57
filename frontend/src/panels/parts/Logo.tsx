import "./logo.css";

/** The product's sign: half allowed, half blocked. */
export function Logo() {
  return <i aria-hidden="true" className="logo" />;
}
