"""Judging expectations against a cluster and its policies."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from editor.analysis.expectations.coming import Coming, offences_to_come
from editor.analysis.expectations.domains import TooManyError
from editor.analysis.expectations.expectation import BLOCKED, Expectation
from editor.analysis.expectations.judgement import FAILS, HOLDS, UNCLEAR, Counterexample, Judgement
from editor.analysis.expectations.newcomers import Future
from editor.analysis.expectations.present import count, faults_of, groups, offences, pairs, undeclared
from editor.engine.cluster import Cluster, Pod
from editor.engine.errors import Fault
from editor.engine.judge import judge
from editor.engine.lens import Lens
from editor.engine.options import DEFAULTS, Options
from editor.engine.parties import Endpoint
from editor.engine.policies import BlockPeer, Policy, Rule
from editor.engine.ports import PROTOCOLS, PortSet
from editor.engine.reachability import Reachability, reach

NOBODY = "No pod matches `{}` now, so nothing was asked of any."


def judge_expectations(
    cluster: Cluster, policies: Sequence[Policy], expectations: Iterable[Expectation], options: Options = DEFAULTS
) -> list[Judgement]:
    """One judgement for each expectation, in order."""
    listed = list(expectations)
    # Outside addresses are cut where the expectations' own blocks cut them, too.
    blocks = [BlockPeer(block) for one in listed for end in (one.source, one.destination) for block in end.blocks()]
    probe = [Policy("", "", ingress=(Rule(peers=tuple(blocks)),))] if blocks else []
    found = reach(cluster, policies, options, Lens.of((*policies, *probe)))
    return [_judged(one, found, policies) for one in listed]


def _judged(expectation: Expectation, found: Reachability, policies: Sequence[Policy]) -> Judgement:
    cluster = found.classes.cluster
    faults = [*faults_of(expectation.source, cluster), *faults_of(expectation.destination, cluster)]
    if faults:
        return Judgement(expectation, UNCLEAR, faults=tuple(faults))
    bare = list(undeclared(expectation, groups(expectation.destination, found)))
    if bare:
        problem = f"{', '.join(bare[:3])} declares no port: write which ports are meant."
        return Judgement(expectation, UNCLEAR, faults=(Fault("undeclared_port", problem, expectation.place),))
    asked = 0
    for pair in pairs(expectation, found):
        asked += count(pair)
        for source, destination, wrong in offences(expectation, found, pair):
            example = _example(cluster, policies, (source, destination), wrong, found.classes.options)
            return Judgement(expectation, FAILS, example, pairs=asked)
    if expectation.ever:
        return _ever(expectation, found, policies, asked)
    return _when_all_is_well(expectation, asked)


def _when_all_is_well(expectation: Expectation, asked: int) -> Judgement:
    if asked:
        return Judgement(expectation, HOLDS, pairs=asked)
    # "Must reach" of nobody would hold whatever the policies say: that is no answer. "Must not" is safe so.
    note = NOBODY.format(expectation.words())
    return Judgement(expectation, HOLDS if expectation.expect == BLOCKED else UNCLEAR, notes=(note,))


def _ever(expectation: Expectation, found: Reachability, policies: Sequence[Policy], asked: int) -> Judgement:
    try:
        for coming in offences_to_come(expectation, found, policies):
            return Judgement(expectation, FAILS, _to_come(found, policies, coming), pairs=asked)
    except TooManyError:
        problem = "Policies tell too many kinds of pods apart to go through all that may come."
        return Judgement(expectation, UNCLEAR, faults=(Fault("too_many_kinds", problem, expectation.place),))
    return Judgement(expectation, HOLDS, pairs=asked)


def _to_come(found: Reachability, policies: Sequence[Policy], coming: Coming) -> Counterexample:
    source, destination, wrong, newcomers, spaces = coming
    world = Future(found.classes.cluster, policies).world(spaces)
    plain = _example(world, policies, (source, destination), wrong, found.classes.options)
    named = tuple((space.name, tuple(sorted(space.labels.items()))) for space in spaces)
    return Counterexample(plain.source, plain.destination, plain.verdict, newcomers, named)


def _example(
    cluster: Cluster, policies: Sequence[Policy], ends: tuple[Endpoint, Endpoint], wrong: PortSet, options: Options
) -> Counterexample:
    protocol = next(name for name in PROTOCOLS if wrong.ports(name))
    port = wrong.ports(protocol).spans[0][0]
    spaces = {end.namespace for end in ends if isinstance(end, Pod)}
    acting = [policy for policy in policies if policy.namespace in spaces]
    return Counterexample(*ends, judge(cluster, acting, *ends, protocol, port, options))
