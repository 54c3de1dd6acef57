"""Written manifests mean the same when read again, and the API server reads their texts as texts."""

import yaml
from hypothesis import given
from hypothesis import strategies as st

from editor.manifests import dump, dump_policy, read_policy
from editor.manifests.plain import namespace_manifest, pod_manifest
from editor.manifests.scalars import resolve_plain
from editor.manifests.validate import policy_warnings
from tests.manifests.texts import plain, read_text
from tests.worlds import pods, policies, worlds


@given(policies())
def test_a_policy_written_and_read_is_the_same_policy(policy):
    assert read_policy(dump_policy(policy)) == policy


@given(policies())
def test_what_is_written_is_a_fixed_point_and_the_api_server_takes_it(policy):
    text = dump_policy(policy)
    assert dump_policy(read_policy(text)) == text
    assert policy_warnings(text) == []


@given(worlds())
def test_a_world_written_and_read_is_the_same_world(world):
    manifests = [*map(namespace_manifest, world.namespaces), *map(pod_manifest, world.pods)]
    reading = read_text(dump(manifests))
    assert reading.faults == []
    assert tuple(reading.namespaces) == world.namespaces
    assert [(pod.ref, pod.labels, pod.addresses, pod.phase, pod.owner) for pod in reading.pods] == [
        (pod.ref, pod.labels, pod.addresses, pod.phase, pod.owner) for pod in world.pods
    ]


@given(pods())
def test_a_pod_keeps_its_ports_whichever_container_they_stand_in(pod):
    assert set(read_text(dump([pod_manifest(pod)])).pods[0].ports) == set(pod.ports)


# YAML has no way to write a lone surrogate, and no manifest holds one.
texts = st.text(st.characters(exclude_categories=["Cs"]))
AWKWARD = (
    """12345 true yes 1.10 y on 1e3 ~ null 0x1 1:30 2024-01-01 - ? : # a:b a#b {} [] & * ! | > % @ ` = << .5 08 -1 +1"""
)
awkward = st.sampled_from(AWKWARD.split())
json_values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-(2**53), 2**53), texts, awkward),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.one_of(awkward, texts), inner, max_size=3)),
    max_leaves=12,
)


@given(st.dictionaries(texts, json_values, min_size=1, max_size=4))
def test_any_json_value_survives_writing_and_reading(value):
    text = dump([{"kind": "Pod", "metadata": {"name": "x"}, "status": {}, "payload": value}])
    assert plain(text)["payload"] == value


@given(st.one_of(awkward, texts))
def test_a_text_stays_a_text_for_the_server_and_for_other_readers(text):
    written = dump([{"key": text}]).removeprefix("key: ").rstrip("\n")
    assert written.startswith('"') or resolve_plain(written) == text
    assert yaml.safe_load(dump([{"key": text}])) == {"key": text}
