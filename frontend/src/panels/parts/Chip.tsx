import type { ReactNode } from "react";
import "./chip.css";

/** A short fact in the face of code: a label, a port, a rule's name. */
export function Chip({
  children,
  title,
  tone,
}: {
  children: ReactNode;
  title?: string;
  tone?: "allow" | "deny" | "warn";
}) {
  return (
    <span className={tone ? `chip chip--${tone}` : "chip"} title={title}>
      {children}
    </span>
  );
}
