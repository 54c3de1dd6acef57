import { Prose } from "@/panels/parts/Prose";
import { useBoard } from "@/store/use";
import type { Fault } from "@/wire/messages";
import { reveal } from "../reveal";

const NONE: Fault[] = [];

/** What is wrong with the text being typed, one line each; a click brings the place into view. */
export function Problems({ policy }: { policy: string }) {
  const faults = useBoard((state) => state.drafts[policy]?.faults ?? NONE);
  const warnings = useBoard((state) => state.drafts[policy]?.warnings ?? NONE);
  if (faults.length + warnings.length === 0) return null;
  return (
    <ul className="yaml-tab__problems">
      {faults.map((fault) => (
        <Problem fault={fault} key={`${fault.line} ${fault.column} ${fault.message}`} policy={policy} tone="error" />
      ))}
      {warnings.map((fault) => (
        <Problem fault={fault} key={`${fault.line} ${fault.column} ${fault.message}`} policy={policy} tone="warning" />
      ))}
    </ul>
  );
}

function Problem({ fault, policy, tone }: { fault: Fault; policy: string; tone: "error" | "warning" }) {
  const place = fault.line === null ? "" : `line ${fault.line}${fault.column ? `, column ${fault.column}` : ""}: `;
  const path = fault.path && !fault.message.includes(fault.path) ? `${fault.path}: ` : "";
  return (
    <li>
      <button
        className={`yaml-tab__problem yaml-tab__problem--${tone}`}
        title={`${place}${path}${fault.message}`}
        onClick={() => reveal(policy, fault.line, fault.column ?? 1)}
        type="button"
      >
        <b>{tone}</b> {place}
        {path}
        <Prose text={fault.message} />
      </button>
    </li>
  );
}
