"""A policy in another style is still accepted, and means the same."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.manifests import Source, dump_policy, read_policy
from editor.manifests.dump import dump
from editor.manifests.plain import policy_manifest
from editor.manifests.styles import STYLES, restyled
from editor.manifests.validate import validate
from tests.manifests.texts import meaning, plain, policy
from tests.manifests.writings import written
from tests.worlds import policies

ANSWERS = [json.loads(line) for line in (Path(__file__).parent / "api-server-answers.jsonl").read_text().splitlines()]
ACCEPTED = [answer for answer in ANSWERS if answer["accepted"]]
WORDS = "12345 true 1.10 null ~ 1e3 0x1F 010 1:30 yes no on off y n 2024-01-01 .5 1_000 +1 -1 = <<"
AWKWARD = WORDS.split()


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("answer", ACCEPTED, ids=lambda answer: answer["id"])
def test_what_the_api_server_accepts_is_accepted_in_every_style_and_means_the_same(answer, style):
    text = restyled(answer["manifest"], style)
    (judged,) = validate([Source("x", text)])
    assert judged.errors == ()
    assert meaning(read_policy(text)) == meaning(read_policy(answer["manifest"]))
    assert restyled(text, style) == text


@st.composite
def texts(draw):
    return draw(written(policy_manifest(draw(policies()))))


@given(texts(), st.sampled_from(STYLES))
def test_a_random_policy_means_the_same_in_every_style(text, style):
    made = restyled(text, style)
    assert meaning(read_policy(made)) == meaning(read_policy(text))
    assert restyled(made, style) == made


@given(policies())
def test_the_minimal_style_is_never_longer_than_the_canonical_one(one):
    text = dump_policy(one)
    assert len(restyled(text, "minimal")) <= len(restyled(text, "canonical"))


@pytest.mark.parametrize("word", [*AWKWARD, "", "a: b", "a #b", "- a", "{a}", "'a'", '"a"', "über", "a\nb"])
@pytest.mark.parametrize("style", STYLES)
def test_a_text_that_looks_like_something_else_stays_a_text(word, style):
    manifest = plain(policy("podSelector: {}"))
    manifest["metadata"] |= {"name": word, "labels": {word: word}, "annotations": {"note": word}}
    metadata = plain(restyled(dump([manifest]), style))["metadata"]
    assert (metadata["name"], metadata["labels"], metadata["annotations"]) == (word, {word: word}, {"note": word})


def test_canonical_says_what_was_left_to_kubernetes_in_one_order():
    text = policy("egress: [{ports: [{port: 53}], to: [{podSelector: {}, namespaceSelector: {}}]}]")
    assert restyled(text, "canonical").partition("spec:\n")[2] == (
        "  podSelector: {}\n  policyTypes:\n  - Ingress\n  - Egress\n  egress:\n  - to:\n"
        "    - namespaceSelector: {}\n      podSelector: {}\n    ports:\n    - protocol: TCP\n      port: 53\n"
    )


@pytest.mark.parametrize(
    ("spec", "left"),
    [
        ("policyTypes: [Ingress]\ningress: []", {"podSelector": {}}),
        ("policyTypes: [Egress]\negress: []", {"podSelector": {}, "policyTypes": ["Egress"]}),
        ("policyTypes: [Ingress, Egress]\negress: []", {"podSelector": {}, "policyTypes": ["Ingress", "Egress"]}),
        ("policyTypes: [Egress, Ingress]\negress: [{}]", {"podSelector": {}, "egress": [{}]}),
        ("ingress: [{from: [], ports: []}]", {"podSelector": {}, "ingress": [{}]}),
        ("ingress: [{ports: [{protocol: TCP}]}]", {"podSelector": {}, "ingress": [{"ports": [{}]}]}),
        (
            "ingress: [{from: [{namespaceSelector: {matchLabels: {}}, podSelector: {}}]}]",
            {"podSelector": {}, "ingress": [{"from": [{"namespaceSelector": {}, "podSelector": {}}]}]},
        ),
        (
            "ingress:\n-\npodSelector: {matchLabels: {app: }}",
            {"podSelector": {"matchLabels": {"app": ""}}, "ingress": [{}]},
        ),
    ],
)
def test_minimal_drops_what_says_nothing_and_nothing_else(spec, left):
    text = policy(spec)
    assert plain(restyled(text, "minimal"))["spec"] == left
    assert read_policy(restyled(text, "minimal")) == read_policy(text)


def test_what_a_cluster_adds_goes_and_what_a_person_adds_stays():
    text = policy("podSelector: {}", metadata="{name: p, uid: x, creationTimestamp: null, annotations: {a.b/c: d}}")
    manifest = plain(restyled(text + "status: {}\n", "canonical"))
    assert manifest["metadata"] == {"name": "p", "annotations": {"a.b/c": "d"}}
    assert "status" not in manifest
