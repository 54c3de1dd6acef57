"""Rules of the API server that its recorded answers do not touch, and where `kubectl apply` does otherwise."""

import pytest

from editor.manifests import Source
from editor.manifests.validate import policy_warnings, validate
from tests.manifests.texts import policy, read_text


def errors(text, version="1.36"):
    return [(error.field, error.type) for judged in validate([Source("x", text)], version) for error in judged.errors]


def remarks(text):
    return [(w.type, w.field) for judged in validate([Source("x", text)]) for w in judged.warnings]


@pytest.mark.parametrize(
    ("metadata", "expected"),
    [
        ("{name: p, namespace: Bad_NS}", [("metadata.namespace", "Invalid")]),
        ("{name: p, namespace: a.b}", [("metadata.namespace", "Invalid")]),
        (f"{{name: {'n' * 254}}}", [("metadata.name", "Invalid")]),
        ("{name: ''}", [("metadata.name", "Required")]),
        ("{generateName: allow-}", []),
        ("{generateName: Allow-}", [("metadata.generateName", "Invalid"), ("metadata.name", "Invalid")]),
        ("{name: p, labels: {a/b/c: x}}", [("metadata.labels", "Invalid")]),
        ("{name: p, labels: {/b: x}}", [("metadata.labels", "Invalid")]),
        ("{name: p, annotations: {Example.COM/Key: anything goes}}", []),
        ("{name: p, annotations: {'a b': x}}", [("metadata.annotations", "Invalid")]),
        (f"{{name: p, annotations: {{a: {'x' * 262144}}}}}", [("metadata.annotations", "TooLong")]),
        ("{name: p, finalizers: [orphan, foregroundDeletion]}", [("metadata.finalizers", "Invalid")]),
        ("{name: p, finalizers: [mine]}", [("metadata.finalizers[0]", "Invalid")]),
        ("{name: p, finalizers: [example.com/mine]}", []),
        (
            "{name: p, ownerReferences: [{apiVersion: a/b/c, controller: true, uid: u, kind: K, name: one}, "
            "{apiVersion: v1, kind: '', name: two, uid: u, controller: true}]}",
            [
                ("metadata.ownerReferences.apiVersion", "Invalid"),
                ("metadata.ownerReferences.kind", "Invalid"),
                ("metadata.ownerReferences", "Invalid"),
            ],
        ),
        ("[a]", [("metadata", "Decode")]),
        ("{name: 5}", [("metadata.name", "Decode")]),
        ("{name: p, creationTimestamp: yesterday}", [("metadata.creationTimestamp", "Decode")]),
    ],
)
def test_metadata_is_judged_as_the_server_judges_it(metadata, expected):
    assert errors(policy(metadata=metadata)) == expected


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        ("ingress: [{from: [{ipBlock: {}}]}]", [("spec.ingress[0].from[0].ipBlock.cidr", "Required")]),
        ("ingress: [{from: [{ipBlock: {cidr: ''}}]}]", [("spec.ingress[0].from[0].ipBlock.cidr", "Required")]),
        ("egress: [{ports: [{port: ''}]}]", [("spec.egress[0].ports[0].port", "Invalid")] * 2),
        ("egress: [{ports: [{port: 80.5}]}]", [("spec.egress.ports.port", "Decode")]),
        ("egress: [{ports: [{port: [80]}]}]", [("spec.egress.ports.port", "Decode")]),
        ("egress: [{ports: [{port: 80, endPort: '90'}]}]", [("spec.egress.ports.endPort", "Decode")]),
        ("egress: {}", [("spec.egress", "Decode")]),
        ("policyTypes: [5]", [("spec.policyTypes", "Decode")]),
        ("podSelector: {matchExpressions: [null]}", [
            ("spec.podSelector.matchExpressions[0].operator", "Invalid"),
            ("spec.podSelector.matchExpressions[0].key", "Invalid"),
            ("spec.podSelector.matchExpressions[0].key", "Invalid"),
        ]),
        ("podSelector: {matchLabels: {app: .nan}}", [("", "BadRequest")]),
        ("podSelector: {matchLabels: {? [a] : b}}", [("", "BadRequest")]),
        ("podSelector: {matchLabels: {y: 'x', 5: 'x'}}", []),
    ],
)  # fmt: skip
def test_specs_are_judged_as_the_server_judges_them(spec, expected):
    assert errors(policy(spec)) == expected


def test_a_wrong_type_hides_everything_else_and_only_the_first_by_alphabet_is_named():
    text = policy("podSelector: 5\negress: 5\nextra: 1\npolicyTypes: [x]")
    assert errors(text) == [("spec.egress", "Decode")]


