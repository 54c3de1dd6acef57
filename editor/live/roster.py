"""Who else is on a board, as one connection knows it. Nothing of it is ever stored."""

from __future__ import annotations

from editor.wire.people import Person

# A process that dies says no farewell: whoever is silent for so long is gone. Everybody gives a sign in time.
SIGN_EVERY = 10.0
SILENT_FOR = 32.0


class Roster:
    """Everybody else, by the id of their connection. Times are seconds of one steady clock."""

    def __init__(self) -> None:
        self._people: dict[str, Person] = {}
        self._heard: dict[str, float] = {}

    def __len__(self) -> int:
        return len(self._people)

    def everybody(self) -> tuple[Person, ...]:
        """In the order in which they came."""
        return tuple(self._people.values())

    def tint(self, usual: int, of: int) -> int:
        """The colour, of ``of``, that somebody gets who usually has ``usual``: the next that nobody here has.

        With more people than colours it is the usual one.
        """
        taken = {person.tint for person in self._people.values()}
        round_about = ((usual - 1 + step) % of + 1 for step in range(of))
        return next((tint for tint in round_about if tint not in taken), usual)

    def hear(self, person: Person, now: float) -> bool:
        """Somebody told where they are; answers whether they are new."""
        new = person.id not in self._people
        self._people[person.id] = person
        self._heard[person.id] = now
        return new

    def sign(self, person_id: str, now: float) -> bool:
        """A sign of life; answers whether that person is known."""
        known = person_id in self._people
        if known:
            self._heard[person_id] = now
        return known

    def leave(self, person_id: str) -> bool:
        """Somebody left; answers whether they were known."""
        self._heard.pop(person_id, None)
        return self._people.pop(person_id, None) is not None

    def silent(self, now: float) -> list[str]:
        """Takes out whoever gave no sign for too long; answers who that is."""
        gone = [person_id for person_id, heard in self._heard.items() if now - heard > SILENT_FOR]
        for person_id in gone:
            self.leave(person_id)
        return gone


class Pace:
    """Lets so many messages a second through, and a few at once; what is too much is passed over."""

    def __init__(self, a_second: float, at_once: float) -> None:
        self._rate, self._most = a_second, at_once
        self._left, self._last = at_once, 0.0

    def lets(self, now: float) -> bool:
        """Whether one more may pass."""
        self._left = min(self._most, self._left + (now - self._last) * self._rate)
        self._last = now
        if self._left < 1:
            return False
        self._left -= 1
        return True
