import { Icon } from "@/panels/parts/Icon";
import { usePlayed, useWritten } from "./use-manuscript";

/** Which goals a start, solution or wrong solution reaches. */
export function Reached({ what }: { what: string }) {
  const goals = useWritten("goals");
  const found = usePlayed().find((one) => one.what === what);
  if (!found || goals.length === 0) return null;
  return (
    <ul aria-label="What it reaches" className="author__reached">
      {goals
        .filter(({ id }) => id in found.goals)
        .map(({ id, sentence }) => (
          <li key={id}>
            <Icon name={found.goals[id] ? "check" : "close"} size={12} />
            <span className="visually-hidden">{found.goals[id] ? "Reached: " : "Not reached: "}</span>
            {sentence || id}
          </li>
        ))}
      {found.problems.length > 0 && (
        <li className="author__problems">
          Problems that show: <code>{found.problems.join(", ")}</code>
        </li>
      )}
    </ul>
  );
}
