"""What a lesson is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from editor.analysis.expectations.expectation import Expectation
from editor.board.records import Board
from editor.engine.errors import NOWHERE, Place
from editor.engine.queries import Query

POLICIES, PODS, NAMESPACES, HOSTS = LOCKABLE = ("policies", "pods", "namespaces", "hosts")
YAML, FORM, DRAW, FIXES, PROBLEMS = TOOLS = ("yaml", "form", "draw", "fixes", "problems")


@dataclass(frozen=True, slots=True)
class Start:
    """The board at the beginning.

    ``manifests``: namespaces and pods; ``policies``: the policies that stand there already, empty text for none.
    ``hosts``: outside addresses by name. ``arrows``: the connections drawn. ``places``: where things stand, by name:
    x and y of a pod (within its frame) or a host, and width and height besides for a namespace; px. ``standing``: a
    whole board in place of all that.
    """

    manifests: str
    policies: str = ""
    hosts: Mapping[str, str] = field(default_factory=dict)
    arrows: tuple[Query, ...] = ()
    places: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    standing: Board | None = None


@dataclass(frozen=True, slots=True)
class Goal:
    """One thing to bring about, as an expectation with a sentence for the learner.

    ``world``: it is judged in a world that the learner does not see. ``hidden``: not shown before it fails.
    """

    id: str
    sentence: str
    expectation: Expectation
    world: str | None = None
    hidden: bool = False
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class World:
    """The learner's cluster with more in it: ``manifests`` come on top, things of the same name in their place."""

    about: str
    manifests: str


@dataclass(frozen=True, slots=True)
class Prediction:
    """Arrows whose colours the learner sets before they are shown. ``policies`` None: under those of the start."""

    arrows: tuple[Query, ...]
    policies: str | None
    reveal: str


@dataclass(frozen=True, slots=True)
class Step:
    """A short text (Markdown), and what to do before the next one: goals by id, a prediction, or nothing."""

    title: str
    text: str
    goals: tuple[str, ...] = ()
    prediction: Prediction | None = None
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Hint:
    """Shown once the learner has tried ``after`` times."""

    after: int
    text: str
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Wrong:
    """A solution that people come up with, and that must fail the goal ``fails``.

    ``problem``: the id of the problem that it shows, the misconception behind it.
    """

    name: str
    policies: str
    fails: str
    problem: str | None = None
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Lesson:
    """One lesson. ``minutes``: how long it takes; ``clock``: how many minutes an exam task leaves, if it is one.

    ``locked``: kinds of things, and policies by ``namespace/name``, that the learner cannot change. ``feedback``: what
    to say when a problem of that id shows. ``solution``: manifests that make every goal hold. ``stamp`` tells
    versions of a lesson that is still being written.
    """

    id: str
    title: str
    summary: str
    minutes: int
    start: Start
    steps: tuple[Step, ...]
    goals: tuple[Goal, ...]
    solution: str
    wrong: tuple[Wrong, ...] = ()
    worlds: Mapping[str, World] = field(default_factory=dict)
    hints: tuple[Hint, ...] = ()
    feedback: Mapping[str, str] = field(default_factory=dict)
    locked: tuple[str, ...] = (PODS, NAMESPACES, HOSTS)
    tools: tuple[str, ...] = TOOLS
    clock: int | None = None
    stamp: str = ""
    place: Place = field(default=NOWHERE, compare=False)

    def __hash__(self) -> int:
        """Two lessons of one id and stamp are the same."""
        return hash((self.id, self.stamp))

    @property
    def is_free(self) -> bool:
        """Whether there is nothing to reach and nowhere to go: then it is never done either."""
        return not self.goals and len(self.steps) == 1 and self.steps[0].prediction is None

    def at(self, path: str) -> Place:
        """The place of a field of the file; its line is the file's first."""
        return replace(self.place, path=path)

    def goal(self, name: str) -> Goal:
        """The goal of that id; KeyError when there is none."""
        return {goal.id: goal for goal in self.goals}[name]
