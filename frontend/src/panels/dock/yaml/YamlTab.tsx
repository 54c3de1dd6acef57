import { run } from "@/commands/command";
import { commandNamed } from "@/commands/list";
import type { PolicyRecord } from "@/model/records";
import { counted } from "@/panels/left/outline-tree";
import { Button } from "@/panels/parts/Button";
import { Editable } from "@/panels/parts/Editable";
import { Icon } from "@/panels/parts/Icon";
import { Locked, LockedNote } from "@/panels/parts/Locked";
import { warningsOf } from "@/store/findings";
import { whyLocked } from "@/store/lesson";
import { openPolicy, selectOne } from "@/store/ui";
import { useBoard, useLesson, useReadOnly, useUi, useWhyLocked, useWriting } from "@/store/use";
import type { DraftState } from "@/wire/messages";
import { BareTable } from "../table/ReachTable";
import { LostTexts } from "./LostTexts";
import { Problems } from "./Problems";
import { putText } from "./put-text";
import { saveState } from "./save-state";
import { Untaken } from "./Untaken";
import { useFindings } from "./use-marks";
import { Scope } from "./whole/Scope";
import { WholeBoard } from "./whole/WholeBoard";
import { YamlEditor } from "./YamlEditor";
import "./yaml-tab.css";

/** The policies' texts; where there is room, the table of verdicts stands beside them. */
export function YamlTab() {
  const policies = useBoard((state) => state.policies);
  const opened = useUi((state) => state.openPolicy);
  const list = Object.values(policies);
  const shown = (opened ? policies[opened] : undefined) ?? list[0];
  const whole = useUi((state) => state.yamlScope === "board");
  const closed = useBoard((state) => state.closed);
  const peopled = useBoard((state) => Object.keys(state.pods).length > 1);
  return (
    <div className="yaml-tab" data-table={peopled && !closed}>
      {shown ? (
        <>
          <PolicyList policies={list} shown={shown.id} />
          {whole ? (
            <WholeBoard />
          ) : (
            <div className="yaml-tab__text">
              <LostTexts />
              <YamlEditor key={shown.id} policy={shown} />
              <Foot policy={shown} />
            </div>
          )}
        </>
      ) : (
        <NoPolicy />
      )}
      {peopled && !closed && (
        <div className="yaml-tab__table">
          <BareTable />
        </div>
      )}
    </div>
  );
}

function NoPolicy() {
  const namespaces = useBoard((state) => Object.keys(state.namespaces).length);
  return (
    <div className="dock__empty">
      <LostTexts />
      <p>No policy yet, so every pod may talk to every pod.</p>
      <Locked reason={useWhyLocked("policies")}>
        <Editable>
          <Button disabled={namespaces === 0} icon="plus" onClick={() => run(commandNamed("add-policy"))}>
            New policy
          </Button>
        </Editable>
        <LockedNote />
      </Locked>
      {namespaces === 0 && <p>A policy lives in a namespace: add one first.</p>}
    </div>
  );
}

function PolicyList({ policies, shown }: { policies: PolicyRecord[]; shown: string }) {
  const drafts = useBoard((state) => state.drafts);
  const policyWarnings = useBoard((state) => state.policyWarnings);
  const lesson = useLesson((state) => state);
  return (
    <nav aria-label="Policies" className="yaml-tab__list">
      <Scope />
      <ul>
        {policies.map((policy) => {
          const draft = drafts[policy.id];
          const warned = warningsOf({ drafts, policyWarnings }, policy.id).length;
          const state = stateOf(draft, warned);
          return (
            <li key={policy.id}>
              <button
                aria-current={policy.id === shown}
                className="yaml-tab__policy"
                onClick={() => open(policy.id)}
                title={`${policy.namespace}/${policy.name}`}
                type="button"
              >
                <span className="yaml-tab__name ellipsis">
                  {whyLocked(lesson, "policies", `${policy.namespace}/${policy.name}`) && <LockedMark />}
                  {policy.name}
                </span>
                <span className="yaml-tab__namespace ellipsis">{policy.namespace}</span>
                {state && <span className="yaml-tab__dot" data-tone={state.tone} title={state.text} />}
                {state && <span className="visually-hidden">{state.text}</span>}
              </button>
            </li>
          );
        })}
      </ul>
      <Locked reason={useWhyLocked("policies")}>
        <Editable>
          <button className="yaml-tab__new" onClick={() => run(commandNamed("add-policy"))} type="button">
            <Icon name="plus" size={13} />
            New policy
          </button>
        </Editable>
      </Locked>
    </nav>
  );
}

const LockedMark = () => (
  <>
    <Icon name="lock" size={11} />
    <span className="visually-hidden">locked: </span>
  </>
);

/** A mark beside a policy's name: an error comes before warnings, and they before that somebody types. */
function stateOf(
  draft: DraftState | undefined,
  warned: number,
): { tone: "error" | "warn" | "busy"; text: string } | null {
  if (draft && !draft.good) return { tone: "error", text: "has an error" };
  if (warned > 0) return { tone: "warn", text: counted(warned, "warning") };
  return draft ? { tone: "busy", text: "being edited" } : null;
}

function open(id: string) {
  selectOne("policies", id);
  openPolicy(id);
}

function Foot({ policy }: { policy: PolicyRecord }) {
  const unsent = useWriting((state) => state.unsent[policy.id] ?? false);
  const readOnly = useReadOnly();
  const locked = useWhyLocked("policies", `${policy.namespace}/${policy.name}`);
  const tone = useBoard((state) => saveState(state, policy, unsent).tone);
  const text = useBoard((state) => saveState(state, policy, unsent).text);
  const findings = useFindings(policy.id);
  const words = useUi((state) => state.caretLit?.words);
  const broken = useBoard((state) => state.drafts[policy.id]?.good === false);
  return (
    <div className="yaml-tab__foot">
      <Problems findings={findings.filter(({ source }) => source === "server")} policy={policy.id} />
      <Untaken policy={policy.id} />
      {broken && !readOnly && !locked && (
        <Button
          look="quiet"
          onClick={() => putText(policy.id, policy.text)}
          small
          title="Throw away what was typed since then"
        >
          Back to the saved text
        </Button>
      )}
      {locked && (
        <p className="yaml-tab__state yaml-tab__state--locked">
          <Icon name="lock" size={12} /> {locked}
        </p>
      )}
      {!locked && (
        <p className={`yaml-tab__state yaml-tab__state--${tone}`} role="status">
          {text}
        </p>
      )}
      {words && (
        <p className="yaml-tab__caret ellipsis" title={words}>
          {words}
        </p>
      )}
    </div>
  );
}
