"""Who is on a board and where they are. Nothing of it is ever stored."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from editor.board.hints import Key, Longest, Revision


@dataclass(frozen=True, kw_only=True)
class Point:
    """A place on the board, in canvas pixels at zoom 1."""

    x: float
    y: float


@dataclass(frozen=True, kw_only=True)
class View:
    """What a person sees of the canvas: the board's point in its middle, and the zoom."""

    x: float
    y: float
    zoom: float


@dataclass(frozen=True, kw_only=True)
class Editing:
    """The field that a person is in: of which thing, and how it is labelled."""

    id: Key
    field: Key


@dataclass(frozen=True, kw_only=True)
class Caret:
    """Where a person is in a policy's text, in UTF-16 units; ``anchor`` differs when something is selected."""

    policy: Key
    anchor: Revision
    head: Revision


@dataclass(frozen=True, kw_only=True)
class Person:
    """Somebody who has the board open. ``id``: their connection's; ``tint``: 1 to 8, the same for one browser.

    ``instructor``: of the workshop in which the board is a learner's.
    """

    id: str
    client_id: str
    name: str
    tint: int
    instructor: bool = False
    pointer: Point | None = None
    view: View | None = None
    selection: tuple[str, ...] = ()
    policy: str | None = None
    editing: Editing | None = None
    caret: Caret | None = None


@dataclass(frozen=True, kw_only=True)
class Presence:
    """Somebody came, or is elsewhere on the board now. It is never stored."""

    type: Literal["presence"] = "presence"
    person: Person


@dataclass(frozen=True, kw_only=True)
class Left:
    """Somebody left."""

    type: Literal["left"] = "left"
    id: str


@dataclass(frozen=True, kw_only=True)
class People:
    """How many browsers have the board open."""

    type: Literal["people"] = "people"
    count: int


@dataclass(frozen=True, kw_only=True)
class Here:
    """Where a person is on the board: their pointer, what they see, have selected, opened and are typing into."""

    type: Literal["here"] = "here"
    client_id: Key = ""
    pointer: Point | None = None
    view: View | None = None
    selection: Annotated[tuple[Key, ...], Longest(50)] = ()
    policy: Key | None = None
    editing: Editing | None = None
    caret: Caret | None = None


@dataclass(frozen=True, kw_only=True)
class CallMe:
    """The name that a person goes by; an empty one gives the first one back."""

    type: Literal["call_me"] = "call_me"
    name: Annotated[str, Longest(40)]
