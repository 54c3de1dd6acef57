"""What differs between two clusters with their policies: connections gained and lost, exactly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from editor.engine.addresses import Network
from editor.engine.bits import ones
from editor.engine.cluster import Cluster
from editor.engine.lens import Lens
from editor.engine.options import DEFAULTS, Options
from editor.engine.policies import Policy
from editor.engine.ports import NO_PORTS, PortSet
from editor.engine.reachability import Reachability, reach


@dataclass(frozen=True, slots=True)
class Fellows:
    """Pods, by ref, or outside addresses that had the same class before and have the same class after.

    ``before`` and ``after`` are the numbers of those classes; None where the pods are not there.
    """

    before: int | None
    after: int | None
    refs: tuple[str, ...] = ()
    cidrs: tuple[Network, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """Between every member of ``source`` and every other member of ``destination``: ports before and after."""

    source: Fellows
    destination: Fellows
    before: PortSet
    after: PortSet

    @property
    def gained(self) -> PortSet:
        """What passes now and did not."""
        return self.after - self.before

    @property
    def lost(self) -> PortSet:
        """What passed and does not now."""
        return self.before - self.after


@dataclass(frozen=True, slots=True)
class State:
    """One of the two things compared."""

    cluster: Cluster
    policies: Sequence[Policy]
    options: Options = DEFAULTS


def differences(old: State, new: State) -> Iterator[Difference]:
    """Every pair of fellows whose ports differ.

    Pods are the same when namespace and name are. A pod that is only in one of the two had, or has, no connection in
    the other. Pairs that no policy can stop (a pod with itself, a node with the pods it hosts) are left out.
    """
    return between(*both(old, new))


def both(old: State, new: State) -> tuple[Reachability, Reachability]:
    """The two answers with classes fine enough to compare them."""
    lens = Lens.of((*old.policies, *new.policies))
    return reach(old.cluster, old.policies, old.options, lens), reach(new.cluster, new.policies, new.options, lens)


def between(before: Reachability, after: Reachability) -> Iterator[Difference]:
    """``differences`` of two answers that were found by the same lens."""
    return _compared(before, after, alike=False)


def everywhere(before: Reachability, after: Reachability) -> Iterator[Difference]:
    """The same with the pairs that do not differ, as far as anything is allowed between them."""
    return _compared(before, after, alike=True)


def _compared(before: Reachability, after: Reachability, *, alike: bool) -> Iterator[Difference]:
    fellows = _fellows(before, after)
    was = _Spread([fellow.before for fellow in fellows])
    now = _Spread([fellow.after for fellow in fellows])
    for source in fellows:
        one, other = was.row(before, source.before), now.row(after, source.after)
        for ports, bits in one:
            for fresh, others in (*other, (NO_PORTS, ~_together(other))):
                if alike or ports != fresh:
                    for at in ones(bits & others):
                        yield Difference(source, fellows[at], ports, fresh)
        missing = ~_together(one)
        for fresh, bits in other:
            for at in ones(bits & missing):
                yield Difference(source, fellows[at], NO_PORTS, fresh)


def _together(row: list[tuple[PortSet, int]]) -> int:
    bits = 0
    for _, more in row:
        bits |= more
    return bits


def _fellows(before: Reachability, after: Reachability) -> list[Fellows]:
    was, now = _by_ref(before), _by_ref(after)
    pods: dict[tuple[int | None, int | None], list[str]] = {}
    for ref in dict.fromkeys((*was, *now)):
        pods.setdefault((was.get(ref), now.get(ref)), []).append(ref)
    made = [Fellows(one, other, tuple(refs)) for (one, other), refs in pods.items()]
    for number, alike in enumerate(before.classes.all):
        if alike.outside:
            made.append(Fellows(number, after.classes.number_of(alike.example), cidrs=alike.cidrs))
    return made


def _by_ref(found: Reachability) -> dict[str, int]:
    return {pod.ref: number for number, alike in enumerate(found.classes.all) for pod in alike.pods}


class _Spread:
    """From bits of classes to bits of fellows."""

    def __init__(self, classes: list[int | None]) -> None:
        self._fellows: dict[int, int] = {}
        self._known: dict[int, int] = {}
        for at, number in enumerate(classes):
            if number is not None:
                self._fellows[number] = self._fellows.get(number, 0) | 1 << at

    def row(self, found: Reachability, number: int | None) -> list[tuple[PortSet, int]]:
        if number is None:
            return []
        return [(found.ports[ports], self._bits(bits)) for ports, bits in found.rows[number].items()]

    def _bits(self, bits: int) -> int:
        spread = self._known.get(bits)
        if spread is None:
            spread = 0
            for number in ones(bits):
                spread |= self._fellows[number]
            self._known[bits] = spread
        return spread
