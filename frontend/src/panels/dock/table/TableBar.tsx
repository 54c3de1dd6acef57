import { type ReactNode, useId } from "react";
import { readPort } from "@/model/port-words";
import { Button, IconButton } from "@/panels/parts/Button";
import { Segmented } from "@/panels/parts/Segmented";
import { type By, changeTable, clearFilters, isFiltered, type Order, type Passing } from "@/store/table";
import { foldedOf, groupsOf } from "./axes";
import { TableExport } from "./TableExport";
import type { TableModel } from "./use-table-model";

const BY = [
  { value: "workload", label: "Workloads" },
  { value: "pod", label: "Pods" },
] as const;
const PASSING: Record<Passing, string> = {
  any: "Any verdict",
  something: "What passes",
  nothing: "What is blocked",
  undecided: "What nobody can say",
  drawn: "With an arrow",
};
const ORDERS: Record<Order, string> = { name: "By name", most: "Most open first", least: "Least open first" };

/** What is shown, and in which order. */
export function TableBar({ model }: { model: TableModel }) {
  const { view, spots, axes } = model;
  const names = useId();
  const folded = foldedOf(spots, view);
  const groups = groupsOf(spots);
  const bad = view.port.trim() !== "" && readPort(view.port) === null;
  return (
    <div aria-label="What the table shows" className="table-bar" role="toolbar">
      <Segmented
        legend="Rows are"
        name="table-by"
        onChange={(by: By) => changeTable({ by })}
        options={BY}
        value={view.by}
      />
      <datalist id={names}>
        {groups.map((group) => (
          <option key={group} value={`${group}/`} />
        ))}
      </datalist>
      <input
        aria-label="From: the name contains"
        className="table-bar__field"
        list={names}
        onChange={(event) => changeTable({ from: event.target.value })}
        placeholder="from…"
        type="search"
        value={view.from}
      />
      <input
        aria-label="To: the name contains"
        className="table-bar__field"
        list={names}
        onChange={(event) => changeTable({ to: event.target.value })}
        placeholder="to…"
        type="search"
        value={view.to}
      />
      <input
        aria-invalid={bad ? true : undefined}
        aria-label="Port, such as 3306 or 53/UDP"
        className="table-bar__field table-bar__field--port"
        onChange={(event) => changeTable({ port: event.target.value })}
        placeholder="port"
        title={bad ? "Write a port as 3306 or as 53/UDP." : "Port, such as 3306 or 53/UDP"}
        type="search"
        value={view.port}
      />
      <Choice label="Only" onChange={(passing) => changeTable({ passing })} value={view.passing} words={PASSING} />
      <Choice label="Order" onChange={(order) => changeTable({ order })} value={view.order} words={ORDERS} />
      <span className="table-bar__buttons">
        {groups.length > 2 && (
          <Button
            look="quiet"
            onClick={() => changeTable({ folded: folded.size > 0 ? [] : groups })}
            small
            title="Each namespace as one row and one column"
          >
            {folded.size > 0 ? "Unfold all" : "Fold all"}
          </Button>
        )}
        <IconButton
          aria-pressed={view.turned}
          icon="turn"
          label="Turn the table: destinations as rows"
          look="quiet"
          onClick={() => changeTable({ turned: !view.turned })}
          small
        />
        <TableExport model={model} />
      </span>
      {isFiltered(view) && (
        <Told>
          {axes.hidden} {axes.hidden === 1 ? "row or column is" : "rows and columns are"} hidden.
          <Button look="quiet" onClick={clearFilters} small>
            Show all
          </Button>
        </Told>
      )}
    </div>
  );
}

function Told({ children }: { children: ReactNode }) {
  return (
    <p className="table-bar__told" role="status">
      {children}
    </p>
  );
}

interface ChoiceProps<Value extends string> {
  label: string;
  value: Value;
  words: Record<Value, string>;
  onChange: (value: Value) => void;
}

function Choice<Value extends string>({ label, value, words, onChange }: ChoiceProps<Value>) {
  return (
    <select
      aria-label={label}
      className="table-bar__field table-bar__field--choice"
      onChange={(event) => onChange(event.target.value as Value)}
      value={value}
    >
      {(Object.entries(words) as [Value, string][]).map(([each, said]) => (
        <option key={each} value={each}>
          {said}
        </option>
      ))}
    </select>
  );
}
