import { Prose } from "@/panels/parts/Prose";
import { faultsOf, warningsOf } from "@/store/findings";
import { useBoard } from "@/store/use";
import type { Fault } from "@/wire/messages";
import { reveal } from "../reveal";

/** What is wrong with the text that stands in the editor, one line each; a click brings the place into view. */
export function Problems({ policy }: { policy: string }) {
  const faults = useBoard((state) => faultsOf(state, policy));
  const warnings = useBoard((state) => warningsOf(state, policy));
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
