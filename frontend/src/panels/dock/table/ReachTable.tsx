import { Button } from "@/panels/parts/Button";
import { useReach } from "@/store/reach";
import { clearFilters } from "@/store/table";
import { Grid } from "./Grid";
import { TableBar } from "./TableBar";
import { useTableModel } from "./use-table-model";
import "./reach-table.css";

/** Who may reach whom: all pairs, drawn or not, with the ways to find one's way in them. */
export function ReachTable() {
  const { model, failure } = useTableModel();
  if (!model) return <p className="dock__empty">{failure ?? "Working out who may reach whom…"}</p>;
  const { sources, destinations } = model.axes;
  const nothing = model.spots.every(({ group }) => group === "outside");
  if (nothing) return <p className="dock__empty">No pod yet. Add two, and this table says what passes between them.</p>;
  return (
    <div className="reach-table">
      <TableBar model={model} />
      <Failure />
      {sources.length > 0 && destinations.length > 0 ? (
        <Grid model={model} />
      ) : (
        <div className="dock__empty">
          <p>Nothing is as you filter for.</p>
          <Button onClick={clearFilters} small>
            Show all
          </Button>
        </div>
      )}
    </div>
  );
}

/** The same beside the YAML, where the room is for the cells alone. */
export function BareTable() {
  const { model, failure } = useTableModel();
  if (!model) return <p className="dock__empty">{failure ?? "Working out who may reach whom…"}</p>;
  const { sources, destinations } = model.axes;
  if (sources.length === 0 || destinations.length === 0) {
    return <p className="dock__empty">Filtered away. The tab “Reachability” shows all again.</p>;
  }
  return <Grid model={model} />;
}

/** What is shown is older than the board while the newest could not be had. */
function Failure() {
  const failure = useReach((state) => state.failure);
  if (!failure) return null;
  return (
    <p className="reach-table__failure" role="alert">
      This is an older state: {failure}
    </p>
  );
}
