import { type ReactNode, useId } from "react";
import "./section.css";

type SectionProps = { title: string; action?: ReactNode; className?: string; children: ReactNode };

/** A part of a panel below a small heading, with what can be done to it at the heading's end. */
export function Section({ title, action, className = "", children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={`section ${className}`}>
      <header className="section__head">
        <h3 id={id}>{title}</h3>
        {action}
      </header>
      {children}
    </section>
  );
}
