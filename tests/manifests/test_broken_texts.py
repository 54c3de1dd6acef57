"""Texts that are no YAML, or YAML with bad intent: a clear fault at its place, never a crash."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.engine.errors import NetpolError
from editor.manifests import Source, read
from editor.manifests.sources import decode
from editor.manifests.validate import policy_warnings
from tests.manifests.texts import codes, policy, read_text


@pytest.mark.parametrize(
    ("text", "code", "line", "word"),
    [
        ("a: [", "yaml_syntax", 1, "flow node"),
        ("a:\n\t- b", "yaml_syntax", 2, "tab"),
        ("a: b\nc: \x00", "not_text", 2, "U+0000"),
        ("a: é\nb: \x07", "not_text", 2, "U+0007"),
        ("a: \ud800", "not_text", 1, "surrogate"),
        ("a: *x", "yaml_syntax", 1, "alias"),
        ("kind: Pod\na: b: c", "yaml_syntax", 2, "mapping values"),
        ("a: &a [*a]\nkind: Pod", "alias_cycle", 1, "itself"),
        ("[" * 5000, "too_deep", 1, "200"),
        ('["]", ' * 100_000 + "]" * 100_000, "too_deep", 1, "200"),
        ("- " * 5000, "too_deep", 1, "200"),
        ("just text", "wrong_type", 1, "mapping"),
    ],
)
def test_a_broken_text_is_one_fault_with_its_line(text, code, line, word):
    faults = read_text(text).faults
    assert (codes(faults), faults[0].place.line) == ([code], line)
    assert word in faults[0].message


def test_a_fault_in_one_document_leaves_the_others_whole_and_all_are_reported():
    text = policy() + "---\na: [\n---\n" + policy(metadata="{name: q}") + "---\n}\n"
    reading = read_text(text)
    assert [found.name for found in reading.policies] == ["p", "q"]
    assert [(fault.place.document, fault.place.line) for fault in reading.faults] == [(2, 5), (4, 11)]


def test_an_alias_bomb_is_refused_and_honest_anchors_are_followed():
    bomb = "a0: &a0 [x]\n" + "".join(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 12))
    assert codes(read_text(bomb).faults) == ["too_many_aliases"]
    reading = read_text(policy("podSelector: &web {matchLabels: {app: web}}\ningress:\n- from: [{podSelector: *web}]"))
    assert reading.faults == []
    assert reading.policies[0].ingress[0].peers[0].pods == reading.policies[0].pods


@pytest.mark.parametrize("number", ["1" * 100_000, "0x" + "f" * 100_000, "-" + "9" * 5000])
def test_a_number_of_any_length_is_only_a_bad_port(number):
    text = policy(f"ingress: [{{ports: [{{port: {number}}}]}}]")
    assert codes(read_text(text).faults) == ["bad_port"]
    assert policy_warnings(text)


def test_a_later_anchor_of_the_same_name_takes_the_place_of_the_earlier():
    text = policy(
        """
        podSelector: &a {matchLabels: {app: one}}
        ingress:
        - from:
          - podSelector: *a
          - podSelector: &a {}
          - podSelector: *a
        """
    )
    found = read_text(text).policies[0]
    assert [str(peer.pods) for peer in found.ingress[0].peers] == ["app=one", "{}", "{}"]
    assert (found.ingress[0].place.line, found.ingress[0].place.end_line) == (7, 10)
    assert codes(read_text(f"{text}\n  - podSelector: *b").faults) == ["yaml_syntax"]


def test_keys_of_different_types_are_two_keys_to_yaml():
    text = policy("podSelector: {matchLabels: {'1': a, 1: b}}")
    assert policy_warnings(text) == []


def test_merges_take_the_mapping_and_later_keys_win():
    found = read_text(
        policy(
            "ingress:\n- ports:\n  - &p {protocol: UDP, port: 53}\n  - <<: *p\n    port: 54\n  - <<: [{port: 1}, *p]\n"
        )
    )
    assert [(port.protocol, port.port) for port in found.policies[0].ingress[0].ports] == [
        ("UDP", 53),
        ("UDP", 54),
        ("UDP", 1),
    ]
    assert codes(found.warnings) == ["merge_override", "merge_override"]
    assert codes(read_text(policy("<<: 5")).faults) == ["bad_merge"]
    assert codes(read_text(policy("<<: &m {}\npodSelector: &l []\negress: [{<<: *l}]")).faults) == [
        "wrong_type",
        "bad_merge",
    ]


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_line_breaks_of_every_kind_read_the_same_and_count_the_same(line_break):
    text = (policy() + "---\n" + policy("policyTypes: [Egress]", metadata="{name: q}")).replace("\n", line_break)
    reading = read_text("\ufeff" + text)
    assert reading.faults == []
    assert [found.place.line for found in reading.policies] == [1, 5]


def test_json_reads_as_yaml_does_with_its_escapes_and_tabs():
    text = (
        '{"apiVersion": "v1", "kind": "Namespace",\n\t"metadata": {"name": "a\\/b", "labels": {"x": "\\ud83d\\ude00"}}}'
    )
    namespace = read_text(text).namespaces[0]
    assert (namespace.name, namespace.labels["x"]) == ("a/b", "\U0001f600")


def test_directives_and_document_ends_are_part_of_yaml():
    text = "%YAML 1.1\n---\n" + policy() + "...\n---\n" + policy(metadata="{name: q}")
    assert [found.name for found in read_text(text).policies] == ["p", "q"]


def test_bytes_are_utf_8_or_say_what_they_are():
    assert decode("x", "é".encode("utf-16")).text == "é"
    assert decode("x", "\ufeffé".encode()).text == "\ufeffé"
    with pytest.raises(NetpolError) as refused:
        decode("x", b"a\nb\xff")
    assert refused.value.faults[0].place.line == 2


LINES = """apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: x
spec:
  ingress:
  egress:
  - from:
    to:
    ports:
    - port: 80
---
{podSelector: null}
&a [*a]
<<: !!int
? |
% \t # \x00 \u2028 ' " { } [ ] ,"""
pieces = st.one_of(st.sampled_from(LINES.splitlines(keepends=True)), st.sampled_from(LINES.split(" ")))


@given(st.one_of(st.text(), st.lists(pieces, max_size=40).map("".join)))
def test_no_text_crashes_the_reader_or_the_validation(text):
    read([Source("x", text)])
    policy_warnings(text)


NAMES = """podSelector namespaceSelector ipBlock cidr except matchLabels matchExpressions key operator values from to
ports port endPort protocol ingress egress policyTypes"""
FIELDS = NAMES.split()
values = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(), st.floats(), st.sampled_from(["", "TCP", "In", "10.0.0.0/8", "a"])
    ),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(FIELDS), inner, max_size=4)),
    max_leaves=20,
)


@given(st.dictionaries(st.sampled_from(FIELDS), values))
def test_no_value_of_any_shape_crashes_the_reader_or_the_validation(spec):
    # JSON's own words for numbers that YAML writes otherwise (NaN, 1e999) are texts to YAML: wrong types all the same.
    text = policy() + f"spec: {json.dumps(spec)}\n"
    read([Source("x", text)])
    policy_warnings(text)
