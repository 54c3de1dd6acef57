import { useBoard } from "@/store/use";
import { say } from "@/texts/print";

/** Every policy to the letter. */
export function Policies({ source }: { source: string }) {
  const policies = useBoard((state) => state.policies);
  const all = Object.values(policies).sort((a, b) => placeOf(a).localeCompare(placeOf(b)));
  return (
    <section className="sheet">
      <p className="sheet__source">{source}</p>
      <h2>{say.policies}</h2>
      {all.length === 0 && <p>{say.theBoardHasNoPoliciesEverything}</p>}
      {all.map((policy) => (
        <article key={policy.id}>
          <h3>{placeOf(policy)}</h3>
          <pre>{policy.text.trimEnd()}</pre>
        </article>
      ))}
    </section>
  );
}

function placeOf({ namespace, name }: { namespace: string; name: string }): string {
  return `${namespace}/${name}`;
}
