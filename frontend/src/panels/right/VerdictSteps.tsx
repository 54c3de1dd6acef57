import { toneOf } from "@/panels/parts/VerdictMark";
import type { Verdict } from "@/wire/messages";
import { PolicyCard } from "./PolicyCard";
import { ruleName, type Step, sideSteps } from "./why";
import "./connection-why.css";

/** The way of a connection: out of the source, into the destination, and back. */
export function VerdictSteps({ verdict }: { verdict: Verdict }) {
  const [leaving, entering] = sideSteps(verdict);
  return (
    <ol className="why__steps">
      <SideStep number={1} step={leaving} />
      <SideStep number={2} step={entering} />
      <li className="why__step why__step--plain">
        <i aria-hidden="true">3</i>
        <h3>Reply traffic</h3>
        <p>Never asked: replies follow the connection.</p>
      </li>
    </ol>
  );
}

function SideStep({ number, step }: { number: number; step: Step }) {
  return (
    <li className={`why__step why__step--${toneOf(step.allowed)}`}>
      <i aria-hidden="true">{number}</i>
      <h3>{step.title}</h3>
      <p>{step.text}</p>
      {step.policies.map((reason) => (
        <PolicyCard key={`${reason.policy} ${ruleName(reason)}`} reason={reason} />
      ))}
    </li>
  );
}
