import { counted } from "./outline-tree";
import type { Mark } from "./problem-marks";

/** A dot with the number of errors and warnings: its shape says which, its words say how many. */
export function ProblemMark({ mark }: { mark: Mark | undefined }) {
  if (!mark) return null;
  const { errors, warnings } = mark;
  const words = [errors > 0 && counted(errors, "error"), warnings > 0 && counted(warnings, "warning")]
    .filter(Boolean)
    .join(", ");
  return (
    <span className="outline__mark" data-severity={errors > 0 ? "error" : "warning"} title={words}>
      <i aria-hidden="true" />
      <span aria-hidden="true">{errors + warnings}</span>
      <span className="visually-hidden">{words}</span>
    </span>
  );
}
