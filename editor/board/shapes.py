"""Plain JSON to frozen dataclasses and back, by their type hints: one declaration for every door.

The browser's types, the OpenAPI schema and the reading of what comes in are all made from the same hints.
"""

# ruff: noqa: ANN401 - type hints are the values that this file works on
from __future__ import annotations

import dataclasses
import math
from collections.abc import Mapping
from typing import Annotated, Any, Literal, TypeVar, get_args, get_origin

from editor.board.hints import (
    ABSENT,
    LONGEST_TEXT,
    AsLongAsTheBody,
    Between,
    Coded,
    Longest,
    fields_of,
    is_shape,
    is_union,
)
from editor.engine.errors import Fault, NetpolError, Place

Shape = TypeVar("Shape")

FARTHEST = 10_000_000.0


def as_json(value: Any) -> Any:
    """A dataclass, mapping or sequence of them as plain JSON; fields that are absent are left out."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        pairs = ((field.key, getattr(value, field.attribute)) for field in fields_of(type(value)))
        return {key: as_json(held) for key, held in pairs if held is not ABSENT}
    if isinstance(value, Mapping):
        return {key: as_json(held) for key, held in value.items()}
    if isinstance(value, (list, tuple)):
        return [as_json(item) for item in value]
    return value


def read(shape: type[Shape], value: object, path: str = "") -> Shape:
    """``value`` (plain JSON) as the dataclass ``shape``.

    Raises NetpolError with every fault: ``wrong_type``, ``missing_field``, ``unknown_field``, ``out_of_range`` or
    the code of the field's own range.
    """
    faults: list[Fault] = []
    made = _read(shape, value, path, faults)
    if faults:
        raise NetpolError(faults)
    return made  # type: ignore[no-any-return]


def read_field(shape: Any, attribute: str, value: object) -> Any:
    """``value`` (plain JSON) as the one field ``attribute`` of the dataclass ``shape``; raises as ``read``."""
    hint = next(field.hint for field in fields_of(shape) if field.attribute == attribute)
    faults: list[Fault] = []
    made = _read(hint, value, attribute, faults)
    if faults:
        raise NetpolError(faults)
    return made


def _wrong(path: str, wanted: str, value: object) -> Fault:
    shown = value if isinstance(value, (str, int, float, bool, type(None))) else type(value).__name__
    return Fault("wrong_type", f"{path or 'The message'} must be {wanted}.", Place(path=path or None), _shown(shown))


def _shown(value: Any) -> Any:
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    if isinstance(value, str):
        return value[:200].encode("utf-8", "replace").decode()
    return value


def _read(hint: Any, value: object, path: str, faults: list[Fault]) -> Any:  # noqa: PLR0911 - one return a kind of hint
    origin = get_origin(hint)
    if origin is Annotated:
        return _read_bounded(hint, value, path, faults)
    if is_union(hint):
        return _read_union(hint, value, path, faults)
    if origin is Literal:
        if value in get_args(hint) and isinstance(value, str):
            return value
        faults.append(_wrong(path, " or ".join(str(choice) for choice in get_args(hint)), value))
        return None
    if is_shape(hint):
        return _read_dataclass(hint, value, path, faults)
    if origin is not None and issubclass(origin, Mapping):
        return _read_mapping(hint, value, path, faults)
    if origin is tuple:
        return _read_list(hint, value, path, faults)
    return value if hint is Any else _read_scalar(hint, value, path, faults)


def _read_bounded(hint: Any, value: object, path: str, faults: list[Fault]) -> Any:
    base, *bounds = get_args(hint)
    before = len(faults)
    endless = any(isinstance(bound, AsLongAsTheBody) for bound in bounds)
    made = _read_scalar(base, value, path, faults, None) if endless else _read(base, value, path, faults)
    if len(faults) > before:
        codes = [bound.code for bound in bounds if isinstance(bound, Coded)]
        faults[before:] = [dataclasses.replace(f, code=code) for f in faults[before:] for code in codes or [f.code]]
        return None
    for bound in bounds:
        if isinstance(bound, Between) and not bound.least <= made <= bound.most:
            message = f"{path} must be between {bound.least} and {bound.most}, inclusive."
            faults.append(Fault(bound.code, message, Place(path=path), _shown(made)))
        if isinstance(bound, Longest) and len(made) > bound.most:
            message = f"{path} is longer than {bound.most} characters."
            faults.append(Fault("too_long", message, Place(path=path), _shown(made)))
    return made


def _read_union(hint: Any, value: object, path: str, faults: list[Fault]) -> Any:
    members = [member for member in get_args(hint) if member is not type(None)]
    if value is None and len(members) < len(get_args(hint)):
        return None
    collected: list[Fault] = []
    for member in members:
        collected = []
        made = _read(member, value, path, collected)
        if not collected:
            return made
    faults.extend(collected)
    return None


def _read_dataclass(hint: Any, value: object, path: str, faults: list[Fault]) -> Any:
    if not isinstance(value, Mapping):
        faults.append(_wrong(path, "an object", value))
        return None
    before = len(faults)
    dot = f"{path}." if path else ""
    fields = fields_of(hint)
    known = {field.key for field in fields}
    for key in value:
        if key not in known:
            where = f"{dot}{_shown(key)}"
            faults.append(Fault("unknown_field", f"There is no field {where}.", Place(path=where), _shown(key)))
    held: dict[str, Any] = {}
    for field in fields:
        if field.key in value:
            held[field.attribute] = _read(field.hint, value[field.key], f"{dot}{field.key}", faults)
        elif not field.optional:
            where = f"{dot}{field.key}"
            faults.append(Fault("missing_field", f"{where} is missing.", Place(path=where)))
    return hint(**held) if len(faults) == before else None


def _read_mapping(hint: Any, value: object, path: str, faults: list[Fault]) -> Any:
    if not isinstance(value, Mapping):
        faults.append(_wrong(path, "an object", value))
        return None
    inner = get_args(hint)[1]
    made = {}
    for key, held in value.items():
        if _read_scalar(str, key, path, faults) is not None:
            made[key] = _read(inner, held, f"{path}.{key}", faults)
    return made


def _read_list(hint: Any, value: object, path: str, faults: list[Fault]) -> Any:
    if not isinstance(value, (list, tuple)):
        faults.append(_wrong(path, "a list", value))
        return None
    inner = get_args(hint)[0]
    return tuple(_read(inner, item, f"{path}[{index}]", faults) for index, item in enumerate(value))


_WANTED = {str: "text", int: "a whole number", float: "a number", bool: "true or false"}


def _read_scalar(hint: Any, value: object, path: str, faults: list[Fault], most: int | None = LONGEST_TEXT) -> Any:
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    if hint is float and number:
        if abs(value) <= FARTHEST:  # type: ignore[arg-type]
            return float(value)  # type: ignore[arg-type]
        message = f"{path} must lie between -{FARTHEST:.0f} and {FARTHEST:.0f}."
        faults.append(Fault("out_of_range", message, Place(path=path), str(value)[:40]))
        return None
    if (hint is bool and isinstance(value, bool)) or (hint is int and isinstance(value, int) and number):
        return value
    if hint is str and isinstance(value, str):
        return value if _storable(value, path, faults, most) else None
    faults.append(_wrong(path, _WANTED.get(hint, str(hint)), value))
    return None


def _storable(value: str, path: str, faults: list[Fault], most: int | None) -> bool:
    """Text that every database can hold: no NUL, no half of a surrogate pair, not endless."""
    if most is not None and len(value) > most:
        message = f"{path} is longer than {most} characters."
        faults.append(Fault("too_long", message, Place(path=path), f"{len(value)} characters"))
        return False
    if "\0" in value or any("\ud800" <= char <= "\udfff" for char in value):
        message = f"{path} holds a NUL or half a character; remove it."
        faults.append(Fault("bad_text", message, Place(path=path), _shown(value.replace(chr(0), "?"))))
        return False
    return True
