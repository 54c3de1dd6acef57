"""A manuscript as the YAML file of a lesson, laid out as people write one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from editor.lessons.lesson import HOSTS, NAMESPACES, PODS, TOOLS
from editor.lessons.manuscript import Manuscript, WrittenArrow, WrittenGoal, WrittenPrediction, WrittenStep
from editor.manifests.dump import in_quotes, quoted
from editor.manifests.scalars import resolve_plain

# Prose that needs no quotes: no colon, hash or bracket in it that means something, and nothing of a sign at either end.
_PROSE = re.compile(r"[A-Za-z][A-Za-z0-9 ,.;()/'=_+-]*[A-Za-z0-9.)]\Z")
_BLOCK = re.compile(r"[^\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]*\Z")


class _Flow(list[Any]):
    """A list, or the fields of a mapping, on one line."""


def written(manuscript: Manuscript) -> str:
    """The file. What is empty is left out, so that whoever reads it is told that it is missing."""
    return "".join(f"{line}\n" for line in _lines(_file(manuscript)))


def _file(it: Manuscript) -> dict[str, Any]:
    usual = set(it.locked) == {PODS, NAMESPACES, HOSTS} and len(it.locked) == len({*it.locked})
    found: dict[str, Any] = {
        "title": it.title,
        "summary": it.summary,
        "minutes": it.minutes,
        "clock": it.clock,
        "board": _given(
            {
                "manifests": it.board.manifests,
                "hosts": dict(it.board.hosts),
                "arrows": [_arrow(one) for one in it.board.arrows],
                "places": {name: _Flow(map(_number, place)) for name, place in it.board.places.items()},
            }
        ),
        "policies": it.policies,
        "locked": None if usual else _Flow(it.locked),
        "tools": None if it.tools == TOOLS else _Flow(it.tools),
        "steps": [_step(one) for one in it.steps],
        "goals": [_goal(one) for one in it.goals],
        "worlds": {one.name: _given({"about": one.about, "manifests": one.manifests}) for one in it.worlds},
        "hints": [_given({"after": one.after, "text": one.text}) for one in it.hints],
        "feedback": {one.problem: one.words for one in it.feedback},
        "solution": it.solution,
        "wrong": [
            _given({"name": one.name, "policies": one.policies, "fails": one.fails, "problem": one.problem})
            for one in it.wrong
        ],
    }
    return _given(found)


def _given(found: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in found.items() if value not in (None, "", {}, []) or isinstance(value, _Flow)}


def _arrow(one: WrittenArrow) -> _Flow:
    protocol = [] if one.protocol == "TCP" else [("protocol", one.protocol)]
    return _Flow([("from", one.from_), ("to", one.to), *protocol, ("port", one.port)])


def _step(one: WrittenStep) -> dict[str, Any]:
    asked = _prediction(one.predict) if one.predict is not None else None
    return _given({"title": one.title, "text": one.text, "goals": _Flow(one.goals) if one.goals else None}) | (
        {"predict": asked} if asked is not None else {}
    )


def _prediction(one: WrittenPrediction) -> dict[str, Any]:
    found = _given({"arrows": [_arrow(arrow) for arrow in one.arrows], "reveal": one.reveal})
    return found if one.policies is None else {**found, "policies": one.policies}


def _goal(one: WrittenGoal) -> dict[str, Any]:
    hidden = one.hidden or None
    return _given({"id": one.id, "sentence": one.sentence, **one.item, "world": one.world, "hidden": hidden})


def _number(value: float) -> float:
    return int(value) if value == int(value) else value


def _lines(value: object) -> Iterator[str]:
    if isinstance(value, Mapping) and value:
        for key, inner in value.items():
            yield from _field(_scalar(str(key)), inner)
    elif isinstance(value, list | tuple) and value and not isinstance(value, _Flow):
        for item in value:
            first = "- "
            for line in _lines(item):
                yield f"{first}{line}" if line else ""
                first = "  "
    else:
        yield _flow(value)


def _field(key: str, value: object) -> Iterator[str]:
    block = _block(value) if isinstance(value, str) else None
    if block is not None:
        head, *rest = block
        yield f"{key}: {head}"
        yield from (f"  {line}" if line else "" for line in rest)
    elif isinstance(value, Mapping) and value:
        yield f"{key}:"
        yield from (f"  {line}" if line else "" for line in _lines(value))
    elif isinstance(value, list | tuple) and value and not isinstance(value, _Flow):
        yield f"{key}:"
        yield from _lines(value)
    else:
        yield f"{key}: {_flow(value)}"


def _block(text: str) -> list[str] | None:
    """A text of several lines as it stands, with its header before it; None for what needs quotes."""
    body = text.rstrip("\n")
    if "\n" not in text or not _BLOCK.match(text) or body[:1] in ("", " ", "\n", "\t"):
        return None
    end = len(text) - len(body)
    return [{0: "|-", 1: "|"}.get(end, "|+"), *body.split("\n"), *[""] * (end - 1)]


def _flow(value: object) -> str:
    if isinstance(value, _Flow):
        pairs = bool(value) and all(isinstance(one, tuple) for one in value)
        return f"{{{_joined(_pairs(value))}}}" if pairs else f"[{_joined(map(_flow, value))}]"
    if isinstance(value, str):
        return _scalar(value)
    if isinstance(value, Mapping):
        return f"{{{_joined(_pairs(value.items()))}}}"
    if isinstance(value, list | tuple):
        return f"[{_joined(map(_flow, value))}]"
    return "null" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def _pairs(items: Iterable[tuple[str, object]]) -> Iterator[str]:
    return (f"{_scalar(str(key))}: {_flow(inner)}" for key, inner in items)


def _joined(parts: Iterable[str]) -> str:
    return ", ".join(parts)


def _scalar(text: str) -> str:
    if _PROSE.match(text) and "," not in text and " #" not in text and resolve_plain(text) == text:
        return text
    plain = quoted(text)
    return plain if plain == text else in_quotes(text)
