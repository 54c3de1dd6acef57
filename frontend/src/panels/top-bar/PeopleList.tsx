import { useEffect, useId, useRef, useState } from "react";
import { Avatar } from "@/panels/parts/Avatar";
import { Button } from "@/panels/parts/Button";
import { EditableText } from "@/panels/parts/EditableText";
import { boardStore } from "@/store/board";
import { follow, names, usePeople } from "@/store/people";
import { useBoard } from "@/store/use";
import { callMe } from "@/sync/session";
import { say } from "@/texts/top-bar";
import type { Person } from "@/wire/messages";
import "./people-list.css";

const SHOWN = 4;

/** Who has the board open: their initials, and in a list what each is doing; there one follows them, and says what
 * one is called. */
export function PeopleList() {
  const me = usePeople((state) => state.me);
  const others = usePeople((state) => state.others);
  const following = usePeople((state) => state.following);
  const live = useBoard((state) => state.link === "live");
  const guest = useBoard((state) => !state.actor.startsWith("account:"));
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => {
    if (!open) return;
    const outside = (event: PointerEvent) => !root.current?.contains(event.target as Node) && setOpen(false);
    const onKey = (event: KeyboardEvent) => event.key === "Escape" && setOpen(false);
    window.addEventListener("pointerdown", outside, true);
    window.addEventListener("keydown", onKey);
    return () => {
      window.removeEventListener("pointerdown", outside, true);
      window.removeEventListener("keydown", onKey);
    };
  }, [open]);
  if (!live || !me) return null;
  const everybody = Object.values(others);
  const shown = everybody.slice(0, SHOWN);
  const words = everybody.length === 0 ? say.onlyYouAreHere : say.andYouAreHere(names(everybody));
  return (
    <div className="people-list" ref={root}>
      <button
        aria-controls={id}
        aria-expanded={open}
        className="people-list__avatars"
        onClick={() => setOpen(!open)}
        title={words}
        type="button"
      >
        {shown.map((person) => (
          <Avatar followed={person.id === following} key={person.id} person={person} />
        ))}
        {everybody.length > SHOWN && <span className="people-list__more">+{everybody.length - SHOWN}</span>}
        <Avatar person={me} />
        <span className="visually-hidden">{say.showPeople(words)}</span>
      </button>
      {open && (
        <div className="people-list__panel" id={id}>
          <h2 className="people-list__title">{say.onThisBoard}</h2>
          <ul>
            <li className="people-list__person">
              <Avatar person={me} />
              {guest ? (
                <EditableText className="people-list__name" label={say.yourName} onCommit={rename} value={me.name} />
              ) : (
                <span className="people-list__name ellipsis">{me.name}</span>
              )}
              <span className="people-list__what">{say.you}</span>
            </li>
            {everybody.map((person) => (
              <Other followed={person.id === following} key={person.id} person={person} />
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

function Other({ person, followed }: { person: Person; followed: boolean }) {
  const policy = useBoard((state) => (person.caret ? state.policies[person.caret.policy] : undefined));
  const doing = policy ? `writing ${policy.name}` : person.editing ? `editing ${person.editing.field}` : "";
  return (
    <li className="people-list__person">
      <Avatar person={person} />
      <span className="people-list__name ellipsis">{person.name}</span>
      <span className="people-list__what ellipsis">{doing}</span>
      <Button aria-pressed={followed} look="quiet" onClick={() => follow(followed ? null : person.id)} small>
        {followed ? say.stopFollowing : say.follow}
      </Button>
    </li>
  );
}

function rename(name: string): Promise<string | null> {
  if (boardStore.getState().link !== "live") return Promise.resolve(say.theConnectionIsDownTryAgain);
  if ([...name].length > 40) return Promise.resolve(say.aNameHasAtMost40);
  callMe(name);
  return Promise.resolve(null);
}
