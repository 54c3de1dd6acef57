"""The fewest labels that tell pods from others."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from editor.analysis.telling import HASHES, naming, telling
from editor.engine.cluster import Pod
from editor.engine.selectors import Selector

keys = st.sampled_from(("app", "tier", "version", "pod-template-hash"))
labelled = st.dictionaries(keys, st.sampled_from(("a", "b")), max_size=4)
listed = st.lists(labelled, min_size=1, max_size=4)


def pods(labels):
    return [Pod("shop", f"pod-{at}", one) for at, one in enumerate(labels)]


@given(listed, st.lists(labelled, max_size=4))
def test_what_tells_pods_matches_all_of_them_and_no_other(wanted, others):
    found = telling(pods(wanted), pods(others))
    if found is not None:
        assert all(found.matches(labels) for labels in wanted)
        assert not any(found.matches(labels) for labels in others)
        assert not {requirement.key for requirement in found.requirements} & HASHES


@given(labelled, st.lists(labelled, max_size=4))
def test_one_pod_is_told_whenever_its_own_labels_can(wanted, others):
    own = Selector.of({key: value for key, value in wanted.items() if key not in HASHES})
    possible = not any(own.matches(labels) for labels in others)
    assert (telling(pods([wanted]), pods(others)) is not None) is possible


def test_the_label_that_names_the_workload_is_preferred_and_hashes_are_never_used():
    web = {"pod-template-hash": "5f6", "version": "2", "app": "web", "team": "red"}
    other = {"pod-template-hash": "7c9", "version": "1", "app": "api", "team": "red"}
    assert str(telling(pods([web]), pods([other]))) == "app=web"


def test_two_labels_are_taken_when_no_single_one_tells():
    assert str(telling(pods([{"app": "web", "tier": "front"}]), pods([{"app": "web"}, {"tier": "front"}]))) == (
        "app=web, tier=front"
    )


def test_pods_with_different_values_of_one_key_are_told_by_all_of_them():
    assert str(telling(pods([{"app": "web"}, {"app": "api"}]), pods([{"app": "db"}]))) == "app in (api, web)"


def test_alone_in_a_namespace_everything_is_told_by_nothing_but_named_by_a_label():
    alone = pods([{"app": "web", "version": "2"}])
    assert telling(alone, []) == Selector()
    assert str(naming(alone, [])) == "app=web"
    assert naming(pods([{}]), []) is None
