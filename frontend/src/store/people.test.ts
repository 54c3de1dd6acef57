import { beforeEach, describe, expect, it } from "vitest";
import type { Person, Welcome } from "@/wire/messages";
import { follow, hearOfPeople, initials, names, peopleStore } from "./people";

function person(id: string, name = id): Person {
  const nowhere = {
    instructor: false,
    pointer: null,
    view: null,
    selection: [],
    policy: null,
    editing: null,
    caret: null,
  };
  return { id, client_id: id, name, tint: 1, ...nowhere };
}

describe("who else is here", () => {
  beforeEach(() => {
    peopleStore.setState({ me: null, others: {}, following: null });
    hearOfPeople({ type: "welcome", you: person("me") } as Welcome);
    hearOfPeople({ type: "presence", person: person("ada") });
  });

  it("is everybody but oneself", () => {
    hearOfPeople({ type: "presence", person: person("me", "New name") });
    expect(Object.keys(peopleStore.getState().others)).toEqual(["ada"]);
    expect(peopleStore.getState().me?.name).toBe("New name");
  });

  it("stays when the server tells the board anew", () => {
    hearOfPeople({ type: "welcome", you: person("me") } as Welcome);
    expect(Object.keys(peopleStore.getState().others)).toEqual(["ada"]);
    hearOfPeople({ type: "welcome", you: person("me again") } as Welcome);
    expect(peopleStore.getState().others).toEqual({});
  });

  it("is nobody who left, and nobody follows them", () => {
    follow("ada");
    hearOfPeople({ type: "left", id: "ada" });
    expect(peopleStore.getState()).toMatchObject({ others: {}, following: null });
  });
});

describe("a name in short", () => {
  it("is its first and last letter", () => {
    expect(["Guest Heron", "ada", "Éva Maria Kiss", "", "😀 x"].map(initials)).toEqual(["GH", "A", "ÉK", "?", "😀X"]);
  });

  it("is counted when there are many", () => {
    const people = ["a", "b", "c", "d"].map((id) => person(id));
    expect([1, 2, 4].map((count) => names(people.slice(0, count)))).toEqual(["a", "a and b", "a, b and 2 more"]);
  });
});
