"""Selectors, namespaces and hyphens that do not mean what they seem to."""

from tests.analysis.linting import API, DB, PROD, WEB, ids, namespace, pod, policy, problems, told

FROM_API = """
podSelector: {matchLabels: {app: db}}
ingress:
- from:
  - podSelector:
      matchLabels:
        app: %s
"""


def test_a_slip_in_a_policys_own_selector_names_the_nearest_label_and_mends_it():
    (found,) = problems(*PROD, policy("podSelector:\n  matchLabels:\n    app: bd"))
    assert found.id == "selects-nothing"
    assert found.message == "This selector matches no pod of prod (app=bd); nearest: app=db (one character off)."
    assert found.fix.edits == ({"op": "set", "path": 'spec.podSelector.matchLabels["app"]', "value": "db"},)
    assert (found.place.path, found.severity) == ("spec.podSelector", "warning")


def test_a_slip_in_a_key_names_the_key():
    (found,) = problems(*PROD, policy("podSelector:\n  matchLabels:\n    appp: db"))
    assert "nearest: app=db (one character off)" in found.message
    assert found.fix.edits[0] == {"op": "rename", "path": 'spec.podSelector.matchLabels["appp"]', "to": "app"}


def test_a_slip_in_a_peer_is_found_too():
    (found,) = problems(*PROD, policy(FROM_API % "ap"))
    assert (found.id, found.place.path) == ("selects-nothing", "spec.ingress[0].from[0].podSelector")
    assert "nearest: app=api" in found.message


def test_another_word_altogether_is_only_a_hint_that_says_what_there_is():
    (found,) = problems(*PROD, policy(FROM_API % "payments"))
    assert found.severity == "hint"
    assert "app is api, db and web there" in found.message


def test_labels_that_never_meet_are_told_as_such():
    spec = "podSelector:\n  matchLabels: {app: db}\n  matchExpressions:\n  - {key: app, operator: DoesNotExist}"
    (found,) = problems(*PROD, policy(spec))
    assert "two of its requirements contradict" in found.message


def test_parts_that_match_each_but_never_together():
    pods = (namespace("prod"), pod("prod/a", app="a", tier="one"), pod("prod/b", app="b", tier="two"))
    (found,) = problems(*pods, policy("podSelector:\n  matchLabels: {app: a, tier: two}"))
    assert "at once" in found.message


def test_policies_without_any_pod_say_nothing_of_what_they_match():
    assert ids(policy(FROM_API % "api")) == []


def test_a_default_deny_in_an_empty_namespace_guards_pods_to_come():
    assert ids(*PROD, namespace("new"), policy("podSelector: {}", "new/deny")) == []


def test_a_namespace_with_a_slip_in_its_name():
    (found,) = problems(*PROD, policy("podSelector: {}", "prd/deny"))
    assert found.message == "There is no namespace prd here; nearest: prod (one character off)."
    assert found.fix.edits == ({"op": "set", "path": "metadata.namespace", "value": "prod"},)


def test_a_pod_selector_alone_whose_pods_all_run_elsewhere():
    client = pod("tools/client", app="client")
    (found,) = problems(*PROD, namespace("tools"), client, policy(FROM_API % "client"))
    assert (found.id, found.severity) == ("podselector-own-namespace", "warning")
    assert "looks only in prod, where no pod has app=client; tools/client does" in found.message
    (edit,) = found.fix.edits
    assert edit["value"] == {"matchLabels": {"kubernetes.io/metadata.name": "tools"}}


def test_a_pod_selector_alone_is_fine_where_its_namesakes_elsewhere_could_not_get_out():
    shut = policy("podSelector: {}\npolicyTypes: [Egress]", "dev/deny")
    others = (namespace("dev"), pod("dev/api", app="api"))
    assert ids(*PROD, *others, policy(FROM_API % "api")) == ["podselector-own-namespace"]
    assert "podselector-own-namespace" not in ids(*PROD, *others, shut, policy(FROM_API % "api"))


FROM_NAMESPACE = """
podSelector: {}
ingress:
- from:
  - namespaceSelector:
      matchLabels:
        %s
"""


