"""One scalar changes; every other character stays."""

import pytest

from editor.engine.errors import NetpolError
from editor.manifests.patch import PolicyEdit, apply_edits, set_scalar
from tests.manifests.texts import codes, plain

TEXT = """\
# The shop's database.
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: "db"   # keep me
  # and me
  labels: {a: b}
spec: {podSelector: {}}   # end
"""


def test_a_value_is_replaced_and_its_quotes_and_comments_stay():
    assert set_scalar(TEXT, "metadata.name", "store") == TEXT.replace('"db"', '"store"')


def test_a_value_that_yaml_would_misread_is_quoted():
    assert '  name: "yes"   # keep me\n' in set_scalar(TEXT, "metadata.name", "yes")
    assert set_scalar("a: b\n", "a", "12345") == 'a: "12345"\n'


def test_a_missing_namespace_comes_behind_the_name():
    assert set_scalar(TEXT, "metadata.namespace", "prod") == TEXT.replace(
        "# keep me\n", "# keep me\n  namespace: prod\n"
    )


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("a: 1", "a: 1\nmetadata:\n  name: web"),
        ("a: 1\r\nb: {}\r\n", "a: 1\r\nb: {}\r\nmetadata:\r\n  name: web\r\n"),
        ("b: {}\n", "b: {}\nmetadata:\n  name: web\n"),
        ("spec: {}\n", "metadata:\n  name: web\nspec: {}\n"),
        ("{a: 1, metadata: {}}\n", "{a: 1, metadata: {name: web}}\n"),
        ("{a: 1}", "{a: 1, metadata: {name: web}}"),
        ('{"metadata": {"namespace": "x"}}', '{"metadata": {"name": "web", "namespace": "x"}}'),
        ("metadata:\n  name:\nb: 2\n", "metadata:\n  name: web\nb: 2\n"),
        ("metadata: ~ # none\nb: 2\n", "metadata: # none\n  name: web\nb: 2\n"),
        ("metadata:\nspec:\n  text\n", "metadata:\n  name: web\nspec:\n  text\n"),
        ("{a: 1, metadata: }", "{a: 1, metadata: {name: web}}"),
        ("metadata:\n  name: >-\n    x\n    y\nb: 2\n", "metadata:\n  name: web\nb: 2\n"),
        ("metadata: {name, a: 1}\n", "metadata: {name: web, a: 1}\n"),
        ("metadata: {name}\n", "metadata: {name: web}\n"),
        ("metadata: {name: }\n", "metadata: {name: web}\n"),
        ("metadata: {name: 'x'}\n", "metadata: {name: 'web'}\n"),
        ("---\nmetadata: {name: x}\n", "---\nmetadata: {name: web}\n"),
        ("x: &n web1\nmetadata: {name: *n}\n", "x: &n web1\nmetadata: {name: web}\n"),
        ("metadata: {name: &n web1}\n", "metadata: {name: &n web}\n"),
    ],
)
def test_a_name_is_set_in_texts_of_every_form(text, changed):
    assert set_scalar(text, "metadata.name", "web") == changed


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: [", "yaml_syntax"),
        ("[1]", "cannot_patch"),
        ("a: 1\n---\nb: 1\n", "cannot_patch"),
        ("metadata: web\n", "cannot_patch"),
        ("metadata: {name: [x]}\n", "cannot_patch"),
        ("metadata: {name: &n web1}\nx: *n\n", "shared_anchor"),
        ("", "cannot_patch"),
    ],
)
def test_what_cannot_be_changed_safely_is_refused(text, code):
    with pytest.raises(NetpolError) as refused:
        set_scalar(text, "metadata.name", "web")
    assert codes(refused.value.faults) == [code]


POLICY = """\
# The shop
kind: NetworkPolicy
metadata: {name: db}
spec:
  podSelector:
    matchLabels:
      app: db  # the database
  ingress:
    # the web
    - from:   # who
        # pods
        - podSelector:
            matchLabels: {app: web}
        # more pods
        - podSelector: {matchLabels: {app: api}}  # api
      # and ports
      ports:
        - port: 80
"""
SHARED = """\
base: &web {matchLabels: {app: web}}
spec:
  podSelector: *web
  ingress:
  - <<: {ports: [{port: 1}]}
    from: []
"""


def edited(text, *edits):
    return apply_edits(text, [PolicyEdit(**edit) for edit in edits])


def refusal(text, **edit):
    with pytest.raises(NetpolError) as refused:
        edited(text, edit)
    return codes(refused.value.faults)


