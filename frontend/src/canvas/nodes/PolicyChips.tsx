import type { NamespaceRecord } from "@/model/records";
import { selectOne, uiStore } from "@/store/ui";
import { useUi } from "@/store/use";
import { CanvasIcon } from "../parts/CanvasIcon";
import type { NamedPolicy } from "./build-nodes";
import { policyChips } from "./title-box";
import "./policy-chips.css";

interface Props {
  record: NamespaceRecord;
  policies: readonly NamedPolicy[];
  width: number;
}

/** The policies of a namespace, on its frame: pointing at one lights the pods that it selects and the peers that its
 * rules name, choosing it opens it. Those that select the selected pod are lit. */
export function PolicyChips({ record, policies, width }: Props) {
  if (policies.length === 0) return null;
  return (
    <div className="policy-chips">
      {policyChips(record, policies, width).map(({ policy, more, width: wide }) =>
        policy ? (
          <Chip key={policy.id} policy={policy} width={wide} />
        ) : (
          <More key="more" names={policies.slice(-more).map(({ name }) => name)} width={wide} />
        ),
      )}
    </div>
  );
}

function Chip({ policy: { id, name }, width }: { policy: NamedPolicy; width: number }) {
  const selected = useUi((ui) => ui.selection.length === 1 && ui.selection[0]?.id === id);
  const lit = useUi((ui) => ui.litPolicies.has(id));
  const point = (hoveredPolicy: string | null) => uiStore.setState({ hoveredPolicy });
  return (
    <button
      aria-pressed={selected}
      data-policy={id}
      className={`policy-chip nodrag ${lit ? "policy-chip--lit" : ""}`}
      onBlur={() => point(null)}
      onClick={(event) => {
        event.stopPropagation();
        selectOne("policies", id);
      }}
      onFocus={(event) => event.target.matches(":focus-visible") && point(id)}
      onPointerEnter={() => point(id)}
      onPointerLeave={() => point(null)}
      style={{ width }}
      title={lit ? `${name}: selects the selected pod` : name}
      type="button"
    >
      <CanvasIcon name="policy" size={12} />
      <span className="policy-chip__name">{name}</span>
    </button>
  );
}

function More({ names, width }: { names: string[]; width: number }) {
  const lit = useUi((ui) => ui.litPolicies.size > 0);
  return (
    <span
      className={`policy-chip policy-chip--more ${lit ? "policy-chip--aside" : ""}`}
      style={{ width }}
      title={names.join("\n")}
    >
      +{names.length}
    </span>
  );
}
