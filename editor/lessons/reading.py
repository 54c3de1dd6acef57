"""A lesson's file, read with the place of everything that is wrong in it. The format: docs/lessons.md."""

from __future__ import annotations

from dataclasses import replace

from editor.analysis.expectations.reading import read_expectation
from editor.engine.errors import Fault, NetpolError, Place
from editor.engine.queries import Query
from editor.lessons.fields import entries, mappings, needed_number, needed_text, number, texts
from editor.lessons.lesson import (
    HOSTS,
    LOCKABLE,
    NAMESPACES,
    PODS,
    TOOLS,
    Goal,
    Hint,
    Lesson,
    Prediction,
    Start,
    Step,
    World,
    Wrong,
)
from editor.manifests.compose import UnreadableError, compose
from editor.manifests.fields import (
    expect,
    flag_field,
    list_field,
    object_field,
    refuse_unknown,
    text_field,
    whole_number,
)
from editor.manifests.located import Document, Findings, Located
from editor.manifests.sources import Source, chunks

FIELDS = (
    *("title", "summary", "minutes", "clock", "board", "policies", "locked", "tools", "steps", "goals", "worlds"),
    *("hints", "feedback", "solution", "wrong"),
)
GOAL_FIELDS = ("id", "sentence", "world", "hidden")
LONGEST_LESSON, LONGEST_CLOCK, MOST_TRIES = 60, 240, 12
_COORDINATES = (2, 4)


def read_lesson(name: str, source: Source) -> Lesson:
    """The lesson of the id ``name``. Raises NetpolError with every fault that its file has."""
    findings = Findings()
    lesson = None
    try:
        roots = [(chunk, root) for chunk in chunks(source) for root in compose(chunk)]
    except UnreadableError as wrong:
        raise NetpolError([wrong.fault]) from wrong
    if len(roots) != 1:
        where = Place(file=source.name, line=1, column=1)
        raise NetpolError(
            [Fault("not_one_lesson", f"A file holds one lesson; here are {len(roots)} documents.", where)]
        )
    chunk, root = roots[0]
    located = Located(Document(source.name, 1, chunk.first_line, root, findings), root)
    if not located.null and expect(located, "object"):
        lesson = _lesson(name, located)
    elif located.null:
        located.fault("missing_field", "The file is empty.")
    faults = [*findings.faults, *findings.warnings]
    if faults or lesson is None:
        raise NetpolError(sorted(faults, key=lambda fault: (fault.place.line or 0, fault.place.column or 0)))
    return lesson


def _lesson(name: str, root: Located) -> Lesson:
    refuse_unknown(root, FIELDS)
    return Lesson(
        id=name,
        title=needed_text(root, "title"),
        summary=needed_text(root, "summary"),
        minutes=needed_number(root, "minutes", 1, LONGEST_LESSON),
        clock=number(root, "clock", 1, LONGEST_CLOCK),
        start=_start(root),
        steps=tuple(_step(item) for item in mappings(root, "steps")),
        goals=tuple(goal for item in mappings(root, "goals") if (goal := _goal(item)) is not None),
        worlds={world: _world(value) for world, value in entries(root, "worlds") if expect(value, "object")},
        hints=tuple(_hint(item) for item in mappings(root, "hints")),
        feedback={
            problem: str(value.scalar) for problem, value in entries(root, "feedback") if expect(value, "string")
        },
        solution=needed_text(root, "solution") if list_field(root, "goals") else "",
        wrong=tuple(_wrong(item) for item in mappings(root, "wrong")),
        locked=_locked(root),
        tools=_chosen(root, "tools", TOOLS) or TOOLS,
        place=root.place,
    )


def _feedback(root: Located) -> dict[str, str]:
    return {problem: str(value.scalar) for problem, value in entries(root, "feedback") if expect(value, "string")}