def test_a_new_peer_is_written_in_the_texts_own_indent():
    block = {"ipBlock": {"cidr": "10.0.0.0/8", "except": ["10.1.0.0/16"]}}
    peer = "        - ipBlock:\n            cidr: 10.0.0.0/8\n            except:\n              - 10.1.0.0/16\n"
    assert edited(POLICY, {"op": "insert", "path": "spec.ingress[0].from[-]", "value": block}) == POLICY.replace(
        "# api\n", f"# api\n{peer}"
    )


def test_a_list_set_anew_changes_only_what_differs():
    peers = [{"podSelector": {"matchLabels": {"app": app}}} for app in ("web", "api", "cron")]
    peers[0]["podSelector"]["matchLabels"]["tier"] = "1"
    assert edited(POLICY, {"op": "set", "path": "spec.ingress[0].from", "value": peers}) == POLICY.replace(
        "{app: web}", '{app: web, tier: "1"}'
    ).replace("# api\n", "# api\n        - podSelector:\n            matchLabels:\n              app: cron\n")


def test_an_item_moves_with_the_comment_above_it():
    peers = ["        # pods\n        - podSelector:\n            matchLabels: {app: web}\n",
             "        # more pods\n        - podSelector: {matchLabels: {app: api}}  # api\n"]  # fmt: skip
    assert "".join(peers) in POLICY
    moved = POLICY.replace("".join(peers), peers[1] + peers[0])
    assert edited(POLICY, {"op": "move", "path": "spec.ingress[0].from[1]", "to": 0}) == moved
    assert edited(POLICY, {"op": "move", "path": "spec.ingress[0].from[0]", "to": 1}) == moved


def test_the_first_egress_rule_makes_its_list_after_the_ingress_rules():
    types = {"op": "set", "path": "spec.policyTypes", "value": ["Egress"]}
    rule = {"op": "insert", "path": "spec.egress[-]", "value": {"ports": [{"port": 53}]}}
    assert (
        edited(POLICY, types, rule)
        == POLICY.replace("  ingress:\n", "  policyTypes:\n    - Egress\n  ingress:\n")
        + "  egress:\n    - ports:\n        - port: 53\n"
    )


@pytest.mark.parametrize(
    ("path", "left"),
    [
        ("spec.ingress[0].from", None),
        ("spec.ingress[0].ports[0]", None),
        ("spec.ingress[0].from[1].podSelector.matchLabels.app", 1),
        ("spec.ingress[0].from[1].podSelector", 1),
    ],
)
def test_what_would_open_by_becoming_empty_is_refused_or_goes_with_its_rule_or_peer(path, left):
    assert refusal(POLICY, op="remove", path=path) == ["would_mean_everything"]
    spec = plain(edited(POLICY, {"op": "remove", "path": path, "emptied": "remove_item"}))["spec"]
    assert len(spec["ingress"][0]["from"] if left else spec["ingress"]) == (left or 0)
    assert edited(POLICY, {"op": "remove", "path": path, "emptied": "leave_empty"}) != POLICY


def test_the_last_peer_and_the_peer_before_it_go_with_the_rule():
    first = {"op": "remove", "path": "spec.ingress[0].from[0]"}
    assert plain(edited(POLICY, first, {**first, "emptied": "remove_item"}))["spec"]["ingress"] == []
    assert refusal(edited(POLICY, first), **first) == ["would_mean_everything"]
    assert refusal(POLICY, op="set", path="spec.ingress[0].from", value=[]) == ["would_mean_everything"]


@pytest.mark.parametrize("emptied", ["refuse", "remove_item"])
def test_a_policy_does_not_come_to_select_every_pod_by_the_way(emptied):
    path = "spec.podSelector.matchLabels.app"
    assert refusal(POLICY, op="remove", path=path, emptied=emptied) == ["would_mean_everything"]


def test_the_last_egress_rule_stays_while_it_alone_isolates_egress():
    text = "metadata: {name: x}\nspec:\n  egress:\n  - ports: [{port: 53}]\n"
    assert refusal(text, op="remove", path="spec.egress[0]") == ["would_mean_everything"]
    named = edited(text, {"op": "set", "path": "spec.policyTypes", "value": ["Egress"]})
    assert edited(named, {"op": "remove", "path": "spec.egress[0]"}).endswith("egress: []\n")


