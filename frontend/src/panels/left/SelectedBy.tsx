import { useShallow } from "zustand/react/shallow";
import { Avatar } from "@/panels/parts/Avatar";
import { names, usePeople } from "@/store/people";
import { say } from "@/texts/left";

const SHOWN = 3;

/** Who else has a thing of the outline selected, beside its name. */
export function SelectedBy({ id }: { id: string }) {
  const people = usePeople(
    useShallow(({ others }) => Object.values(others).filter(({ selection }) => selection.includes(id))),
  );
  if (people.length === 0) return null;
  const words = people.length === 1 ? say.hasThisSelected(names(people)) : say.haveThisSelected(names(people));
  return (
    <span className="outline__people" title={words}>
      {people.slice(0, SHOWN).map((person) => (
        <Avatar key={person.id} person={person} />
      ))}
      <span className="visually-hidden">{words}</span>
    </span>
  );
}
