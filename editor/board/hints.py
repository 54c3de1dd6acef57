"""What the type hints of records, parameters and messages can say, and how they are looked into."""

# ruff: noqa: ANN401 - type hints are the values that this file works on
from __future__ import annotations

import dataclasses
import types
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints, is_typeddict

LONGEST_TEXT = 1_000_000


class Absent(Enum):
    """A field that was not written, which is not the same as null."""

    ABSENT = "absent"


ABSENT = Absent.ABSENT


@dataclass(frozen=True, slots=True)
class Between:
    """A whole number's inclusive range, and the code of the fault when it lies outside."""

    least: int
    most: int
    code: str = "out_of_range"


@dataclass(frozen=True, slots=True)
class Coded:
    """The code of the fault when the value is not one of a fixed few."""

    code: str


@dataclass(frozen=True, slots=True)
class Longest:
    """The most characters that a text may have."""

    most: int


@dataclass(frozen=True, slots=True)
class AsLongAsTheBody:
    """A text that is read and not kept: the server's bound on a request's body is the only one."""


Key = Annotated[str, Longest(80)]
ManifestText = Annotated[str, AsLongAsTheBody()]
Revision = Annotated[int, Between(0, 2**53 - 1)]
Port = Annotated[int, Between(1, 65535, "bad_port")]


@dataclass(frozen=True, slots=True)
class ShapeField:
    """A field as JSON knows it: its key, its type hint without ``Absent``, and whether it may be left out."""

    key: str
    attribute: str
    hint: Any
    optional: bool


@cache
def fields_of(shape: Any) -> tuple[ShapeField, ...]:
    """The fields of a dataclass or TypedDict, in the order written; a trailing underscore is no part of the key."""
    hints = get_type_hints(shape, include_extras=True)
    if is_typeddict(shape):
        return tuple(ShapeField(name, name, hint, name in shape.__optional_keys__) for name, hint in hints.items())
    found = []
    for field in dataclasses.fields(shape):
        has_default = field.default is not dataclasses.MISSING or field.default_factory is not dataclasses.MISSING
        hint = _without_absent(hints[field.name])
        fixed = get_origin(hint) is Literal and len(get_args(hint)) == 1
        found.append(ShapeField(field.name.rstrip("_"), field.name, hint, has_default and not fixed))
    return tuple(found)


def _without_absent(hint: Any) -> Any:
    if not is_union(hint):
        return hint
    left = tuple(member for member in get_args(hint) if member is not Absent)
    return Union[left]  # noqa: UP007 - built at run time


def is_union(hint: Any) -> bool:
    """Whether a hint is ``A | B``."""
    return get_origin(hint) in (Union, types.UnionType)


def is_shape(hint: Any) -> bool:
    """Whether a hint is a dataclass or a TypedDict."""
    return isinstance(hint, type) and (dataclasses.is_dataclass(hint) or is_typeddict(hint))