def test_what_an_alias_or_a_merge_repeats_is_written_out_at_its_place():
    assert edited(SHARED, {"op": "set", "path": "spec.podSelector.matchLabels.tier", "value": "x"}) == SHARED.replace(
        " *web\n", "\n    matchLabels:\n      app: web\n      tier: x\n"
    )
    assert edited(SHARED, {"op": "insert", "path": "spec.ingress[0].ports[0]", "value": {"port": 2}}) == SHARED.replace(
        "  - <<: {ports: [{port: 1}]}\n", "  - ports:\n    - port: 2\n    - port: 1\n"
    )


def test_what_others_use_by_its_anchor_is_not_changed_for_one():
    assert refusal(SHARED, op="set", path="base.matchLabels.app", value="x") == ["shared_anchor"]
    assert refusal(SHARED, op="remove", path="base") == ["shared_anchor"]


@pytest.mark.parametrize(
    ("text", "edit", "made"),
    [
        ("a:\n- - x # 1\n  # c\n  - y\n", {"op": "remove", "path": "a[0][0]"}, "a:\n-\n  # c\n  - y\n"),
        ("a:\n- - x\n  - y\n", {"op": "remove", "path": "a[0][0]"}, "a:\n- - y\n"),
        ("a:\n- - x\n", {"op": "insert", "path": "a[0][0]", "value": ["n"]}, 'a:\n- - - "n"\n  - x\n'),
        ("a:\n- - x\n  - y\n", {"op": "move", "path": "a[0][1]", "to": 0}, "a:\n- - y\n  - x\n"),
        ("a: |+\n  text\n\n", {"op": "set", "path": "b", "value": 1}, "a: |+\n  text\n\nb: 1\n"),
        ("? a\n: b\n", {"op": "set", "path": "a", "value": "q"}, "? a\n: q\n"),
        ("a:\t1\t# c\n", {"op": "set", "path": "a", "value": ["q"]}, "a:\t# c\n- q\n"),
        ("a: [\tx,\ty\t] # c", {"op": "insert", "path": "a[1]", "value": "z"}, "a: [\tx,\tz, y\t] # c"),
        ("a: [x, # c\n  y]\n", {"op": "remove", "path": "a[0]"}, "a: [ # c\n  y]\n"),
        ("a: # who\n  - x # hi\n  # end\n", {"op": "remove", "path": "a[0]"}, "a: [] # who\n  # end\n"),
        ("a: # who\n  # one\n  b: 1\n", {"op": "set", "path": "a", "value": 2}, "a: 2 # who\n  # one\n"),
        ('{"a":[\n  1,\n  2\n]}', {"op": "insert", "path": "a[-]", "value": "é"}, '{"a":[\n  1,\n  2,\n  "é"\n]}'),
        ("a: b\r\nc: d", {"op": "set", "path": "e.f", "value": 1}, "a: b\r\nc: d\r\ne:\r\n  f: 1"),
        ("\ufeffa: b\n", {"op": "rename", "path": "a", "to": "12"}, '\ufeff"12": b\n'),
    ],
)
def test_texts_of_every_form_are_edited_in_place(text, edit, made):
    assert edited(text, edit) == made


@pytest.mark.parametrize(
    ("text", "edit", "code"),
    [
        ("a: 1\n", {"op": "set", "path": "a..b"}, "bad_path"),
        ("a: 1\n", {"op": "set", "path": ""}, "bad_path"),
        ("a: 1\n", {"op": "remove", "path": "b"}, "no_such_field"),
        ("a: []\n", {"op": "insert", "path": "a[1]"}, "no_such_field"),
        ("a: {b: 1}\n", {"op": "set", "path": "a.b.c"}, "cannot_patch"),
        ("a: 1\nb: 2\n", {"op": "rename", "path": "a", "to": "b"}, "cannot_patch"),
        ("a: 1\na: 2\n", {"op": "remove", "path": "a"}, "cannot_patch"),
        ("a: 1\n", {"op": "remove", "path": "a"}, "cannot_patch"),
        ("a: [1]\n", {"op": "move", "path": "a[0]", "to": "x"}, "bad_value"),
        ("a: 1\n", {"op": "set", "path": "a", "value": "\0"}, "bad_value"),
        ("a: 1\n", {"op": "set", "path": "a", "value": float("nan")}, "bad_value"),
        ("a: 1\n---\nb: 1\n", {"op": "set", "path": "a"}, "cannot_patch"),
    ],
)
def test_an_edit_that_cannot_be_made_is_refused(text, edit, code):
    assert refusal(text, **edit) == [code]
