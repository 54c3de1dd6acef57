import { initials, tintOf } from "@/store/people";
import type { Person } from "@/wire/messages";
import "./avatar.css";

/** A person as a small round mark with their initials, in their colour. */
export function Avatar({ person, followed = false }: { person: Person; followed?: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={`avatar ${followed ? "avatar--followed" : ""}`}
      style={{ "--who": tintOf(person) } as React.CSSProperties}
      title={person.name}
    >
      {initials(person.name)}
    </span>
  );
}
