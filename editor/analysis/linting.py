"""Every problem of a scene, in the order of the text; what was found for one policy is kept while others change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from editor.analysis.ignoring import Ignored, ignored_in, with_ignored
from editor.analysis.problem import SEVERITIES, Problem
from editor.analysis.problems import every
from editor.analysis.scene import Census, Scene
from editor.analysis.written import Written
from editor.engine.cluster import Cluster
from editor.engine.errors import Fault
from editor.engine.options import DEFAULTS, Options


@dataclass(frozen=True, slots=True)
class Linted:
    """``problems`` in the order of the text, ignored ones included; ``warnings``: comments that ignore nothing."""

    problems: tuple[Problem, ...]
    warnings: tuple[Fault, ...] = ()


@dataclass(slots=True)
class Linter:
    """Keeps what it found for each policy alone, as long as the cluster is the very same object."""

    _cluster: Cluster | None = None
    _options: Options = DEFAULTS
    _census: Census | None = None
    _known: dict[Written, tuple[Problem, ...]] = field(default_factory=dict)

    def lint(self, scene: Scene, texts: Mapping[str, str]) -> Linted:
        """The problems. ``texts`` by file name: where comments may say what to ignore."""
        if scene.cluster is not self._cluster or scene.options != self._options:
            self._known = {}
            self._cluster, self._options, self._census = scene.cluster, scene.options, scene.census
        elif self._census is not None:
            scene.census = self._census
        self._known = {one: self._known[one] if one in self._known else _alone(scene, one) for one in scene.written}
        found = [problem for held in self._known.values() for problem in held]
        found += [problem for check in every() if check.of_all for problem in check.of_all(scene)]
        comments, warnings = _comments(texts)
        told = with_ignored(found, comments, scene.written) if any(comments.values()) else found
        return Linted(tuple(_in_order(told, list(texts))), tuple(warnings))


def lint(cluster: Cluster, written: Sequence[Written], texts: Mapping[str, str], options: Options = DEFAULTS) -> Linted:
    """The problems of manifests that were read once."""
    return Linter().lint(Scene(cluster, written, options), texts)


def _alone(scene: Scene, one: Written) -> tuple[Problem, ...]:
    return tuple(problem for check in every() if check.of_policy for problem in check.of_policy(scene, one))


def _comments(texts: Mapping[str, str]) -> tuple[dict[str, list[Ignored]], list[Fault]]:
    known = [check.id for check in every()]
    found: dict[str, list[Ignored]] = {}
    warnings: list[Fault] = []
    for name, text in texts.items():
        found[name], wrong = ignored_in(name, text, known)
        warnings += wrong
    return found, warnings


def _in_order(problems: Iterable[Problem], files: Sequence[str]) -> list[Problem]:
    order = {name: at for at, name in reversed(list(enumerate(files)))}
    return sorted(problems, key=lambda one: _key(one, order))


def _key(one: Problem, order: Mapping[str, int]) -> tuple[object, ...]:
    place = one.place
    nowhere = place.line is None
    return (
        nowhere and one.policy is None,
        order.get(place.file or "", len(order)),
        place.line or 0,
        place.column or 0,
        SEVERITIES.index(one.severity),
        one.id,
        one.pods,
    )
