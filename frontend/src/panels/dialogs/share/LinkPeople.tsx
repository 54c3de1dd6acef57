import { useState } from "react";
import { Button } from "@/panels/parts/Button";
import { ago, moment } from "@/panels/parts/when";
import { say } from "@/texts/share";
import type { LinkUser } from "@/wire/messages";

type LinkPeopleProps = {
  people: LinkUser[];
  /** Puts somebody out. */
  onRemove: (person: LinkUser) => void;
};

/** Who came by a link, and the way to put one of them out. */
export function LinkPeople({ people, onRemove }: LinkPeopleProps) {
  const [sure, setSure] = useState<number | null>(null);
  return (
    <details className="share__people">
      <summary>{say.cameByIt(people.length)}</summary>
      <ul>
        {people.map((person) => (
          <li key={person.id}>
            <span className="ellipsis">{person.called}</span>
            <span className="share__when" title={moment(person.used_at)}>
              {person.name === null ? say.usedWithoutAnAccount(ago(person.used_at)) : ago(person.used_at)}
            </span>
            <Button
              aria-label={sure === person.id ? say.reallyRemove(person.called) : say.remove(person.called)}
              look="danger"
              onBlur={() => setSure(null)}
              onClick={() => (sure === person.id ? onRemove(person) : setSure(person.id))}
              small
            >
              {sure === person.id ? say.removeSure : say.remove2}
            </Button>
          </li>
        ))}
      </ul>
      <p className="share__hint">{say.whatRemovingDoes}</p>
    </details>
  );
}
