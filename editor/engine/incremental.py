"""A warm cluster: takes one edit at a time, recomputes only what it touches, and says which pairs changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from editor.engine.bits import ones
from editor.engine.changed import Changed, Fare, PodChange
from editor.engine.classes import Classes
from editor.engine.cluster import Cluster, Namespace, Pod
from editor.engine.flattening import Flattening, Row
from editor.engine.growth import grow
from editor.engine.judge import judge
from editor.engine.lens import Lens, peers_of
from editor.engine.options import DEFAULTS, Options
from editor.engine.palette import NOTHING, Palette
from editor.engine.parties import Endpoint
from editor.engine.policies import EGRESS, INGRESS, Policy, SelectorPeer
from editor.engine.ports import ALL_PORTS, PortSet
from editor.engine.reachability import Reachability, join, unstoppable
from editor.engine.shifting import Turn, boxes, turns
from editor.engine.sides import Parting, Sides
from editor.engine.verdict import Verdict


@dataclass(slots=True)
class _Side:
    """One direction: by class, the numbers of the policies that isolate it, and what they let through."""

    selecting: list[tuple[int, ...]] = field(default_factory=list)
    partings: list[Parting] = field(default_factory=list)


class Incremental:
    """Knows who selects whom. Policies go by ``namespace/name``: a second one of that name replaces the first."""

    def __init__(self, cluster: Cluster, policies: Sequence[Policy], options: Options = DEFAULTS) -> None:
        self.options = options
        self.classes = Classes(cluster, Lens.of(policies), options, every_way=True)
        self.sides = Sides(self.classes, Palette(len(self.classes.ways)))
        self._flat = Flattening(self.classes, self.sides.palette)
        self._numbers: dict[str, int] = {}
        self._next = 0
        self._pods = {pod.ref: pod for pod in cluster.pods}
        count = len(self.classes.all)
        self._side = {direction: _Side([()] * count, [{}] * count) for direction in (EGRESS, INGRESS)}
        for policy in {policy.ref: policy for policy in policies}.values():
            self._enter(policy)
        for alike in self.classes.all:
            alike.bounds()
        for direction, side in self._side.items():
            side.partings = [self.sides.parting(direction, c, held) for c, held in enumerate(side.selecting)]

    @property
    def policies(self) -> list[Policy]:
        """The policies as they are now."""
        return [self.sides.acting[number].policy for number in self._numbers.values()]

    @property
    def cluster(self) -> Cluster:
        """The cluster as it is now; built anew on each call."""
        known = self.classes.cluster
        return Cluster(known.namespaces, self._pods.values(), known.services.values())

    def put_policy(self, policy: Policy) -> Changed:
        """Add a policy, or replace the one of its name."""
        self._grow(policy)
        return self._exchange([policy.ref], [policy])

    def exchange(self, gone: Iterable[str], put: Sequence[Policy]) -> Changed:
        """Several policies taken away and put at once, as one edit; a name that is not there is passed over."""
        for policy in put:
            self._grow(policy)
        return self._exchange([*gone, *(policy.ref for policy in put)], put)

    def remove_policy(self, ref: str) -> Changed:
        """Take a policy away. Raises KeyError when there is none of that name."""
        if ref not in self._numbers:
            raise KeyError(ref)
        return self._exchange([ref], [])

    def put_namespace(self, namespace: Namespace) -> Changed:
        """Give a namespace its labels; only policies that choose namespaces otherwise than before are touched."""
        old = self.classes.cluster
        others = (known for known in old.namespaces.values() if known.name != namespace.name)
        known = Cluster.of([*others, namespace], (), old.services.values())
        before = {number: acting.peers for number, acting in self.sides.acting.items() if _chooses(acting.policy)}
        self.classes.relabel_spaces(known)
        touched = [
            self.sides.acting[number].policy
            for number, peers in before.items()
            if self.sides.peers(self.sides.acting[number].policy) != peers
        ]
        changed = self._exchange([policy.ref for policy in touched], touched)
        # Reasons repeat the labels of a namespace, also where they match as little as before.
        own = self.classes.in_space.get(namespace.name, 0)
        return replace(changed, egress=changed.egress | own, ingress=changed.ingress | own)

    def put_pod(self, pod: Pod) -> Changed:
        """Add a pod, or replace the one of its name; a pod that has ended counts as gone."""
        before = self._fares_of(self._leave(pod.ref))
        if pod.terminated:
            return self._pod_changed(pod.ref, before, None)
        number, newcomer = self.classes.enroll(pod)
        self._pods[pod.ref] = pod
        if newcomer:
            self._welcome(number)
        return self._pod_changed(pod.ref, before, number)

    def remove_pod(self, ref: str) -> Changed:
        """Take a pod away. Raises KeyError when there is none of that name."""
        if ref not in self._pods:
            raise KeyError(ref)
        return self._pod_changed(ref, self._fares_of(self._leave(ref)), None)

    def concerns(self, changed: Changed, source: Endpoint, destination: Endpoint) -> bool:
        """Whether the verdict between two ends, or its reasons, may have changed with the last edit."""
        one, other = self._number(source), self._number(destination)
        return bool(changed.egress >> one & 1 or changed.ingress >> other & 1)

    def between(self, source: Endpoint, destination: Endpoint) -> PortSet:
        """The ports between two ends, as ``connections.allowed_set``. Raises KeyError for a pod not known."""
        if unstoppable(source, destination, self.options):
            return ALL_PORTS
        one, other = self._number(source), self._number(destination)
        out = _of(self._side[EGRESS].partings[one], other)
        into = _of(self._side[INGRESS].partings[other], one)
        families = self.classes.all[one].families, self.classes.all[other].families
        return self._flat.ports[self._flat.number(self.sides.palette.meet(out, into), *families)]

    def judge(self, source: Endpoint, destination: Endpoint, protocol: str, port: int | None) -> Verdict:
        """The verdict with its reasons, as ``judge.judge``, asking only the policies that select either end."""
        held: dict[int, None] = {}
        # Those of the other direction too: rules that they hold under an unlisted type are worth a note.
        for end in (source, destination):
            for direction in (EGRESS, INGRESS) if isinstance(end, Pod) else ():
                held.update(dict.fromkeys(self._side[direction].selecting[self._number(end)]))
        policies = [self.sides.acting[number].policy for number in sorted(held)]
        return judge(self.classes.cluster, policies, source, destination, protocol, port, self.options)

    def isolation(self, pod: Pod) -> tuple[int, int]:
        """How many policies isolate a pod for ingress and for egress."""
        number = self._number(pod)
        return len(self._side[INGRESS].selecting[number]), len(self._side[EGRESS].selecting[number])

    def reachability(self) -> Reachability:
        """All pairs as they are now."""
        return join(self.sides, self._side[EGRESS].partings, self._side[INGRESS].partings)

    def _number(self, endpoint: Endpoint) -> int:
        number = self.classes.number_of(endpoint)
        if number is None:
            raise KeyError(endpoint.ref)
        return number

    def _enter(self, policy: Policy) -> None:
        number = self._numbers[policy.ref] = self._next
        self._next += 1
        members = ones(self.sides.compile(number, policy).selected)
        for direction in policy.types:
            selecting = self._side[direction].selecting
            for member in members:
                selecting[member] = (*selecting[member], number)

    def _exchange(self, refs: Iterable[str], policies: Sequence[Policy]) -> Changed:
        """Take policies out and put policies in, and say which pairs changed."""
        gone = {self._numbers.pop(ref) for ref in refs if ref in self._numbers}
        touched = {EGRESS: 0, INGRESS: 0}
        noted = {direction: self._ignored(direction, gone) for direction in touched}
        for number in gone:
            self._touch(touched, number)
        for direction, bits in touched.items():
            selecting = self._side[direction].selecting
            for member in ones(bits):
                selecting[member] = tuple(number for number in selecting[member] if number not in gone)
        for policy in policies:
            self._enter(policy)
            self._touch(touched, self._numbers[policy.ref])
        changed = self._resettle(touched)
        self.sides.forget(gone)
        new = [self._numbers[policy.ref] for policy in policies]
        out, into = (noted[direction] | self._ignored(direction, new) for direction in (EGRESS, INGRESS))
        return replace(changed, egress=changed.egress | out, ingress=changed.ingress | into)

    def _ignored(self, direction: str, numbers: Iterable[int]) -> int:
        """The classes whose verdicts note that rules of these policies stand under a type that they do not name."""
        bits = 0
        for acting in (self.sides.acting[number] for number in numbers):
            policy = acting.policy
            if direction not in policy.types and (policy.egress if direction == EGRESS else policy.ingress):
                bits |= acting.selected
        return bits

    def _touch(self, touched: dict[str, int], number: int) -> None:
        acting = self.sides.acting[number]
        for direction in acting.policy.types:
            touched[direction] |= acting.selected

    def _resettle(self, touched: Mapping[str, int]) -> Changed:
        """Part the touched classes anew; the pairs that changed lie in their rows and columns."""
        old: dict[str, dict[int, Parting]] = {}
        for direction, bits in touched.items():
            side, members = self._side[direction], ones(bits)
            old[direction] = {member: side.partings[member] for member in members}
            for member in members:
                side.partings[member] = self.sides.parting(direction, member, side.selecting[member])
        everyone = self.classes.everyone
        egress, ingress = self._side[EGRESS].partings, self._side[INGRESS].partings
        senders = turns(old[EGRESS], old[EGRESS], egress)
        receivers = turns(old[INGRESS], old[INGRESS], ingress)
        asked = asking = 0
        for turn in receivers:
            asking |= turn.moved()
        for turn in senders:
            asked |= turn.moved()
        others = turns(ones(asking & everyone & ~touched[EGRESS]), egress, egress)
        found = [*boxes(self._flat, everyone, [*senders, *others], receivers)]
        rest = turns(ones(asked & everyone & ~touched[INGRESS]), ingress, ingress)
        found.extend(boxes(self._flat, everyone, senders, rest))
        return Changed(tuple(found), touched[EGRESS], touched[INGRESS])

    def _grow(self, policy: Policy) -> None:
        split = grow(self.classes, self.sides, policy)
        for side in self._side.values():
            side.selecting += [()] * (len(self.classes.all) - len(side.selecting))
            side.partings += [{}] * (len(self.classes.all) - len(side.partings))
            for parent, children in split.children.items():
                for child in ones(children):
                    side.selecting[child] = side.selecting[parent]
                    side.partings[child] = side.partings[parent]
        if split.children:
            self._flat.regroup(self.classes)

    def _leave(self, ref: str) -> int | None:
        pod = self._pods.pop(ref, None)
        return None if pod is None else self.classes.expel(pod)

    def _welcome(self, number: int) -> None:
        """Make room for a class that is new, and let every policy judge it."""
        self.sides.meet_newcomer()
        for direction, side in self._side.items():
            held = tuple(
                n
                for n in self._numbers.values()
                if direction in self.sides.acting[n].policy.types and self.sides.acting[n].selected >> number & 1
            )
            side.selecting.append(held)
            side.partings.append(self.sides.parting(direction, number, held))
        self._flat.regroup(self.classes)

    def _fares_of(self, number: int | None) -> tuple[Row, Row]:
        """What a pod of a class may reach, and who may reach it."""
        if number is None:
            return {}, {}
        every = range(len(self.classes.all))
        egress, ingress = self._side[EGRESS].partings, self._side[INGRESS].partings
        out, into = Turn(1 << number, {}, egress[number]), Turn(1 << number, {}, ingress[number])
        everyone = self.classes.everyone
        outgoing = boxes(self._flat, everyone, [out], turns(every, ingress, ingress))
        incoming = boxes(self._flat, everyone, turns(every, egress, egress), [into])
        return self._row((b.after, b.destinations) for b in outgoing), self._row((b.after, b.sources) for b in incoming)

    def _row(self, found: Iterable[tuple[PortSet, int]]) -> Row:
        row: Row = {}
        for ports, bits in found:
            number = self._flat.numbers[ports]
            row[number] = row.get(number, 0) | bits
        return row

    def _pod_changed(self, ref: str, before: tuple[Row, Row], number: int | None) -> Changed:
        after = self._fares_of(number)
        outgoing, incoming = (self._fares(old, new) for old, new in zip(before, after, strict=True))
        own = 0 if number is None else 1 << number
        return Changed(egress=own, ingress=own, pod=PodChange(ref, outgoing, incoming))

    def _fares(self, before: Row, after: Row) -> tuple[Fare, ...]:
        ports = self._flat.ports
        shifted = Turn(0, before, after).shifts()
        return tuple((ports[old], ports[new], bits) for old, new, bits in shifted if old != new)


def _of(parting: Parting, number: int) -> int:
    return next((held for held, bits in parting.items() if bits >> number & 1), NOTHING)


def _chooses(policy: Policy) -> bool:
    return any(isinstance(peer, SelectorPeer) and peer.namespaces is not None for peer in peers_of(policy))
