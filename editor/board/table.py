"""Who may reach whom on a board: all pairs, exactly, kept small by what behaves alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from editor.board.project import policies_of
from editor.board.records import Board
from editor.board.world import World, world_of
from editor.engine.alike import Alike
from editor.engine.cluster import Pod
from editor.engine.errors import NetpolError
from editor.engine.parties import Outside, addresses, as_node
from editor.engine.reachability import Reachability, reach, unstoppable
from editor.engine.workloads import rows
from editor.pictures.picture import name_of

INTERNET = "Internet"
_V4, _V6 = 4, 6


@dataclass(frozen=True, kw_only=True)
class TableEnd:
    """A row and a column: a workload, a pod that stands by itself, a host of the board, or addresses outside.

    ``pods``, ``hosts``: ids on the board; ``cidrs``: of addresses that no host stands for. ``number``: the class; None
    for a pod that has ended, of which nobody can say what passes. ``namespace`` is a name, None outside the cluster.
    """

    name: str
    namespace: str | None
    number: int | None
    pods: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    cidrs: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Table:
    """All pairs of ``ends``.

    ``ports``: every set of ports that occurs; the first is nothing, the second everything. ``source``: by class, its
    place in ``rows``: classes that may reach the same share a row. ``rows``: by place in ``ports``, the classes that
    may be reached on just these, as the bits of a number in hexadecimal; a class that is missing is reached on nothing.
    A class with itself means two different pods. ``always``: by id of a pod or host, the pods that it reaches and no
    policy can stop: a node and the pods on it.
    """

    ends: tuple[TableEnd, ...]
    ports: tuple[Mapping[str, tuple[str, ...]], ...]
    source: tuple[int, ...]
    rows: tuple[Mapping[str, str], ...]
    always: Mapping[str, tuple[str, ...]]


def table_of(board: Board, drafts: Mapping[str, str]) -> Table:
    """The table of a board with drafts (text by policy id) in place of their policies' text.

    Raises NetpolError where a policy cannot be read: then nothing is certain.
    """
    policies, faults = policies_of(board, drafts)
    if faults:
        raise NetpolError(faults)
    world = world_of(board)
    found = reach(world.cluster, policies)
    places: dict[str, int] = {}
    shared: list[Mapping[str, str]] = []
    source = []
    for row in found.rows:
        written = {str(number): f"{bits:x}" for number, bits in sorted(row.items())}
        at = places.setdefault(repr(written), len(shared))
        if at == len(shared):
            shared.append(written)
        source.append(at)
    return Table(
        ends=(*_pods(board, world, found), *_outside(board, world, found)),
        ports=tuple(
            {protocol: tuple(spans) for protocol, spans in ports.as_json().items() if spans} for ports in found.ports
        ),
        source=tuple(source),
        rows=tuple(shared),
        always=_always(world, found),
    )


def _pods(board: Board, world: World, found: Reachability) -> Iterator[TableEnd]:
    ids = {pod.ref: key for key, pod in world.pods.items()}
    for row in rows(found):
        if row.name is not None:
            pods = tuple(ids[pod.ref] for pod in row.pods if pod.ref in ids)
            yield TableEnd(name=row.name, namespace=row.pods[0].namespace, number=row.number, pods=pods)
    for key, pod in world.pods.items():
        if pod.terminated:
            yield TableEnd(name=board.place_name(key), namespace=pod.namespace, number=None, pods=(key,))


def _outside(board: Board, world: World, found: Reachability) -> Iterator[TableEnd]:
    for key, host in world.hosts.items():
        number = found.classes.number_of(host)
        yield TableEnd(name=board.place_name(key), namespace=None, number=number, hosts=(key,))
    internet = {
        _largest(found.classes.all, family): name for family, name in ((_V6, f"{INTERNET}, IPv6"), (_V4, INTERNET))
    }
    known = {host.address for host in world.hosts.values()}
    for row in rows(found):
        # A host of the board stands for its address: only what it leaves over is a row of its own.
        if row.name is None and not all(one.num_addresses == 1 and one[0] in known for one in row.cidrs):
            name = internet.get(row.number) or name_of(row)
            yield TableEnd(name=name, namespace=None, number=row.number, cidrs=tuple(map(str, row.cidrs)))


def _largest(classes: Sequence[Alike], family: int) -> int | None:
    """The class of outside addresses that holds most of a family: what people mean by the Internet."""
    sizes = {
        number: sum(network.num_addresses for network in alike.cidrs if network.version == family)
        for number, alike in enumerate(classes)
        if alike.outside
    }
    return max(sizes, key=lambda number: sizes[number], default=None)


def _always(world: World, found: Reachability) -> dict[str, tuple[str, ...]]:
    """Only a node and what runs on it: looked for by the node's name and addresses, as pairs would be too many."""
    options = found.classes.options
    ends: dict[str, Pod | Outside] = {**world.pods, **world.hosts}
    by_address: dict[object, list[str]] = {}
    by_node: dict[str, list[str]] = {}
    for key, end in ends.items():
        if isinstance(end, Outside) or as_node(end, options):
            for address in addresses(end, options).values():
                by_address.setdefault(address, []).append(key)
            if isinstance(end, Pod) and end.node is not None:
                by_node.setdefault(end.node, []).append(key)
    made: dict[str, dict[str, None]] = {}
    for key, pod in world.pods.items():
        near = [*by_node.get(pod.node or "", ()), *(one for a in pod.node_addresses for one in by_address.get(a, ()))]
        for one, other in _both_ways(key, near):
            if one != other and unstoppable(ends[one], ends[other], options):
                made.setdefault(one, {})[other] = None
    return {key: tuple(others) for key, others in made.items()}


def _both_ways(key: str, others: Iterable[str]) -> Iterator[tuple[str, str]]:
    for other in others:
        yield key, other
        yield other, key
