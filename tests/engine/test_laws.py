"""Laws that hold in every world."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from editor.engine.judge import isolation, judge
from editor.engine.near_misses import near_miss
from editor.engine.parties import Outside, routes
from editor.engine.policies import EGRESS, INGRESS
from editor.engine.selectors import Requirement, Selector
from editor.engine.trials import Attempt, trials
from tests.worlds import KEYS, VALUES, World, labels, policies, ports, protocols, rules, selectors, worlds


@st.composite
def asked(draw, world: World):
    """Two ends of which one is a pod, a protocol and a port."""
    pod = draw(st.sampled_from(world.cluster.pods or world.pods))
    other = draw(st.sampled_from(world.endpoints))
    return (*draw(st.permutations([pod, other])), draw(protocols), draw(ports))


def outcome(world, policies_, question):
    verdict = judge(world.cluster, policies_, *question, world.options)
    sides = [side and (side.allowed, side.isolated, len(side.policies)) for side in (verdict.egress, verdict.ingress)]
    return (verdict.allowed, verdict.blocked_at, *sides, verdict.notes)


@given(st.data(), worlds(), rules, st.sampled_from((INGRESS, EGRESS)))
@settings(max_examples=80)
def test_with_its_types_written_out_a_policy_that_gains_a_rule_never_blocks_more(data, world, rule, direction):
    if not world.policies:
        return
    question = data.draw(asked(world))
    field = direction.lower()
    first, *rest = world.policies
    grown = replace(first, **{field: (*getattr(first, field), rule)})
    if judge(world.cluster, world.policies, *question, world.options).allowed:
        assert judge(world.cluster, [grown, *rest], *question, world.options).allowed


@given(st.data(), worlds(), policies("newcomer"))
@settings(max_examples=80)
def test_a_policy_in_another_namespace_never_changes_anything(data, world, newcomer):
    question = data.draw(asked(world))
    spaces = {end.namespace for end in question[:2] if not isinstance(end, Outside)}
    if newcomer.namespace not in spaces:
        before = judge(world.cluster, world.policies, *question, world.options)
        assert judge(world.cluster, [*world.policies, newcomer], *question, world.options) == before


@given(st.data(), worlds())
@settings(max_examples=80)
def test_the_order_of_policies_rules_peers_and_ports_changes_nothing(data, world):
    question = data.draw(asked(world))

    def mixed(items):
        return items and tuple(data.draw(st.permutations(items)))

    def mixed_rules(listed):
        return mixed([replace(r, peers=mixed(r.peers), ports=mixed(r.ports)) for r in listed])

    shuffled = [
        replace(p, ingress=tuple(mixed_rules(p.ingress)), egress=tuple(mixed_rules(p.egress)))
        for p in mixed(world.policies)
    ]
    one, other = outcome(world, world.policies, question), outcome(world, shuffled, question)
    assert one[:-1] == other[:-1]
    assert set(one[-1]) == set(other[-1])


@given(st.data(), worlds())
@settings(max_examples=80)
def test_a_refusal_has_an_unmet_condition_for_every_peer_and_a_grant_has_none(data, world):
    source, destination, protocol, port = data.draw(asked(world))
    for here, there in routes(source, destination, world.options):
        attempt = Attempt(INGRESS, there, here, there, protocol, port)
        for policy in world.policies:
            for trial in trials(world.cluster, policy, attempt, world.options):
                assert trial.admits == (not near_miss(world.cluster, trial, world.options).unmet)


@given(st.data(), worlds())
def test_a_verdict_agrees_with_its_own_sides(data, world):
    verdict = judge(world.cluster, world.policies, *data.draw(asked(world)), world.options)
    sides = {name: side for name, side in (("egress", verdict.egress), ("ingress", verdict.ingress)) if side}
    stopped = [name for name, side in sides.items() if not side.allowed]
    assert verdict.allowed == (not stopped)
    assert verdict.blocked_at == ({0: None, 1: "".join(stopped)}.get(len(stopped), "both"))
    for side in sides.values():
        assert side.isolated == bool(side.isolated_by)
        assert side.allowed or side.isolated


@given(worlds())
def test_isolation_counts_what_the_verdicts_name(world):
    counts = isolation(world.cluster, world.policies, world.options)
    for pod in world.cluster.pods:
        verdict = judge(world.cluster, world.policies, pod, pod, "TCP", 80, world.options)
        assert counts[pod.ref] == (len(verdict.ingress.isolated_by), len(verdict.egress.isolated_by))


@given(labels, st.sampled_from(KEYS), st.sets(st.sampled_from(VALUES), min_size=1).map(sorted))
def test_in_and_not_in_are_opposites_and_so_are_exists_and_does_not_exist(held, key, values):
    assert Requirement(key, "In", tuple(values)).matches(held) != Requirement(key, "NotIn", tuple(values)).matches(held)
    assert Requirement(key, "Exists").matches(held) != Requirement(key, "DoesNotExist").matches(held)


@given(labels, selectors, selectors)
def test_requirements_add_up(held, one, other):
    both = Selector(one.requirements + other.requirements)
    assert both.matches(held) == (one.matches(held) and other.matches(held))
    assert bool(both.unmet(held)) != both.matches(held)
