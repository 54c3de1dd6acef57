import { run } from "@/commands/command";
import { commandNamed } from "@/commands/list";
import { Section } from "@/panels/parts/Section";
import type { BoardState } from "@/store/board";
import { startFrom, type UiState } from "@/store/ui";
import { useBoard, useOffered, useReadOnly, useUi } from "@/store/use";
import { say } from "@/texts/left";
import { POLICY_TEMPLATES } from "./policy-templates";

/** Policies that most clusters begin with; one that is chosen is shown on the right before it is added. */
export function StartFrom() {
  const selected = useUi((state) => state.selection[0]);
  const namespace = useBoard((state) => namespaceOf(state, selected));
  return (
    <Section
      action={
        namespace && (
          <span className="left-panel__where ellipsis" title={namespace}>
            {say.in(namespace)}
          </span>
        )
      }
      title={say.startFrom}
    >
      {POLICY_TEMPLATES.map((template) => (
        <button
          className="left-panel__row"
          disabled={!namespace}
          key={template.id}
          onClick={() => namespace && startFrom({ template: template.id, namespace })}
          title={template.hint}
          type="button"
        >
          <span className="ellipsis">{template.label}</span>
        </button>
      ))}
      <WriteRow />
      {!namespace && <p className="left-panel__note">{say.aPolicyLivesInANamespace}</p>}
    </Section>
  );
}

/** The one that is made of what was drawn. */
function WriteRow() {
  const command = commandNamed("write-policies");
  const drawn = useBoard((state) => Object.keys(state.connections).length > 0);
  const readOnly = useReadOnly();
  if (!useOffered("fixes")) return null;
  return (
    <button
      className="left-panel__row"
      disabled={!drawn || readOnly}
      onClick={() => run(command)}
      title={say.leastPrivilegePoliciesThatLetExactly}
      type="button"
    >
      <span className="ellipsis">{say.policiesForTheDrawnArrows}</span>
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
