import { Prose } from "@/panels/parts/Prose";
import { reveal } from "../reveal";
import type { Finding } from "./findings";

/** What is to be said against the text that stands in the editor; a click brings the place into view. */
export function Problems({ findings, policy }: { findings: Finding[]; policy: string }) {
  if (findings.length === 0) return null;
  return (
    <ul aria-label="Errors and warnings" className="yaml-tab__problems">
      {findings.map((finding) => (
        <Problem
          finding={finding}
          key={`${finding.line} ${finding.column} ${finding.message}`}
          show={() => reveal(policy, finding.line, finding.column ?? 1)}
        />
      ))}
    </ul>
  );
}

export function Problem({ finding, show }: { finding: Finding; show: () => void }) {
  const { severity, line, column, message } = finding;
  const place = line === null ? "" : `line ${line}${column ? `, column ${column}` : ""}: `;
  const path = finding.path && !message.includes(finding.path) ? `${finding.path}: ` : "";
  return (
    <li className="yaml-tab__finding">
      <button className={`yaml-tab__problem yaml-tab__problem--${severity}`} onClick={show} type="button">
        <b>{severity}</b> {place}
        {path}
        <Prose text={message} />
      </button>
      {finding.fix && (
        <button className="yaml-tab__fix" onClick={finding.fix.run} type="button">
          {finding.fix.label}
        </button>
      )}
    </li>
  );
}
