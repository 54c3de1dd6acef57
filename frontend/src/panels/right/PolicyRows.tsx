import type { PolicyFacts } from "@/panels/facts/use-policies";
import { Icon } from "@/panels/parts/Icon";
import { openPolicy, selectOne } from "@/store/ui";
import "./rows.css";

/** Policies by name, with the directions in which they isolate; a click selects one and opens its YAML. */
export function PolicyRows({ policies, none }: { policies: PolicyFacts[]; none: string }) {
  if (policies.length === 0) return <p className="rows__none">{none}</p>;
  return (
    <ul className="rows">
      {policies.map((facts) => (
        <li key={facts.policy.id}>
          <button className="rows__row" onClick={() => show(facts.policy.id)} type="button">
            <Icon name="policy" size={15} />
            <span className="rows__name ellipsis" title={facts.policy.name}>
              {facts.policy.name}
            </span>
            <span className="rows__quiet">{ways(facts)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function show(id: string) {
  selectOne("policies", id);
  openPolicy(id);
}

/** "ingress", "egress", "ingress and egress", or that the text cannot be read. */
export function ways({ pods, ingress, egress }: PolicyFacts): string {
  if (pods === null) return "cannot be read";
  return [ingress && "ingress", egress && "egress"].filter(Boolean).join(" and ");
}
