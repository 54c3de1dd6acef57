"""The fixes of an arrow: each does what is asked, flips exactly what it says, and keeps the comments."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.analysis.fixes.areas import find_area_fixes
from editor.analysis.fixes.finding import find_fixes
from editor.analysis.fixes.manner import Manner
from editor.analysis.fixes.standing import Asked, Held, Standing
from editor.engine.connections import allowed_set
from editor.engine.parties import Outside
from editor.engine.ports import NO_PORTS, Intervals, PortSet
from editor.engine.queries import resolve
from editor.engine.reachability import unstoppable
from editor.manifests.dump import dump_policy
from editor.manifests.load import read_policy, read_strict
from editor.manifests.sources import Source
from tests.analysis.linting import PROD, namespace, pod, policy
from tests.worlds import OUTSIDE, PORTS, worlds

TOOLS = (namespace("tools"), pod("tools/client", app="client"))


def standing(*manifests):
    cluster = read_strict([Source("all", "---\n".join(one + "\n" for one in (*PROD, *TOOLS)))]).cluster()
    held = [(text, read_policy(text, "")) for text in manifests]
    return Standing(cluster, tuple(Held(meaning, text, meaning.ref) for text, meaning in held))


def fixes(source, destination, port, want, *manifests):
    world = standing(*manifests)
    ends = (resolve(world.cluster, place) for place in (source, destination))
    return find_fixes(world, Asked(*ends, "TCP", port, want))


def titles(*asked):
    return [fix.title for fix in fixes(*asked).fixes]


TO_DB = "podSelector: {matchLabels: {app: db}}\ningress:\n- from:\n  - podSelector: {matchLabels: {app: %s}}\n"
ON_3306 = "  ports: [{port: 3306}]\n"


def test_a_slip_in_a_label_is_corrected_before_anything_is_added():
    found = titles("prod/web", "prod/db", 3306, True, policy(TO_DB % "wbe" + ON_3306))
    assert found[0] == "Change app=wbe to app=web in ingress[0] from[0] of prod/guard"
    assert "Add app=web to ingress[0] of prod/guard" in found


def test_of_two_ways_the_one_that_opens_less_comes_first():
    (first, *rest) = fixes("prod/web", "prod/db", 3306, True, policy(TO_DB % "api")).fixes
    assert first.title == "Add a rule to prod/guard: from app=web on TCP 3306"
    assert first.others.all == ()
    wider = next(fix for fix in rest if fix.title == "Add app=web to ingress[0] of prod/guard")
    assert [str(one) for one in wider.others.all] == [
        "prod/web may reach prod/db on 1-3305,3307-65535/TCP, 1-65535/UDP, 1-65535/SCTP."
    ]


def test_a_port_that_is_missing_is_added_to_the_rule():
    found = titles("prod/api", "prod/db", 3306, True, policy(TO_DB % "api" + "  ports: [{port: 53}]\n"))
    assert "Add TCP 3306 to ingress[0] of prod/guard" in found


def test_a_number_that_the_pod_does_not_have_is_taken_for_a_slip():
    found = titles("prod/api", "prod/db", 3306, True, policy(TO_DB % "api" + "  ports: [{port: 3307}]\n"))
    assert "Change port 3307 to 3306 in ingress[0] of prod/guard" in found


def test_a_selector_that_looks_in_the_wrong_namespace_is_pointed_to_the_right_one():
    found = titles("tools/client", "prod/db", 3306, True, policy(TO_DB % "client" + ON_3306))
    assert found[0] == "Look in namespace tools instead, in ingress[0] from[0] of prod/guard"


def test_a_hole_in_a_block_is_closed_again():
    spec = "podSelector: {}\ningress:\n- from:\n  - ipBlock: {cidr: 8.0.0.0/8, except: [8.8.0.0/16]}\n"
    found = titles("8.8.8.8", "prod/db", 80, True, policy(spec))
    assert "Remove except 8.8.0.0/16 from ingress[0] from[0] of prod/guard" in found


def test_two_shut_sides_are_opened_by_one_fix():
    shut = policy("podSelector: {}\npolicyTypes: [Egress]", "prod/out")
    (first, *_) = fixes("prod/web", "prod/db", 3306, True, policy(TO_DB % "api" + ON_3306), shut).fixes
    assert {change.policy for change in first.changes} == {"prod/web-to-db", "prod/guard"}
    assert first.title == (
        "Add policy prod/web-to-db: to app=db on TCP 3306, and add app=web to ingress[0] of prod/guard"
    )
    assert first.others.all == ()


def test_a_rule_that_opens_too_much_can_be_narrowed_or_go():
    found = titles(
        "prod/web", "prod/db", 3306, False, policy("podSelector: {}\ningress:\n- from:\n  - podSelector: {}\n")
    )
    assert "Leave prod/web out of from[0] in ingress[0] of prod/guard" in found
    assert "Remove ingress[0] of prod/guard" in found


def test_a_hyphen_too_many_is_taken_away():
    spec = (
        "podSelector: {matchLabels: {app: db}}\ningress:\n- from:\n  - podSelector: {matchLabels: {app: api}}\n"
        "  - namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: prod}}\n"
    )
    found = titles("prod/web", "prod/db", 3306, False, policy(spec))
    assert "Join from[0] and from[1] to one peer that needs both, in ingress[0] of prod/guard" in found


def test_a_pod_that_nothing_isolates_is_isolated_and_keeps_what_passes():
    (first, *_) = fixes("tools/client", "prod/db", 3306, False).fixes
    assert first.changes[0].before is None
    # Without addresses nobody can say which block leaves the client out: outside addresses are shut with it.
    lost = [str(one) for one in first.others.all if one.source.name not in (None, "tools/client")]
    assert lost == []


def test_what_is_so_already_needs_no_fix_and_says_so():
    found = fixes("prod/web", "prod/db", 3306, True)
    assert (found.fixes, found.reason) == ((), "It is allowed already.")


def test_comments_stay_and_the_diff_shows_the_changed_lines():
    text = policy(TO_DB % "wbe" + ON_3306, above="# why this is here\n") + "# the end\n"
    (change,) = fixes("prod/web", "prod/db", 3306, True, text).fixes[0].changes
    assert change.text == text.replace("app: wbe", "app: web")
    assert [line for line in change.diff().splitlines()[2:] if line[0] in "+-"] == [
        "-    - podSelector: {matchLabels: {app: wbe}}",
        "+    - podSelector: {matchLabels: {app: web}}",
    ]


def ways(source, destination, want, *manifests, **manner):
    world = standing(*manifests)
    ends = (resolve(world.cluster, place) for place in (source, destination))
    return find_fixes(world, Asked(*ends, "TCP", 3306, want), Manner(**manner))


def test_how_wide_says_whom_the_rule_names_at_the_other_end():
    guard = policy(TO_DB % "api" + ON_3306)
    told = {
        width: ways("tools/client", "prod/db", True, guard, width=width).fixes[0].title
        for width in ("labels", "namespace", "cluster", "everyone")
    }
    assert told == {
        "labels": "Add app=client of namespace tools to ingress[0] of prod/guard",
        "namespace": "Add every pod of namespace tools to ingress[0] of prod/guard",
        "cluster": "Add every pod of the cluster to ingress[0] of prod/guard",
        "everyone": "Add a rule to prod/guard: from everyone on TCP 3306",
    }
    public = ways("8.8.8.8", "prod/db", True, guard, width="internet").fixes[0]
    assert public.title == "Add the Internet to ingress[0] of prod/guard"
    assert "except: [10.0.0.0/8" in public.changes[0].text or "- 10.0.0.0/8" in public.changes[0].text
    assert ways("tools/client", "prod/db", True, guard, width="internet").fixes == ()


def test_what_passes_already_can_be_written_down_at_a_side():
    found = ways("prod/web", "prod/db", True, where="ingress")
    assert [fix.title for fix in found.fixes] == ["Add policy prod/db-from-web: from app=web on TCP 3306"]
    lost = {str(one) for one in found.fixes[0].others.all}
    assert "prod/api can no longer reach prod/db on every port." in lost
    (both,) = ways("prod/web", "prod/db", True, where="both").fixes
    assert {change.policy for change in both.changes} == {"prod/db-from-web", "prod/web-to-db"}


def test_a_side_that_does_not_decide_alone_says_so():
    found = ways("prod/web", "prod/db", True, policy(TO_DB % "api"), where="egress")
    assert (found.fixes, found.reason) == (
        (),
        "No edit of the policies' texts does this. Choose another side.",
    )


@pytest.mark.parametrize(("where", "side"), [("ingress", "Ingress"), ("egress", "Egress")])
def test_blocking_is_written_at_the_side_that_was_chosen(where, side):
    for fix in ways("prod/web", "prod/db", False, where=where).fixes:
        for change in fix.changes:
            assert set(read_policy(change.text, "").types) == {side}


def test_a_whole_namespace_is_blocked_and_the_others_pass_on():
    found = ways("tools/client", "prod/db", False, where="ingress", width="namespace")
    assert found.fixes
    for fix in found.fixes:
        after = after_of(standing(), fix)
        source, destination = (resolve(after.cluster, place) for place in ("prod/web", "prod/db"))
        assert passes(after, source, destination).has("TCP", 3306)


@pytest.mark.parametrize("want", [True, False])
def test_a_namespace_is_opened_or_shut_with_all_of_its_pods(want):
    world = standing(*([policy("podSelector: {}")] if want else []))
    inside = [pod for pod in world.cluster.pods if pod.namespace == "prod"]
    (client,) = (pod for pod in world.cluster.pods if pod.namespace == "tools")
    asked = [Asked(client, pod, "TCP", 8080, want) for pod in inside]
    found = find_area_fixes(world, asked, Manner(width="namespace"))
    assert found.allowed is not want
    assert found.fixes
    for fix in found.fixes:
        after = after_of(world, fix)
        assert {passes(after, client, pod).has("TCP", 8080) for pod in inside} == {want}
        for one in fix.others.all:
            asked_for = one.source.name == "tools/client" and str(one.destination.name).startswith("prod/")
            assert not (asked_for and one.ports.has("TCP", 8080))


MANNERS = st.builds(
    Manner,
    st.sampled_from(("needed", "ingress", "egress", "both")),
    st.sampled_from(("labels", "namespace", "cluster", "internet", "everyone")),
    st.sampled_from(("labels", "namespace")),
)


@pytest.mark.parametrize("want", [True, False])
@settings(max_examples=60, deadline=None)
@given(worlds(max_pods=4, max_policies=3), MANNERS, st.data())
def test_whatever_side_and_width_a_fix_does_what_is_asked_and_flips_what_it_says(want, world, manner, data):
    held = tuple(Held(one, dump_policy(one), one.ref) for one in {one.ref: one for one in world.policies}.values())
    before = Standing(world.cluster, held, world.options)
    if not world.cluster.pods:
        return
    one = data.draw(st.sampled_from(world.cluster.pods))
    other = data.draw(st.sampled_from(world.endpoints))
    source, destination = data.draw(st.sampled_from(((one, other), (other, one))))
    port = data.draw(st.sampled_from(PORTS))
    asked = Asked(source, destination, "TCP", port, want)
    for fix in find_fixes(before, asked, manner).fixes:
        after = after_of(before, fix)
        assert passes(after, source, destination).has("TCP", port) is want
        check_flips(world, before, after, asked, fix)
        new = [read_policy(change.text, "").types for change in fix.changes if change.before is None]
        if manner.where in ("ingress", "egress"):
            assert all(set(types) == {manner.where.capitalize()} for types in new)


@pytest.mark.parametrize("want", [True, False])
@settings(max_examples=60, deadline=None)
@given(worlds(max_pods=4, max_policies=3), st.data())
def test_every_fix_does_what_is_asked_and_flips_what_it_says_and_keeps_comments(want, world, data):
    texts = {one.ref: f"# above\n{dump_policy(one)}# below\n" for one in world.policies}
    held = tuple(Held(read_policy(text, ref), text, ref) for ref, text in texts.items())
    before = Standing(world.cluster, held, world.options)
    if not world.cluster.pods:
        return
    one = data.draw(st.sampled_from(world.cluster.pods))
    other = data.draw(st.sampled_from(world.endpoints))
    source, destination = data.draw(st.sampled_from(((one, other), (other, one))))
    port = data.draw(st.sampled_from(PORTS))
    asked = Asked(source, destination, "TCP", port, want)
    for fix in find_fixes(before, asked).fixes:
        after = after_of(before, fix)
        assert passes(after, source, destination).has("TCP", port) is want
        check_flips(world, before, after, asked, fix)
        for change in fix.changes:
            if change.before is not None:
                assert change.text.startswith("# above\n")
                assert change.text.endswith("# below\n")


def after_of(before, fix):
    changed = {change.policy: change for change in fix.changes}
    kept = [
        replace(one, policy=read_policy(changed[one.policy.ref].text, one.key)) if one.policy.ref in changed else one
        for one in before.held
    ]
    new = [Held(read_policy(c.text, "new"), c.text, "new") for c in fix.changes if c.before is None]
    return replace(before, held=(*kept, *new))


def passes(state, source, destination):
    return allowed_set(state.cluster, state.policies, source, destination, state.options)


def check_flips(world, before, after, asked, fix):
    told = {}
    for one in fix.others.all:
        for pair in ((s, d) for s in refs(world, one.source) for d in refs(world, one.destination) if s != d):
            told[*pair, one.opened] = one.ports
    for source in world.endpoints:
        for destination in world.endpoints:
            if isinstance(source, Outside) and isinstance(destination, Outside):
                continue
            if unstoppable(source, destination, world.options):
                continue
            was, now = passes(before, source, destination), passes(after, source, destination)
            mine = NO_PORTS
            if alike(asked.source, source) and alike(asked.destination, destination):
                mine = PortSet.of("TCP", Intervals.of((asked.port, asked.port)))
            pair = source.ref, destination.ref
            assert told.get((*pair, True), NO_PORTS) - mine == now - was - mine
            assert told.get((*pair, False), NO_PORTS) - mine == was - now - mine, (pair, fix)


def alike(asked, end):
    """The end itself, or a replica of its workload."""
    if asked.ref == end.ref:
        return True
    owners = getattr(asked, "owner", None), getattr(end, "owner", None)
    return owners[0] is not None and owners[0] == owners[1] and asked.namespace == end.namespace


def refs(world, row):
    if row.name is None:
        return [str(a) for a in OUTSIDE if any(a in network for network in row.cidrs)]
    return [found.ref for found in world.cluster.named(row.name)]
