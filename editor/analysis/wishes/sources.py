"""Where wishes come from: a file of expectations, or what passes now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import product

from editor.analysis.expectations.ends import Addresses, Anywhere, End, OneAddress
from editor.analysis.expectations.expectation import BLOCKED, Expectation, declared
from editor.analysis.expectations.present import faults_of
from editor.analysis.wishes.wish import Wish, Workload, workloads
from editor.engine.addresses import Block
from editor.engine.cluster import Cluster
from editor.engine.errors import Fault, NetpolError
from editor.engine.ports import ALL_PORTS, NO_PORTS, PortSet
from editor.engine.reachability import Reachability
from editor.engine.workloads import Row, arrows, rows

EVERYWHERE = (Block.of("0.0.0.0/0"), Block.of("::/0"))


def of_expectations(expectations: Iterable[Expectation], cluster: Cluster) -> list[Wish]:
    """What must pass, workload by workload; what must not wishes for nothing.

    Raises NetpolError with every fault: names that stand for nothing, some replicas of a workload without the others,
    and ports left to a workload that declares none.
    """
    found: list[Wish] = []
    faults: list[Fault] = []
    for one in expectations:
        ends = [_Ends(end, cluster) for end in (one.source, one.destination)]
        faults += [fault for end in ends for fault in end.faults]
        if one.expect != BLOCKED:
            for source, destination in product(ends[0].all, ends[1].all):
                found += _wishes(one, source, destination, faults)
    if faults:
        raise NetpolError(faults)
    return found


def _wishes(
    one: Expectation, source: Workload | Block, destination: Workload | Block, faults: list[Fault]
) -> list[Wish]:
    lone = isinstance(source, Workload) and source == destination and len(source.pods) == 1
    if lone or (isinstance(source, Block) and isinstance(destination, Block)):
        return []
    ports = one.ports
    if ports is None and isinstance(destination, Workload):
        ports = _declared(destination)
        if not ports:
            problem = f"{destination.ref} declares no port: write which ports are meant."
            faults.append(Fault("undeclared_port", problem, one.place, destination.ref))
    return [Wish(_name(source), _name(destination), ports or ALL_PORTS, one.place)]


def _declared(workload: Workload) -> PortSet:
    ports = NO_PORTS
    for pod in workload.pods:
        ports |= declared(pod)
    return ports


def _name(end: Workload | Block) -> str | Block:
    return end.ref if isinstance(end, Workload) else end


class _Ends:
    """The workloads and blocks that one end of an expectation speaks of."""

    def __init__(self, end: End, cluster: Cluster) -> None:
        self.faults = list(faults_of(end, cluster))
        inside = [] if self.faults else list(self._workloads(end, cluster))
        held = {address for one in inside for pod in one.pods for address in pod.addresses}
        self.all: list[Workload | Block] = [*inside, *self._blocks(end, held)]

    def _workloads(self, end: End, cluster: Cluster) -> Iterator[Workload]:
        for one in workloads(cluster).values():
            taken = [pod for pod in one.pods if end.takes_pod(pod, cluster.namespace_labels(pod.namespace))]
            if len(taken) == len(one.pods):
                yield one
            elif taken:
                problem = (
                    f"{end.words()} speaks of some pods of {one.ref} and not of others: policies are for workloads."
                )
                self.faults.append(Fault("part_of_a_workload", problem, end.place, taken[0].ref))

    def _blocks(self, end: End, held: AbstractSet[object]) -> Iterator[Block]:
        holes = [hole for kind in end.left_out for hole in _blocks_of(kind)]
        for kind in end.kinds:
            if isinstance(kind, OneAddress) and kind.address in held:
                continue
            for block in _blocks_of(kind):
                yield from _without(block, holes)


def _blocks_of(kind: object) -> tuple[Block, ...]:
    if isinstance(kind, OneAddress):
        return (Block.of(str(kind.address)),)
    if isinstance(kind, Addresses):
        return EVERYWHERE if kind.block is None else (kind.block,)
    return EVERYWHERE if isinstance(kind, Anywhere) else ()


def _without(block: Block, holes: Sequence[Block]) -> Iterator[Block]:
    """The block with those holes that lie within it; nothing when one covers all of it."""
    there = [hole.cidr for hole in holes if hole.cidr.version == block.cidr.version]
    if any(block.cidr.subnet_of(hole) for hole in there):  # type: ignore[arg-type]
        return
    within = [hole for hole in there if hole.subnet_of(block.cidr)]  # type: ignore[arg-type]
    yield Block(block.cidr, tuple(dict.fromkeys((*block.excepts, *within))))


def of_present(found: Reachability) -> list[Wish]:
    """What passes now between workloads, and between them and the outside.

    Ports that every outside address shares are wished for of all of them, the others block by block.
    """
    wishes: list[Wish] = []
    passing: dict[tuple[str, bool], dict[Row, PortSet]] = {}
    for source, destination, ports in arrows(found):
        here, there = _ends(source), _ends(destination)
        if source.cidrs or destination.cidrs:
            row, outside = (destination, source) if source.cidrs else (source, destination)
            for name in _ends(row):
                if isinstance(name, str):
                    passing.setdefault((name, bool(source.cidrs)), {})[_bare(outside)] = ports
        elif source != destination or len(source.pods) > 1:
            pairs = [
                (one, other) for one, other in product(here, there) if isinstance(one, str) or isinstance(other, str)
            ]
            wishes += [Wish(one, other, ports) for one, other in pairs]
    blocks = [_bare(row) for row in rows(found) if row.cidrs]
    for (name, incoming), by_row in passing.items():
        for block, ports in _outside(by_row, blocks):
            wishes.append(Wish(block, name, ports) if incoming else Wish(name, block, ports))
    return wishes


def _bare(row: Row) -> Row:
    return Row(None, 0, cidrs=row.cidrs)


def _ends(row: Row) -> list[str | Block]:
    """How a wish names a row: pods on the host network by their nodes' addresses, as no selector matches them."""
    if row.pods and row.pods[0].host_network:
        return [Block.of(str(address)) for pod in row.pods for address in pod.addresses or pod.node_addresses]
    return [row.name] if row.name is not None else []


def _outside(by_row: dict[Row, PortSet], blocks: Sequence[Row]) -> Iterator[tuple[Block, PortSet]]:
    everywhere = ALL_PORTS
    for row in blocks:
        everywhere &= by_row.get(row, NO_PORTS)
    if everywhere:
        yield from ((block, everywhere) for block in EVERYWHERE)
    for row, ports in by_row.items():
        if ports - everywhere:
            yield from ((Block(network), ports - everywhere) for network in row.cidrs)
