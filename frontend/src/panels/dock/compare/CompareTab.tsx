import { Button } from "@/panels/parts/Button";
import { useComparison } from "@/store/comparison";
import { Choose } from "./Choose";
import { compareWith, leaveComparison } from "./comparing";
import { Result } from "./Result";
import "./compare.css";

/** Two revisions, two boards, or the board and manifests: chosen here, shown here and on the canvas. */
export function CompareTab() {
  const { asked, found, faults } = useComparison((state) => state);
  if (found) return <Result found={found} />;
  if (asked && faults.length === 0) return <p className="dock__empty">Comparing…</p>;
  return (
    <div className="compare">
      {asked && (
        <div className="compare__failed" role="alert">
          <p>
            <strong>These cannot be compared.</strong> {faults.map(({ message }) => message).join(" ")}
          </p>
          <Button onClick={() => void compareWith(asked)} small>
            Try again
          </Button>
          <Button look="quiet" onClick={leaveComparison} small>
            Choose something else
          </Button>
        </div>
      )}
      <Choose />
    </div>
  );
}
