"""The names that learners choose: short, and each once in a room."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from editor.engine.errors import Fault, NetpolError, Place
from editor.models import Seat, Workshop
from editor.models.workshop import NICKNAME


def cleaned(text: str) -> str:
    """A nickname without what cannot be seen. Raises NetpolError ``bad_nickname``."""
    name = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    if not name or len(name) > NICKNAME:
        message = f"A nickname has 1 to {NICKNAME} characters."
        raise NetpolError([Fault("bad_nickname", message, Place(path="nickname"), name[:NICKNAME])])
    return name


def compared(name: str) -> str:
    """Capital and small letters make no other name."""
    return name.casefold()


def refuse_taken(workshop: Workshop, name: str, mine: Seat | None = None) -> None:
    """Raises NetpolError ``nickname_taken`` with a free one as its value, when somebody else here has the name."""
    offer = free(workshop, name, mine)
    if offer != name:
        message = f"Somebody here is called {name} already. {offer} is free."
        raise NetpolError([Fault("nickname_taken", message, Place(path="nickname"), offer)])


def free(workshop: Workshop, name: str, mine: Seat | None = None) -> str:
    """The name itself, or the first like it that nobody else here has."""
    taken = Seat.objects.filter(workshop=workshop, removed_at__isnull=True)
    keys = set((taken.exclude(pk=mine.pk) if mine else taken).values_list("key", flat=True))
    return next(offer for offer in _offers(name) if compared(offer) not in keys)


def _offers(name: str) -> Iterator[str]:
    yield name
    for number in count(2):
        ending = f" {number}"
        yield f"{name[: NICKNAME - len(ending)].rstrip()}{ending}"
