import { reveal } from "@/panels/dock/reveal";
import { Chip } from "@/panels/parts/Chip";
import type { NearMiss, PolicyReason } from "@/wire/messages";
import { finding, ruleName, shortPlace } from "./why";

const SHOWN = 3;

/** A policy's part in one side: the rule that lets through, or the peers that came nearest. It opens the YAML there. */
export function PolicyCard({ reason }: { reason: PolicyReason }) {
  const misses = reason.near_misses;
  const line = reason.rule === null ? (misses[0]?.unmet_at[0]?.line ?? misses[0]?.line ?? reason.line) : reason.line;
  const { file } = reason;
  return (
    <div className="why__card">
      <button
        className="why__policy"
        disabled={file === null}
        onClick={() => file !== null && reveal(file, line)}
        title={`Show ${reason.policy} in the YAML`}
        type="button"
      >
        {shortPlace(reason.policy)}
      </button>{" "}
      {reason.rule !== null && <Chip tone="allow">{ruleName(reason)}</Chip>}
      {reason.rule === null && misses.length === 0 && <p>It has no rule here, so nothing passes.</p>}
      {misses.slice(0, SHOWN).map((miss) => (
        <Miss key={`${ruleName(miss)}`} miss={miss} />
      ))}
      {misses.length > SHOWN && (
        <details className="why__more">
          <summary>{misses.length - SHOWN} more that do not match</summary>
          {misses.slice(SHOWN).map((miss) => (
            <Miss key={`${ruleName(miss)}`} miss={miss} />
          ))}
        </details>
      )}
    </div>
  );
}

function Miss({ miss }: { miss: NearMiss }) {
  return (
    <div className="why__miss">
      <Chip>{ruleName(miss)}</Chip>
      <ul>
        {miss.unmet.map((text) => (
          <Unmet key={text} text={text} />
        ))}
        {miss.met.map((text) => (
          <li className="why__met" key={text}>
            <span aria-hidden="true">✓</span>
            <span>
              <code>{text}</code> matches
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** "podSelector role=api" reads as code; a sentence about the selector does not. */
function isCondition(words: string): boolean {
  return !words.includes(" alone ") && !words.includes(" own namespace");
}

function Unmet({ text }: { text: string }) {
  const { condition, found } = finding(text);
  return (
    <li className="why__unmet">
      <span aria-hidden="true">✕</span>
      <span>
        {isCondition(condition) ? (
          <>
            Needs <code>{condition}</code>
          </>
        ) : (
          condition
        )}
        {found && <span className="why__found">; {found}</span>}
      </span>
    </li>
  );
}
