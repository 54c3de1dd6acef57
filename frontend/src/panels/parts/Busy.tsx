import { type ReactNode, useContext } from "react";
import { useShallow } from "zustand/react/shallow";
import { names, tintOf, usePeople } from "@/store/people";
import { say } from "@/texts/parts";
import { Avatar } from "./Avatar";
import { SubjectContext } from "./use-half-typed";
import "./busy.css";

/** A field, and whoever else is in it: their colour around it, and who it is, in words. `fields`: how the labels
 * of its inputs begin. */
export function Busy({ fields, children }: { fields: readonly string[]; children: ReactNode }) {
  const subject = useContext(SubjectContext);
  const people = usePeople(
    useShallow(({ others }) =>
      Object.values(others).filter(
        ({ editing }) => editing?.id === subject && fields.some((field) => editing?.field.startsWith(field)),
      ),
    ),
  );
  const [first] = people;
  // The same elements with and without somebody: what is typed here stays, and so does the focus.
  return (
    <div className={first ? "busy" : "busy--free"} style={first && ({ "--who": tintOf(first) } as React.CSSProperties)}>
      {children}
      {first && (
        <p className="busy__who">
          {people.map((person) => (
            <Avatar key={person.id} person={person} />
          ))}
          <span>{people.length === 1 ? say.isTypingHere(names(people)) : say.areTypingHere(names(people))}</span>
        </p>
      )}
    </div>
  );
}
