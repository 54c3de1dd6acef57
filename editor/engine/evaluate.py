"""Answers to queries: places resolved, every fault gathered, one verdict for each query."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from editor.engine.cluster import Cluster, Pod
from editor.engine.errors import Fault, NetpolError, Place
from editor.engine.ingresses import Publication, publications
from editor.engine.judge import isolation, judge
from editor.engine.options import DEFAULTS, Options
from editor.engine.parties import Endpoint, Outside, hosts
from editor.engine.policies import Policy
from editor.engine.queries import Query, replicas, sorted_out
from editor.engine.services import PREFIX, through_service
from editor.engine.verdict import Verdict

__all__ = ["DEFAULTS", "Options", "answer", "evaluate", "evaluate_all", "isolation", "judge"]


def answer(cluster: Cluster, policies: Sequence[Policy], queries: object, options: Options = DEFAULTS) -> list[Verdict]:
    """The verdicts of a JSON array of queries, in order. Raises NetpolError with every fault of the queries."""
    return evaluate_all(cluster, policies, sorted_out(queries), options)


def evaluate(cluster: Cluster, policies: Sequence[Policy], query: Query, options: Options = DEFAULTS) -> Verdict:
    """The verdict of one query. Raises NetpolError as ``evaluate_all``."""
    return evaluate_all(cluster, policies, [query], options)[0]


def evaluate_all(
    cluster: Cluster, policies: Sequence[Policy], queries: Iterable[Query | NetpolError], options: Options = DEFAULTS
) -> list[Verdict]:
    """One verdict for each query, in order.

    Raises NetpolError with every fault: ``unknown_place``, ``ambiguous_place``, ``bad_query``, and those of queries
    that are none.
    """
    by_namespace: dict[str, list[Policy]] = defaultdict(list)
    for policy in policies:
        by_namespace[policy.namespace].append(policy)
    published = publications(cluster)
    verdicts: list[Verdict] = []
    faults: list[Fault] = []
    for index, query in enumerate(queries):
        if isinstance(query, NetpolError):
            faults.extend(query.faults)
            continue
        try:
            verdicts.append(_answered(cluster, policies, by_namespace, published, query, index, options))
        except NetpolError as error:
            faults.extend(_placed(fault, f"queries[{index}]") for fault in error.faults)
    if faults:
        raise NetpolError(faults)
    return verdicts


def _answered(
    cluster: Cluster,
    policies: Sequence[Policy],
    by_namespace: Mapping[str, Sequence[Policy]],
    published: Mapping[str, Sequence[Publication]],
    query: Query,
    index: int,
    options: Options,
) -> Verdict:
    def judged(asked: Query) -> Verdict:
        ends = _ends(cluster, policies, asked, index)
        if asked is not query and asked.source == asked.destination and not options.self_via_service:
            ends[0] = [_twin(end) for end in ends[0]]
        # A policy acts on pods of its own namespace alone: the others need not be asked.
        spaces = sorted({end.namespace for places in ends for end in places if isinstance(end, Pod)})
        acting = [policy for space in spaces for policy in by_namespace.get(space, ())]
        verdict = _verdict(cluster, acting, asked, ends, options)
        return replace(verdict, notes=(*verdict.notes, *_published(published, ends, asked)))

    return through_service(cluster, query, judged) if query.destination.startswith(PREFIX) else judged(query)


def _published(
    published: Mapping[str, Sequence[Publication]], ends: Sequence[Sequence[Endpoint]], query: Query
) -> Iterable[str]:
    """By which Ingress the destination is published, where the query may be meant to come that way."""
    (source, *_), destinations = ends
    held = published.get(destinations[0].ref, ())
    from_outside = isinstance(source, Outside)
    return [one.words() for one in held if from_outside or (one.port, one.protocol) == (query.port, query.protocol)]


def _twin(end: Endpoint) -> Endpoint:
    """Another pod exactly like this one, so that its own policies judge what it opens to itself."""
    return replace(end, name=f"{end.name} (through a Service)") if isinstance(end, Pod) else end


def _placed(fault: Fault, path: str) -> Fault:
    return fault if fault.place.path else replace(fault, place=Place(path=path))


def _ends(cluster: Cluster, policies: Sequence[Policy], query: Query, index: int) -> list[Sequence[Endpoint]]:
    """The pods or addresses that the source and the destination stand for; those of one end are all alike."""
    found: list[Sequence[Endpoint]] = []
    faults: list[Fault] = []
    for name, text in (("source", query.source), ("destination", query.destination)):
        try:
            found.append(replicas(cluster, text, policies))
        except NetpolError as error:
            faults.extend(_placed(fault, f"queries[{index}].{name}") for fault in error.faults)
    if faults:
        raise NetpolError(faults)
    return found


def _verdict(
    cluster: Cluster, policies: Sequence[Policy], query: Query, ends: list[Sequence[Endpoint]], options: Options
) -> Verdict:
    """The verdict of any replica to any other; they may still differ in whether they run on each other's node."""
    sources, destinations = ends
    pairs = [(s, d) for s in sources for d in destinations if s != d] or [(sources[0], destinations[0])]
    apart: dict[tuple[bool, bool], tuple[Endpoint, Endpoint]] = {}
    for s, d in pairs:
        apart.setdefault((hosts(s, d, options), hosts(d, s, options)), (s, d))
    verdicts = [judge(cluster, policies, s, d, query.protocol, query.port, options) for s, d in apart.values()]
    if len({verdict.allowed for verdict in verdicts}) > 1:
        problem = (
            f"Some replicas of {query.source} or {query.destination} run on the other end's node and some do not, "
            "and a node always reaches the pods it hosts: name one pod."
        )
        raise NetpolError([Fault("ambiguous_place", problem, value=f"{query.source} {query.destination}")])
    return replace(verdicts[0], source=query.source, destination=query.destination)
