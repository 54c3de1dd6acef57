"""What each of many edits would flip, tried one after the other on one warm cluster."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from editor.analysis.flips import Flips, Naming, flips, told
from editor.engine.addresses import Block
from editor.engine.bits import ones
from editor.engine.difference import Difference, Fellows, State
from editor.engine.flattening import Box
from editor.engine.incremental import Incremental
from editor.engine.lens import Lens
from editor.engine.policies import Policy
from editor.engine.workloads import rows_of

Finer = tuple[frozenset[str], frozenset[Block]]
"""Label keys and blocks that an edit asks for and nothing asked for before."""


class Rehearsal:
    """Answers as ``flips`` does, and forgets each edit again.

    Workloads stand by the names of their pods where policies tell these apart. So edits that ask for other labels or
    blocks have a warm cluster of their own: one edit must not change the names in what another is said to flip.
    """

    def __init__(self, state: State) -> None:
        self._state = state
        self._lens = Lens.of(state.policies)
        self._by_ref = {policy.ref: policy for policy in state.policies}
        self._warm: dict[Finer, _Warm] = {}

    def flips(self, policies: Sequence[Policy]) -> Flips:
        """What flips when ``policies`` stand in place of those that are there; whatever stays is the same object."""
        now = {policy.ref: policy for policy in policies}
        if len(now) < len(policies) or len(self._by_ref) < len(self._state.policies):
            # Two of one name both count, and a warm cluster knows one.
            return flips(self._state, State(self._state.cluster, policies, self._state.options))
        put = [policy for ref, policy in now.items() if self._by_ref.get(ref) is not policy]
        warm = self._warm_for(put)
        changed = warm.cluster.exchange([ref for ref in self._by_ref if ref not in now], put)
        found = told(warm.differences(changed.boxes), warm.naming)
        warm.cluster.exchange(
            [policy.ref for policy in put],
            [held for ref, held in self._by_ref.items() if now.get(ref) is not held],
        )
        return found

    def _warm_for(self, put: Sequence[Policy]) -> _Warm:
        asked = Lens.of(put)
        known = self._lens.space.blocks
        finer = asked.keys - self._lens.keys, frozenset(block for block in asked.space.blocks if block not in known)
        if finer not in self._warm:
            self._warm[finer] = _Warm(self._state, put)
        return self._warm[finer]


class _Warm:
    """A cluster whose classes are those that the policies there and those of one edit tell apart."""

    def __init__(self, state: State, put: Sequence[Policy]) -> None:
        self.cluster = Incremental(state.cluster, state.policies, state.options)
        held = {policy.ref: policy for policy in state.policies}
        self.cluster.exchange((), put)
        self.cluster.exchange([one.ref for one in put], [held[one.ref] for one in put if one.ref in held])
        rows = rows_of(self.cluster.classes)
        self.naming = Naming(rows, rows)
        self._fellows = [
            Fellows(number, number, tuple(pod.ref for pod in alike.pods), alike.cidrs)
            for number, alike in enumerate(self.cluster.classes.all)
        ]

    def differences(self, boxes: Iterable[Box]) -> Iterator[Difference]:
        """Every pair of classes in the boxes."""
        for box in boxes:
            for source in ones(box.sources):
                for destination in ones(box.destinations):
                    yield Difference(self._fellows[source], self._fellows[destination], box.before, box.after)
