"""One edit at a time says the same as starting afresh, and names exactly the pairs that changed."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from editor.engine.cluster import Cluster, Namespace
from editor.engine.connections import allowed_set
from editor.engine.incremental import Incremental
from editor.engine.judge import isolation, judge
from editor.engine.parties import Outside
from editor.engine.ports import NO_PORTS
from editor.engine.reachability import unstoppable
from tests.worlds import OUTSIDE, SPACES, labels, options, pods, policies, worlds

KINDS = ("policy", "policy", "policy", "drop policy", "pod", "drop pod", "namespace")


@st.composite
def edits(draw):
    kind = draw(st.sampled_from(KINDS))
    if "policy" in kind:
        return kind, draw(policies(f"policy-{draw(st.integers(0, 4))}"))
    if "pod" in kind:
        return kind, draw(pods(draw(st.integers(0, 5))))
    return kind, Namespace(draw(st.sampled_from(SPACES)), draw(labels))


def apply(live, kind, thing):
    """Make the edit; None when it makes no sense here."""
    by_name = {policy.ref: policy for policy in live.policies}
    if kind == "policy":
        return live.put_policy(thing)
    if kind == "drop policy":
        return live.remove_policy(thing.ref) if thing.ref in by_name else None
    if kind == "pod":
        return live.put_pod(thing)
    if kind == "drop pod":
        return live.remove_pod(thing.ref) if live.cluster.pod(thing.ref) else None
    return live.put_namespace(thing)


def everything(cluster, written, chosen):
    """By the refs of both ends, the plain answer for every pair."""
    ends = [*cluster.pods, *map(Outside, OUTSIDE)]
    return {
        (s.ref, d.ref): (s, d, allowed_set(cluster, written, s, d, chosen))
        for s in ends
        for d in ends
        if not (isinstance(s, Outside) and isinstance(d, Outside))
    }


def in_boxes(live, changed, source, destination):
    one, other = live.classes.number_of(source), live.classes.number_of(destination)
    hits = [b for b in changed.boxes if b.sources >> one & 1 and b.destinations >> other & 1]
    assert len(hits) <= 1
    return (hits[0].before, hits[0].after) if hits else None


@given(st.data(), worlds(max_pods=4, max_policies=3), options)
@settings(max_examples=80)
def test_after_every_edit_it_agrees_with_the_plain_evaluator(data, world, chosen):
    live = Incremental(world.cluster, world.policies, chosen)
    cluster, written = world.cluster, list(world.policies)
    before = everything(cluster, written, chosen)
    for kind, thing in data.draw(st.lists(edits(), min_size=1, max_size=4)):
        changed = apply(live, kind, thing)
        if changed is None:
            continue
        cluster, written = live.cluster, live.policies
        after = everything(cluster, written, chosen)
        for pair, (source, destination, ports) in after.items():
            assert live.between(source, destination) == ports
            if changed.pod is not None or pair not in before or unstoppable(source, destination, chosen):
                continue
            old = before[pair][2]
            assert in_boxes(live, changed, source, destination) == ((old, ports) if old != ports else None)
        before = after


@given(st.data(), worlds(max_pods=4, max_policies=3))
@settings(max_examples=80)
def test_a_pod_that_changes_names_its_own_pairs_and_no_other_pair_changes(data, world):
    live = Incremental(world.cluster, world.policies, world.options)
    before = everything(world.cluster, world.policies, world.options)
    pod = data.draw(pods(data.draw(st.integers(0, 5))))
    changed = live.put_pod(pod)
    after = everything(live.cluster, live.policies, world.options)
    for pair in before.keys() & after.keys():
        source, destination, ports = after[pair]
        if pod.ref not in pair:
            assert before[pair][2] == ports
    if pod.terminated or any(other.host_network for other in world.pods):
        return
    for pair, (source, destination, ports) in after.items():
        if pod.ref not in pair or unstoppable(source, destination, world.options) or source == destination:
            continue
        old = before[pair][2] if pair in before else NO_PORTS
        if pair in before and unstoppable(*before[pair][:2], world.options):
            continue
        fares, other = (changed.pod.outgoing, destination) if source.ref == pod.ref else (changed.pod.incoming, source)
        at = live.classes.number_of(other)
        assert [(b, a) for b, a, bits in fares if bits >> at & 1] == ([(old, ports)] if old != ports else [])


@given(st.data(), worlds())
@settings(max_examples=80)
def test_verdicts_and_isolation_are_those_of_the_plain_evaluator(data, world):
    live = Incremental(world.cluster, world.policies, world.options)
    counts = isolation(world.cluster, world.policies, world.options)
    for pod in world.cluster.pods:
        assert live.isolation(pod) == counts[pod.ref]
        other = data.draw(st.sampled_from(world.endpoints))
        for ends in ((pod, other), (other, pod)):
            plain = judge(world.cluster, world.policies, *ends, "TCP", 80, world.options)
            assert live.judge(*ends, "TCP", 80) == plain


@given(worlds())
@settings(max_examples=50)
def test_writing_the_same_policy_again_changes_nothing(world):
    live = Incremental(world.cluster, world.policies, world.options)
    for policy in world.policies:
        assert live.put_policy(policy).boxes == ()


@given(worlds(), policies("newcomer"))
@settings(max_examples=80)
def test_taking_back_an_edit_gives_the_opposite_boxes(world, newcomer):
    live = Incremental(world.cluster, world.policies, world.options)
    there = live.put_policy(newcomer)
    back = live.remove_policy(newcomer.ref)

    def pairs(changed, *, turned):
        found = {}
        for box in changed.boxes:
            for s in range(len(live.classes.all)):
                for d in range(len(live.classes.all)):
                    if box.sources >> s & 1 and box.destinations >> d & 1:
                        found[s, d] = (box.after, box.before) if turned else (box.before, box.after)
        return found

    assert pairs(there, turned=False) == pairs(back, turned=True)


def test_a_lens_that_grows_splits_the_classes_that_it_tells_apart():
    from tests.engine.building import app, block, cluster, ingress, pod, rule

    world = cluster(*(pod(f"a/web-{n}", {"app": "web"}, addresses=[f"10.0.0.{n}"]) for n in (1, 2, 3)), pod("a/db"))
    live = Incremental(world, [])
    assert live.classes.number_of(world.pod("a/web-1")) == live.classes.number_of(world.pod("a/web-2"))
    changed = live.put_policy(ingress("a/let-in", app("db"), rule(block("10.0.0.2/32"))))
    assert live.between(world.pod("a/web-2"), world.pod("a/db"))
    assert not live.between(world.pod("a/web-1"), world.pod("a/db"))
    assert changed.boxes
    assert isinstance(live.cluster, Cluster)
    assert replace(live.options) == live.options


def test_a_new_pod_with_a_named_port_is_found_by_a_rule_without_peers():
    from tests.engine.building import app, cluster, egress, listen, pod, rule, tcp

    world = cluster(pod("a/web"))
    live = Incremental(world, [egress("a/out", app("web"), rule(ports=(tcp("http"),)))])
    db = pod("a/db", ports=[listen(8080, "http")])
    live.put_pod(db)
    assert live.between(world.pod("a/web"), db).as_json() == {"TCP": ["8080"], "UDP": [], "SCTP": []}


def test_a_pod_that_moves_to_another_address_is_still_told_apart_by_a_later_block():
    from tests.engine.building import app, block, cluster, ingress, pod, rule

    world = cluster(*(pod(f"a/web-{n}", {"app": "web"}, addresses=[f"10.0.0.{n}"]) for n in (1, 2)), pod("a/db"))
    live = Incremental(world, [])
    moved = pod("a/web-2", {"app": "web"}, addresses=["10.9.0.1"])
    live.put_pod(moved)
    live.put_policy(ingress("a/let-in", app("db"), rule(block("10.9.0.0/16"))))
    assert live.between(moved, world.pod("a/db"))
    assert not live.between(world.pod("a/web-1"), world.pod("a/db"))


def test_rules_under_an_unlisted_type_concern_the_verdicts_that_note_them():
    from tests.engine.building import app, cluster, ingress, pod, rule

    world = cluster(pod("a/web", {"app": "web"}), pod("a/db", {"app": "db"}))
    policy = ingress("a/guard", app("web"), rule())
    live = Incremental(world, [policy])
    changed = live.put_policy(replace(policy, egress=policy.ingress))
    web, db = (world.pod(f"a/{name}") for name in ("web", "db"))
    assert live.concerns(changed, web, db)
    assert "its policyTypes do not name Egress" in live.judge(web, db, "TCP", 80).notes[0]
    assert live.concerns(live.put_policy(policy), web, db)


@given(st.data(), worlds(max_pods=4, max_policies=3), edits().filter(lambda edit: "pod" not in edit[0]))
@settings(max_examples=60)
def test_a_verdict_that_an_edit_does_not_concern_stands_to_the_letter(data, world, edit):
    live = Incremental(world.cluster, world.policies, world.options)
    ends = world.endpoints
    pairs = [(s, d) for s in ends for d in ends if not (isinstance(s, Outside) and isinstance(d, Outside))]
    before = {(s.ref, d.ref): live.judge(s, d, "TCP", 80) for s, d in pairs}
    changed = apply(live, *edit)
    for source, destination in pairs:
        if changed is not None and not live.concerns(changed, source, destination):
            after, was = live.judge(source, destination, "TCP", 80), before[source.ref, destination.ref]
            assert after.as_json() == was.as_json()
