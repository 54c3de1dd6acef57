import { Button } from "@/panels/parts/Button";
import { Icon } from "@/panels/parts/Icon";
import { Prose } from "@/panels/parts/Prose";
import { openPolicy, select, uiStore } from "@/store/ui";
import type { GoalConnection, GoalState } from "@/wire/messages";

/** The goals of the step, each with a tick, or with what is not as it should be. */
export function GoalList({ goals }: { goals: readonly GoalState[] }) {
  return (
    <ul aria-label="Goals" className="goals">
      {goals.map((goal) => (
        <Goal goal={goal} key={goal.id} />
      ))}
    </ul>
  );
}

function Goal({ goal }: { goal: GoalState }) {
  const { connection } = goal;
  return (
    <li className={goal.reached ? "goals__goal" : "goals__goal goals__goal--open"}>
      <span className="goals__mark">
        <Icon name={goal.reached ? "check" : "close"} size={12} />
        <span className="visually-hidden">{goal.reached ? "Reached: " : "Not reached: "}</span>
      </span>
      <div className="goals__words">
        <b>
          <Prose text={goal.sentence} />
        </b>
        {!goal.reached && goal.about && (
          <p>
            In another cluster: <Prose text={goal.about} />
          </p>
        )}
        {!goal.reached && goal.words && <p>{goal.words}</p>}
        {connection?.why && <p>{connection.why}</p>}
        {connection && (connection.arrow !== null || connection.policies.length > 0 || connection.pods.length > 0) && (
          <Button look="quiet" onClick={() => show(connection)} small>
            {connection.arrow === null ? "Show me" : "Show why"}
          </Button>
        )}
      </div>
    </li>
  );
}

/** The arrow with its chain of reasons; where none is drawn, the pods, and the policy that decides. */
function show({ arrow, pods, policies }: GoalConnection) {
  const [policy] = policies;
  if (arrow !== null) select([{ table: "connections", id: arrow }]);
  else if (pods.length > 0) select(pods.map((id) => ({ table: "pods", id })));
  if (policy) openPolicy(policy);
  if (arrow !== null) uiStore.setState({ rightOpen: true });
}