def test_a_namespaces_name_is_no_label():
    (found,) = problems(*PROD, policy(FROM_NAMESPACE % "name: prod"))
    assert found.id == "namespace-label-missing"
    assert found.message.endswith("for namespace prod write kubernetes.io/metadata.name: prod.")
    (edit,) = found.fix.edits
    assert edit["value"] == {"matchLabels": {"kubernetes.io/metadata.name": "prod"}}


def test_a_slip_in_a_namespaces_label():
    (found,) = problems(*PROD, policy(FROM_NAMESPACE % "team: shpo"))
    assert found.message == "No namespace here has team=shpo; nearest: team=shop (one character off)."


def test_a_namespace_that_is_not_part_of_these_manifests_is_a_hint():
    (found,) = problems(*PROD, policy(FROM_NAMESPACE % "kubernetes.io/metadata.name: ingress-nginx"))
    assert (found.id, found.severity) == ("namespace-label-missing", "hint")


TWO_ITEMS = """
podSelector: {matchLabels: {app: db}}
ingress:
- from:
  - podSelector:
      matchLabels: {app: api}
  - namespaceSelector:
      matchLabels: {%s}
"""


def test_two_items_that_would_make_sense_as_one():
    found = problems(*PROD, policy(TWO_ITEMS % "team: shop"))
    (hyphen,) = (one for one in found if one.id == "peer-and-or")
    assert "opens 1 more source (prod/web)" in hyphen.message
    joined, removed = hyphen.fix.edits
    assert joined["value"] == {
        "namespaceSelector": {"matchLabels": {"team": "shop"}},
        "podSelector": {"matchLabels": {"app": "api"}},
    }
    assert removed == {"op": "remove", "path": "spec.ingress[0].from[1]"}


def test_two_items_that_only_make_sense_as_two_are_left_alone():
    monitoring = (namespace("monitoring", team="ops"), pod("monitoring/prometheus", app="prometheus"))
    assert ids(*PROD, *monitoring, policy(TWO_ITEMS % "team: ops")) == []


def test_a_hyphen_before_ports_starts_a_second_rule():
    spec = """
podSelector: {matchLabels: {app: db}}
ingress:
- from:
  - podSelector: {matchLabels: {app: api}}
- ports:
  - port: 3306
"""
    (found,) = (one for one in problems(*PROD, policy(spec)) if one.id == "ports-extra-dash")
    assert found.severity == "error"
    assert "any source on TCP 3306, and prod/api on every port" in found.message
    made, removed = found.fix.edits
    assert made == {
        "op": "set",
        "path": "spec.ingress[0].ports",
        "value": [{"protocol": "TCP", "port": 3306}],
    }
    assert removed == {"op": "remove", "path": "spec.ingress[1]"}
    assert found.place.path == "spec.ingress[1]"


def test_a_policy_over_host_network_pods_alone():
    agent = pod("prod/agent", host_network=True, app="agent")
    assert ids(*PROD, agent, policy("podSelector: {matchLabels: {app: agent}}")) == ["host-network-selected"]
    assert ids(*PROD, agent, policy("podSelector: {}")) == []


def test_pods_that_no_policy_selects_are_told_of_by_workload_and_whole_namespaces_at_once():
    replicas = [pod(f"prod/agent-{n}", owner="agent", app="agent") for n in range(2)]
    found = problems(*PROD, *replicas, policy("podSelector: {matchLabels: {app: db}}"), all_of_them=True)
    assert [one.message for one in found if one.id == "unprotected-pod"] == [
        "No policy selects prod/web: it accepts and sends everything.",
        "No policy selects prod/api: it accepts and sends everything.",
        "No policy selects prod/agent: its 2 pods accept and send everything.",
    ]
    many = [pod(f"big/pod-{n}") for n in range(6)]
    (found,) = problems(namespace("big"), *many, all_of_them=True)
    assert found.message == "No policy selects any pod of big: 6 workloads accept and send everything."


def test_the_enforcer_is_asked_for_once_and_not_where_one_is_seen():
    guard = policy("podSelector: {}")
    assert [one.id for one in problems(WEB, API, DB, guard, all_of_them=True)] == ["no-enforcer"]
    calico = pod("kube-system/calico-node-x7k", host_network=True, **{"k8s-app": "calico-node"})
    assert [one.id for one in problems(WEB, guard, calico, all_of_them=True)] == []
    assert told(WEB) == []
