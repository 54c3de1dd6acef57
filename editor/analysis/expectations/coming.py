"""Judging an expectation on pods that do not exist yet, at either end or at both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.analysis.expectations.expectation import ALLOWED, EXACTLY, Expectation
from editor.analysis.expectations.newcomers import Future, Newcomers, Space
from editor.analysis.expectations.present import groups
from editor.engine.cluster import Pod
from editor.engine.connections import allowed_set
from editor.engine.parties import Endpoint
from editor.engine.policies import EGRESS, INGRESS, Policy
from editor.engine.ports import LAST_PORT, PROTOCOLS, PortSet
from editor.engine.reachability import Reachability

Coming = tuple[Endpoint, Endpoint, PortSet, tuple[Pod, ...], tuple[Space, ...]]
"""Both ends, the ports that are not as expected, the ends that are new, and the namespaces that are."""


def offences_to_come(expectation: Expectation, found: Reachability, policies: Sequence[Policy]) -> Iterator[Coming]:
    """Connections of pods that may be added and that would not be as expected.

    Raises TooManyError when policies tell too many kinds of pods apart.
    """
    cluster = found.classes.cluster
    future = Future(cluster, policies)
    sources = Newcomers(cluster, policies, expectation.source, EGRESS)
    destinations = Newcomers(cluster, policies, expectation.destination, INGRESS)
    for group in groups(expectation.destination, found):
        there = group.members[0]
        for space, pod in sources.toward(there if isinstance(there, Pod) else None):
            yield from _judged(expectation, found, future, (pod, there), (pod,), (space,))
    for group in groups(expectation.source, found):
        here = group.members[0]
        for space, pod in destinations.toward(here if isinstance(here, Pod) else None):
            yield from _judged(expectation, found, future, (here, pod), (pod,), (space,))
    for there_space, into in destinations.toward_anyone():
        for here_space, out in sources.toward(into):
            # One namespace has one set of labels.
            if here_space.name != there_space.name or here_space.labels == there_space.labels:
                yield from _judged(expectation, found, future, (out, into), (out, into), (here_space, there_space))


def _judged(
    expectation: Expectation,
    found: Reachability,
    future: Future,
    ends: tuple[Endpoint, Endpoint],
    newcomers: tuple[Pod, ...],
    spaces: tuple[Space, ...],
) -> Iterator[Coming]:
    source, destination = ends
    new = tuple(space for space in spaces if space.new)
    for other in _with_ports(expectation, future, destination, newcomers):
        acting = future.acting(*(end.namespace for end in (source, other) if isinstance(end, Pod)))
        allowed = allowed_set(future.world(new), acting, source, other, found.classes.options)
        wrong = expectation.offending(other, allowed)
        if wrong:
            shown = tuple(other if pod is destination and isinstance(other, Pod) else pod for pod in newcomers)
            yield source, other, wrong, shown, new
            return


def _with_ports(
    expectation: Expectation, future: Future, destination: Endpoint, newcomers: tuple[Pod, ...]
) -> Iterator[Endpoint]:
    """A destination as it is; and a new one also with every port name that rules ask for, on a port of its choice."""
    yield destination
    if not future.port_names or expectation.expect == ALLOWED or destination not in newcomers:
        return
    assert isinstance(destination, Pod)  # noqa: S101
    asked = expectation.asked(destination)
    for protocol in PROTOCOLS:
        spans = asked.ports(protocol).spans
        if spans:
            yield future.declaring(destination, spans[0][0])
            # `exactly`: a name that stands for a port beyond the asked ones opens that one.
            if expectation.expect == EXACTLY and spans[-1][1] < LAST_PORT:
                yield future.declaring(destination, spans[-1][1] + 1)
