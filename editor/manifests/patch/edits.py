"""An edit of a policy's text as data, and the text with it made: only its own lines change."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from editor.engine.errors import Fault, NetpolError, Place
from editor.manifests.patch import plainly
from editor.manifests.patch.narrow import narrowed
from editor.manifests.patch.paths import Path, parse_path, path_text
from editor.manifests.patch.sheet import Sheet, same, value_of
from editor.manifests.patch.splices import Step, splices
from editor.manifests.patch.widening import emptied_item, widened

_DEEPEST = 40


@dataclass(frozen=True, kw_only=True)
class PolicyEdit:
    """One edit at ``path``, written as the API server does: ``spec.ingress[0].from[1]``.

    ``set``: ``value`` in place of what is there, or as a new field; missing fields on the way are made.
    ``insert``: ``value`` as a new item before this one, ``[-]`` behind the last; a missing list is made.
    ``remove``: the field or item. ``move``: the item to the index ``to``. ``rename``: the field to the key ``to``.

    ``emptied``: what to do when an edit empties a list or selector and Kubernetes takes the empty one for "everything":
    ``refuse`` it, ``leave_empty``, or ``remove_item``: the rule or peer that holds it.
    """

    op: Literal["set", "insert", "remove", "move", "rename"]
    path: str
    value: Any = None
    to: int | str | None = None
    emptied: Literal["refuse", "leave_empty", "remove_item"] = "refuse"


def apply_edits(text: str, edits: Iterable[PolicyEdit]) -> str:
    """``text`` with the edits made, one after the other. Every line outside of the edited values stays to the letter.

    Raises NetpolError: ``bad_path``, ``bad_value``, ``no_such_field``, ``would_mean_everything``, ``shared_anchor``,
    ``cannot_patch``, or what makes the text unreadable. Then nothing was made.
    """
    for edit in edits:
        text = _applied(text, edit)
    return text


def set_scalar(text: str, path: str, value: str) -> str:
    """``text`` with the scalar at ``path`` (such as ``metadata.name``) set to ``value``; made when it is missing.

    Raises as ``apply_edits``, and ``cannot_patch`` when a mapping or list stands there.
    """
    steps = parse_path(path)
    try:
        old = plainly.held(value_of(text), steps)
    except NetpolError as missing:
        if [fault.code for fault in missing.faults] != ["no_such_field"]:
            raise
        old = None
    if isinstance(old, Mapping | list):
        raise plainly.wrong(steps, "is not a single value")
    return apply_edits(text, [PolicyEdit(op="set", path=path, value=value)])


def _applied(text: str, edit: PolicyEdit) -> str:
    path = parse_path(edit.path)
    _check(edit)
    before = value_of(text)
    after = _edited(before, edit, path)
    emptied = widened(before, after, path)
    while emptied is not None and edit.emptied != "leave_empty":
        item = emptied_item(emptied)
        if edit.emptied == "refuse" or item is None:
            raise _means_everything(emptied)
        edit, path = PolicyEdit(op="remove", path=edit.path, emptied=edit.emptied), item
        after = plainly.remove(before, path)
        emptied = widened(before, after, path)
    return _written(text, Step(edit.op, path, edit.value, edit.to), after)


def _written(text: str, step: Step, wanted: object) -> str:
    """The text with one step made, in the smallest way that gives ``wanted``."""
    if step.op == "set":
        smaller = narrowed(value_of(text), step)
        if smaller is not None:
            try:
                made = text
                for part, meant in smaller:
                    made = _made(made, part, meant)
            except NetpolError:
                pass  # such as a comment in the way: then the value as a whole
            else:
                return made
    return _made(text, step, wanted)


def _made(text: str, step: Step, wanted: object) -> str:
    sheet = Sheet(text)
    made = sheet.spliced(splices(sheet, step, wanted))
    try:
        right = same(value_of(made), wanted)
    except NetpolError:
        right = False
    if not right:
        raise plainly.wrong(step.path, "is written in a way that cannot be changed without touching other lines")
    return made


def _edited(value: object, edit: PolicyEdit, path: Path) -> object:
    if edit.op == "set":
        return plainly.put(value, path, edit.value)
    if edit.op == "insert":
        return plainly.insert(value, path, edit.value)
    if edit.op == "remove":
        return plainly.remove(value, path)
    if edit.op == "move" and isinstance(edit.to, int):
        return plainly.move(value, path, edit.to)
    if edit.op == "rename" and isinstance(edit.to, str):
        return plainly.rename(value, path, edit.to)
    kind = "the item's new index" if edit.op == "move" else "the new key"
    raise NetpolError([Fault("bad_value", f"`to` is {kind}.", Place(path="to"), edit.to)])


def _check(edit: PolicyEdit) -> None:
    for value in (edit.value, edit.to):
        wrong = _no_json(value, 0)
        if wrong is not None:
            raise NetpolError([Fault("bad_value", f"The value {wrong}.", Place(path="value"))])


def _no_json(value: object, depth: int) -> str | None:  # noqa: PLR0911 - one return a kind of value
    """Why a value cannot be written; None when it can."""
    if depth > _DEEPEST:
        return f"is nested deeper than {_DEEPEST} levels"
    if isinstance(value, str):
        bad = "\0" in value or any("\ud800" <= letter <= "\udfff" for letter in value)
        return "holds a NUL or half a character; remove it" if bad else None
    if isinstance(value, Mapping):
        parts = [*value.keys(), *value.values()]
        if not all(isinstance(key, str) for key in value):
            return "has a key that is no text"
        return next((wrong for part in parts if (wrong := _no_json(part, depth + 1))), None)
    if isinstance(value, list | tuple):
        return next((wrong for part in value if (wrong := _no_json(part, depth + 1))), None)
    if isinstance(value, float) and not math.isfinite(value):
        return "is no finite number"
    return None if value is None or isinstance(value, bool | int | float) else "is nothing that JSON knows"


def _means_everything(path: Path) -> NetpolError:
    where = path_text(path)
    message = f"This empties `{where}`, and Kubernetes takes an empty one for everything."
    if path[1] in ("policyTypes", "egress") and len(path) == 2:  # noqa: PLR2004 - spec.policyTypes
        message = f"This empties `{where}`; without it Kubernetes chooses by itself which directions are isolated."
    elif emptied_item(path) is not None:
        message += " Say what is meant: remove the rule or peer around it (`remove_item`), or `leave_empty`."
    return NetpolError([Fault("would_mean_everything", message, Place(path=where), where)])
