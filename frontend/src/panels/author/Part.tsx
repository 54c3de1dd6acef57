import type { ReactNode } from "react";
import { Icon } from "@/panels/parts/Icon";

/** A part of the lesson, folded away until it is worked on; it says how much the check finds within. */
export function Part({ title, faults, children }: { title: string; faults: number; children: ReactNode }) {
  return (
    <details className="author__part">
      <summary>
        <Icon name="chevron" size={14} />
        <span>{title}</span>
        {faults > 0 && (
          <span className="author__count">
            {faults}
            <span className="visually-hidden"> to mend</span>
          </span>
        )}
      </summary>
      <div className="author__fields">{children}</div>
    </details>
  );
}
