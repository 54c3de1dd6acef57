import { type ReactNode, useId } from "react";
import "./section.css";

/** A part of a panel below a small heading, with what can be done to it at the heading's end. */
export function Section({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="section">
      <header className="section__head">
        <h3 id={id}>{title}</h3>
        {action}
      </header>
      {children}
    </section>
  );
}
