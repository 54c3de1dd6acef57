import { run } from "@/commands/command";
import { commandNamed } from "@/commands/list";
import { newId } from "@/model/ids";
import { Section } from "@/panels/parts/Section";
import type { BoardState } from "@/store/board";
import { openPolicy, select, type UiState } from "@/store/ui";
import { useBoard, useReadOnly, useUi } from "@/store/use";
import { sendOrTell } from "@/sync/session";
import { freeName, POLICY_TEMPLATES, type PolicyTemplate } from "./policy-templates";

/** Policies that most clusters begin with, added to the namespace of the selection. */
export function StartFrom() {
  const selected = useUi((state) => state.selection[0]);
  const namespace = useBoard((state) => namespaceOf(state, selected));
  const policies = useBoard((state) => state.policies);

  const add = async (template: PolicyTemplate) => {
    if (!namespace) return;
    const names = Object.values(policies).flatMap((policy) => (policy.namespace === namespace ? [policy.name] : []));
    const id = newId();
    const text = template.text(namespace, freeName(template.id, names));
    if (!(await sendOrTell("add_policy", { id, text }))) return;
    select([{ table: "policies", id }]);
    openPolicy(id);
  };

  return (
    <Section
      action={namespace && <span className="left-panel__where ellipsis" title={namespace}>{`in ${namespace}`}</span>}
      title="Start from"
    >
      {POLICY_TEMPLATES.map((template) => (
        <button
          className="left-panel__row"
          disabled={!namespace}
          key={template.id}
          onClick={() => void add(template)}
          title={template.hint}
          type="button"
        >
          <span className="ellipsis">{template.label}</span>
        </button>
      ))}
      <WriteRow />
      {!namespace && <p className="left-panel__note">A policy lives in a namespace: add one first.</p>}
    </Section>
  );
}

/** The one that is made of what was drawn. */
function WriteRow() {
  const command = commandNamed("write-policies");
  const drawn = useBoard((state) => Object.keys(state.connections).length > 0);
  const readOnly = useReadOnly();
  return (
    <button
      className="left-panel__row"
      disabled={!drawn || readOnly}
      onClick={() => run(command)}
      title="Least-privilege policies that let exactly these pass; looked at before they are put on the board"
      type="button"
    >
      <span className="ellipsis">Policies for the drawn arrows…</span>
    </button>
  );
}

/** The name of the namespace that the selection is in, else of the first one on the board. */
function namespaceOf(board: BoardState, selected: UiState["selection"][number] | undefined): string | null {
  const id = selected?.id ?? "";
  const pod = board.pods[id];
  const frame = board.namespaces[pod?.namespace ?? id];
  return frame?.name ?? board.policies[id]?.namespace ?? Object.values(board.namespaces)[0]?.name ?? null;
}
