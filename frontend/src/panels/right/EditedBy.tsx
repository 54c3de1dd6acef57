import { useShallow } from "zustand/react/shallow";
import { Avatar } from "@/panels/parts/Avatar";
import { usePeople } from "@/store/people";
import "./edited-by.css";

/** Who else is in a field of the selected thing, and in which. */
export function EditedBy({ id }: { id: string }) {
  const people = usePeople(
    useShallow((state) => Object.values(state.others).filter(({ editing }) => editing?.id === id)),
  );
  if (people.length === 0) return null;
  return (
    <ul aria-label="Being edited by others" className="edited-by">
      {people.map((person) => (
        <li key={person.id}>
          <Avatar person={person} />
          <span>
            {person.name} is editing {person.editing?.field}
          </span>
        </li>
      ))}
    </ul>
  );
}
