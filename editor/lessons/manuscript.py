"""A lesson while it is written: what its file holds, as far as it is there. Every field may still be empty."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any

from editor.board.hints import Longest
from editor.lessons.lesson import HOSTS, NAMESPACES, PODS, TOOLS

# Room for what the check then calls too long: a text is refused at its field, not at the door.
Line = Annotated[str, Longest(1_000)]
Text = Annotated[str, Longest(100_000)]


@dataclass(frozen=True, kw_only=True)
class WrittenArrow:
    """A connection that is drawn or predicted, its ends by name."""

    from_: Line
    to: Line
    protocol: Line = "TCP"
    port: int


@dataclass(frozen=True, kw_only=True)
class WrittenBoard:
    """The start: manifests of namespaces and pods, outside addresses by name, arrows, and where things stand."""

    manifests: Text = ""
    hosts: Mapping[str, str] = field(default_factory=dict)
    arrows: tuple[WrittenArrow, ...] = ()
    places: Mapping[str, tuple[float, ...]] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class WrittenPrediction:
    """What a step asks to predict. ``policies`` null: under those of the start."""

    arrows: tuple[WrittenArrow, ...] = ()
    policies: Text | None = None
    reveal: Text = ""


@dataclass(frozen=True, kw_only=True)
class WrittenStep:
    """A step: its Markdown, the goals that end it by id, or a prediction."""

    title: Line = ""
    text: Text = ""
    goals: tuple[Line, ...] = ()
    predict: WrittenPrediction | None = None


@dataclass(frozen=True, kw_only=True)
class WrittenGoal:
    """A goal. ``item``: its expectation, as an item of an expectations file without a name."""

    id: Line = ""
    sentence: Line = ""
    item: Mapping[str, Any] = field(default_factory=dict)
    world: Line | None = None
    hidden: bool = False


@dataclass(frozen=True, kw_only=True)
class WrittenWorld:
    """A cluster that the learner does not see: what comes to theirs."""

    name: Line = ""
    about: Line = ""
    manifests: Text = ""


@dataclass(frozen=True, kw_only=True)
class WrittenHint:
    """A hint, and after how many tries it comes."""

    after: int = 1
    text: Text = ""


@dataclass(frozen=True, kw_only=True)
class WrittenFeedback:
    """What is said when a problem of that id shows."""

    problem: Line = ""
    words: Text = ""


@dataclass(frozen=True, kw_only=True)
class WrittenWrong:
    """A wrong solution: the goal that it must fail, and the problem behind it, if there is one."""

    name: Line = ""
    policies: Text = ""
    fails: Line = ""
    problem: Line | None = None


@dataclass(frozen=True, kw_only=True)
class Manuscript:
    """The whole of it, field by field as docs/lessons.md has the file; what has a name there is a list here."""

    title: Line = ""
    summary: Line = ""
    minutes: int = 5
    clock: int | None = None
    board: WrittenBoard = field(default_factory=WrittenBoard)
    policies: Text = ""
    locked: tuple[Line, ...] = (PODS, NAMESPACES, HOSTS)
    tools: tuple[Line, ...] = TOOLS
    steps: tuple[WrittenStep, ...] = ()
    goals: tuple[WrittenGoal, ...] = ()
    worlds: tuple[WrittenWorld, ...] = ()
    hints: tuple[WrittenHint, ...] = ()
    feedback: tuple[WrittenFeedback, ...] = ()
    solution: Text = ""
    wrong: tuple[WrittenWrong, ...] = ()
