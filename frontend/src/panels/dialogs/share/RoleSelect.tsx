import { say } from "@/texts/share";
import type { NewLink } from "@/wire/messages";

type Role = NewLink["role"];

/** What whoever opens a link may do. */
export function RoleSelect(props: { label: string; value: Role; onChange: (role: Role) => void }) {
  return (
    <select
      aria-label={props.label}
      className="field__input"
      onChange={(event) => props.onChange(event.target.value as Role)}
      value={props.value}
    >
      <option value="view">{say.canView}</option>
      <option value="edit">{say.canEdit}</option>
    </select>
  );
}