def test_a_port_that_decodes_itself_comes_before_other_wrong_types():
    assert errors(policy("egress: 5\ningress: [{ports: [{port: true}]}]")) == [("spec.ingress.ports.port", "Decode")]


def test_unknown_fields_and_duplicate_keys_are_told_together_and_hide_the_meaning():
    found = errors(policy("podSelector: {}\npodSelector: {}\nfoo: 1\npolicyTypes: [x]"))
    assert found == [("", "DuplicateKey"), ("spec.foo", "UnknownField")]


def test_overriding_a_merged_key_is_a_duplicate_to_the_server():
    assert errors(policy("ingress:\n- ports:\n  - &p {port: 1}\n  - {<<: *p, port: 2}")) == [("", "DuplicateKey")]


@pytest.mark.parametrize(
    ("block", "in_1_36", "in_1_33"),
    [
        ("10.0.0.0/8", [], 0),
        ("010.0.0.0/8", ["Invalid"], 1),
        ("::ffff:10.0.0.5/104", ["Invalid"], 2),
        ("0123::/16", [], 1),
        ("00123::/16", ["Invalid"], 1),
        ("::1.2.3.4/128", [], 1),
        ("1::2::3/64", ["Invalid"], 0),
        ("fe80::1%eth0/64", ["Invalid"], 0),
    ],
)
def test_blocks_are_written_strictly_since_1_36_and_warned_of_since_1_33(block, in_1_36, in_1_33):
    text = policy(f"egress: [{{to: [{{ipBlock: {{cidr: '{block}'}}}}]}}]")
    assert [kind for _, kind in errors(text)] == in_1_36
    (judged,) = validate([Source("x", text)], "1.33")
    assert len([w for w in judged.warnings if w.type == "Warning"]) == in_1_33


def test_kubectl_apply_does_otherwise_and_a_warning_says_so():
    assert ("KubectlApply", "spec.podSelector.matchLabels") in remarks(policy("podSelector: {matchLabels: {a: null}}"))
    assert ("KubectlApply", "apiVersion") in remarks("kind: NetworkPolicy\nmetadata: {name: x}\n")
    assert ("KubectlApply", "spec.podSelector") in remarks(policy("podSelector: {}\npodSelector: {}"))
    assert remarks(policy(metadata="{name: x, resourceVersion: '5'}")) == [("KubectlApply", "metadata.resourceVersion")]


def test_lists_are_judged_item_by_item_and_other_kinds_are_left_out():
    inner = "- apiVersion: networking.k8s.io/v1\n  kind: NetworkPolicy\n  metadata: {name: A}\n"
    judged = validate(
        [Source("x", f"apiVersion: v1\nkind: List\nitems:\n{inner}- {{apiVersion: v1, kind: Pod}}\n{inner}")]
    )
    assert [(one.name, one.accepted, one.place.line) for one in judged] == [("A", False, 4), ("A", False, 8)]
    assert judged[1].errors[0].place.line == 10


def test_a_kind_that_the_group_does_not_have_is_a_bad_request():
    assert errors("apiVersion: networking.k8s.io/v1\nkind: NetworkPolcy\n") == [("", "BadRequest")]
    assert errors("apiVersion: networking.k8s.io/v2\nkind: NetworkPolicy\nspec: 5\n") == [("", "BadRequest")]
    assert errors("apiVersion: 1\nkind: NetworkPolicy\n") == [("apiVersion", "Decode")]
    assert errors("apiVersion: networking.k8s.io/v1\nkind: Ingress\nbad: 1\n") == []


def test_a_text_that_does_not_parse_gets_its_answer_too():
    (judged,) = validate([Source("x", "a: [")])
    assert (judged.kind, judged.name, judged.accepted) == (None, None, False)
    assert [error.type for error in judged.errors] == ["BadRequest"]


def test_the_editor_gets_the_same_as_faults_with_their_places():
    faults = policy_warnings(policy("policyTypes: [Both]\ningress: [{from: [{ipBlock: {cidr: 10.0.0.1/8}}]}]"))
    assert [(f.code, f.place.path, f.place.line) for f in faults] == [
        ("server_invalid", "spec.ingress[0].from[0].ipBlock.cidr", 6),
        ("server_not_supported", "spec.policyTypes[0]", 5),
    ]
    assert policy_warnings(policy()) == []


def test_what_the_server_accepts_the_reader_reads():
    for spec in ("", "podSelector: {}\ningress: [{}]", "egress: [{ports: [{port: 8e3}]}]"):
        assert errors(policy(spec)) == []
        assert read_text(policy(spec)).faults == []
