import { type Allowed, VerdictMark } from "@/panels/parts/VerdictMark";
import type { Status } from "@/store/expectations";
import "./status-mark.css";

const LIKE: Record<Status, Allowed> = { holds: true, fails: false, unclear: null };

/** A tick, a cross or a question mark, with its word for screen readers. */
export function StatusMark({ status }: { status: Status | undefined }) {
  if (!status) return <span aria-hidden="true" className="status-mark status-mark--waiting" />;
  return <VerdictMark allowed={LIKE[status]} word={status} />;
}