def _start(root: Located) -> Start:
    board = object_field(root, "board")
    if board is None:
        words = "`board` is missing: it holds the manifests of namespaces and pods."
        root.fault("missing_field", words, missing="board.manifests")
        return Start("")
    refuse_unknown(board, ("manifests", "hosts", "arrows", "places"))
    return Start(
        manifests=needed_text(board, "manifests"),
        policies=text_field(root, "policies") or "",
        hosts={name: str(value.scalar) for name, value in entries(board, "hosts") if expect(value, "string")},
        arrows=_arrows(board),
        places={name: place for name, value in entries(board, "places") if (place := _coordinates(value)) is not None},
    )


def _coordinates(value: Located) -> tuple[float, ...] | None:
    given = [item.scalar for item in value.items]
    numbers = tuple(float(one) for one in given if isinstance(one, int | float) and not isinstance(one, bool))
    if len(numbers) != len(given) or len(given) not in _COORDINATES:
        value.fault("bad_number", f"`{value.path}` must be [x, y], or [x, y, width, height] of a namespace.")
        return None
    return numbers


def _arrows(parent: Located) -> tuple[Query, ...]:
    found = []
    for item in mappings(parent, "arrows"):
        refuse_unknown(item, ("from", "to", "port", "protocol"))
        port = item.get("port")
        query = {
            "source": needed_text(item, "from"),
            "destination": needed_text(item, "to"),
            "protocol": text_field(item, "protocol") or "TCP",
            "port": whole_number(port) if port is not None else None,
        }
        try:
            found.append(Query.from_json(query))
        except NetpolError as wrong:
            for fault in wrong.faults:
                (port or item).fault(fault.code, fault.message.replace("queries[0]", item.path), value=fault.value)
    return tuple(found)


def _step(item: Located) -> Step:
    refuse_unknown(item, ("title", "text", "goals", "predict"))
    return Step(
        needed_text(item, "title"), needed_text(item, "text"), texts(item, "goals") or (), _prediction(item), item.place
    )


def _prediction(item: Located) -> Prediction | None:
    found = object_field(item, "predict")
    if found is None:
        return None
    refuse_unknown(found, ("arrows", "policies", "reveal"))
    arrows = _arrows(found)
    if not arrows:
        found.fault("missing_field", f"`{found.path}.arrows` is missing: name the arrows to predict.")
    return Prediction(arrows, text_field(found, "policies"), needed_text(found, "reveal"))


def _goal(item: Located) -> Goal | None:
    name, sentence = needed_text(item, "id"), needed_text(item, "sentence")
    world, hidden = text_field(item, "world"), flag_field(item, "hidden")
    expectation = read_expectation(item, more=GOAL_FIELDS)
    if expectation is None:
        return None
    return Goal(name, sentence, replace(expectation, name=sentence), world, hidden or world is not None, item.place)


def _world(value: Located) -> World:
    refuse_unknown(value, ("about", "manifests"))
    return World(needed_text(value, "about"), needed_text(value, "manifests"))


def _hint(item: Located) -> Hint:
    refuse_unknown(item, ("after", "text"))
    return Hint(needed_number(item, "after", 1, MOST_TRIES), needed_text(item, "text"), item.place)


def _wrong(item: Located) -> Wrong:
    refuse_unknown(item, ("name", "policies", "fails", "problem"))
    named = {field: needed_text(item, field) for field in ("name", "policies", "fails")}
    return Wrong(**named, problem=text_field(item, "problem"), place=item.place)


def _locked(root: Located) -> tuple[str, ...]:
    items = list_field(root, "locked")
    if items is None:
        return (PODS, NAMESPACES, HOSTS)
    return tuple(str(item.scalar) for item in items if _lockable(item))


def _lockable(item: Located) -> bool:
    if not expect(item, "string"):
        return False
    name = str(item.scalar)
    if name in LOCKABLE or "/" in name:
        return True
    item.fault("bad_word", f"`{name}` cannot be locked: write {', '.join(LOCKABLE)}, or namespace/policy.", value=name)
    return False


def _chosen(root: Located, name: str, known: tuple[str, ...]) -> tuple[str, ...] | None:
    items = list_field(root, name)
    if items is None:
        return None
    for item in items:
        if not isinstance(item.scalar, str) or item.scalar not in known:
            item.fault("bad_word", f"`{item.scalar}` is not known here: {', '.join(known)}.", value=item.scalar)
    return tuple(str(item.scalar) for item in items)
