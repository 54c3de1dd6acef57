import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import { say } from "@/texts/store";
import type { Person, ServerMessage } from "@/wire/messages";

export interface PeopleState {
  me: Person | null;
  /** Everybody else who has the board open, by the id of their connection, in the order in which they came. */
  others: Record<string, Person>;
  /** The person whose view this one follows. */
  following: string | null;
}

const INITIAL: PeopleState = { me: null, others: {}, following: null };

export const peopleStore = createStore<PeopleState>(() => INITIAL);

export function usePeople<Part>(selector: (state: PeopleState) => Part): Part {
  return useStore(peopleStore, selector);
}

/** Follows what the server says of people. */
export function hearOfPeople(message: ServerMessage): void {
  const { me, others, following } = peopleStore.getState();
  if (message.type === "welcome" && message.you.id === me?.id) peopleStore.setState({ me: message.you });
  else if (message.type === "welcome") peopleStore.setState({ me: message.you, others: {} });
  else if (message.type === "presence" && message.person.id === me?.id) peopleStore.setState({ me: message.person });
  else if (message.type === "presence") {
    peopleStore.setState({ others: { ...others, [message.person.id]: message.person } });
  } else if (message.type === "left") {
    const { [message.id]: _gone, ...rest } = others;
    peopleStore.setState({ others: rest, following: following === message.id ? null : following });
  }
}

/** The connection is down: nobody is seen until it stands again. */
export function clearPeople(): void {
  peopleStore.setState({ others: {}, following: null });
}

export function follow(id: string | null): void {
  if (peopleStore.getState().following !== id) peopleStore.setState({ following: id });
}

/** "Guest Heron" as "GH". */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return (
    letters
      .map((word) => [...(word ?? "")][0] ?? "")
      .join("")
      .toUpperCase() || "?"
  );
}

/** "Ada", "Ada and Ben", "Ada, Ben and 2 more". */
export function names(people: readonly Person[]): string {
  const [one, other] = people;
  if (!one) return "";
  if (people.length < 3) return other ? say.and(one.name, other.name) : one.name;
  return say.andMore(one.name, other?.name ?? "", people.length - 2);
}

/** The colour of a person, as CSS. */
export function tintOf(person: Pick<Person, "tint">): string {
  return `var(--who${person.tint})`;
}
