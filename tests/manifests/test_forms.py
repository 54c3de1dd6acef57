"""Documents that share a tree mean what each of them means by itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.manifests import Source, read
from editor.manifests.forms import Forms
from editor.manifests.located import Findings
from editor.manifests.sources import Chunk, chunks
from editor.manifests.warnings import warnings_of

DOCUMENT = """\
apiVersion: v1
kind: {kind}
metadata:
  name: {name}
  namespace: {name}
  labels:
    app: {label}
  # app: web
  ownerReferences:
  - controller: true
    kind: ReplicaSet
    name: {label}
spec:
  podSelector: {{matchLabels: {{app: web}}}}
  containers:
  - image: registry:5000/web
    ports:
    - containerPort: 80
      protocol: {protocol}
      name: {label}
{odd}
status:
  phase: {label}
  podIP: {address}
"""
LIST = """\
kind: List
apiVersion: v1
items:
- kind: {kind}
  apiVersion: v1
  metadata:
    name: {name}
    annotations:
      note: {label}
"""
POLICY = """\
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: {name}
spec:
  podSelector:
    matchLabels:
      app: {label}
  policyTypes:
  - {protocol}
  - Ingress
  ingress:
  - from:
    - ipBlock:
        cidr: {address}
    ports:
    - protocol: {protocol}
      port: {label}
"""
FLOW = """\
kind: {kind}
metadata: {{
  name: {name}, labels: {{
  app: {label}
  }} }}
"""
SAFE = ("web", "api", "Nope", "_80", "a:b", '"web"', '""', '"a b"', '"80"', '"a #b"', '"[{"', "10.0.0.7", "fd--1")
SAFE_IDS = ("3f2a0b1c-0123-4567-89ab-0123456789ab", "01234567-0123-4567-8901-012345678901")
OTHER_TYPES = ("yes", "y", "null", "~", "1.5", "80", "0x50", "0o17", "1e3", ".inf", "{}", "!!str web", "10.0.0", "a: b")
ODD_TEXTS = ("\0", '"', "'web'", "'it''s'", '"\\n"', "\t", "a::b", "a:", "web,", "web]", "web # name", "web ", '"web" ')
ODD_BREAKS = ("|", "- web", "\n  - web", "web\n      app: api", '"a\n      b"', "web\u2028", "&a web", "*a")
VALUES = st.one_of(st.sampled_from(SAFE), st.sampled_from((*SAFE, *SAFE_IDS, *OTHER_TYPES, *ODD_TEXTS, *ODD_BREAKS)))
ODD = st.sampled_from(
    ["", "", "", "  app: web", "app: web", "  web: |\n    app: web", "  more: web\n   again: web", "..."]
)
documents = st.builds(
    str.format,
    st.sampled_from([DOCUMENT, DOCUMENT, POLICY, POLICY, LIST, FLOW]),
    kind=st.sampled_from(["Pod", "NetworkPolicy", "Service", "Secret"]),
    name=st.sampled_from(["one", "two", '"three"', "no"]),
    label=VALUES,
    protocol=st.sampled_from(["TCP", "UDP", "ICMP"]),
    address=st.sampled_from(["10.0.0.7", "10.0.0.700", '"10.0.0.8"', "fd00--1"]),
    odd=ODD,
)


def everything(sources):
    reading = read(sources)
    warnings = reading.warnings if reading.faults else warnings_of(reading, sources)
    places = [(one.kind, one.place, one.value, getattr(one.value, "place", None), one.text) for one in reading.objects]
    return repr((places, reading.pods, reading.passed_over, reading.faults, warnings))


@given(st.lists(documents, min_size=1, max_size=4), st.sampled_from(["\n", "\n", "\r\n"]))
def test_together_they_mean_the_same_as_each_without_shared_trees(texts, line_break):
    sources = [Source("file.yaml", "---\n".join(texts * 3).replace("\n", line_break))]
    with pytest.MonkeyPatch.context() as patch:
        shared = everything(sources)
        patch.setattr(Forms, "tree", lambda *_: None)
        assert shared == everything(sources)


def tree_of(forms, text):
    return forms.tree(Chunk(Source("file.yaml", text), 0, text), 1, Findings())


def test_the_third_pod_of_a_form_needs_no_composing():
    forms = Forms()
    texts = [f"kind: Pod\nmetadata:\n  name: web-{number}\n" for number in "abc"]
    trees = [tree_of(forms, text) for text in texts]
    assert trees[0] is None
    assert trees[1] is trees[2] is not None
    assert trees[2].plain() == {"kind": "Pod", "metadata": {"name": "web-c"}}


def test_an_item_of_a_list_keeps_its_text_when_another_list_has_the_same_form():
    texts = [LIST.format(kind="Pod", name=name, label=f"note-{name}") for name in "abcd"]
    objects = read([Source("file.yaml", "---\n".join(texts))]).objects
    assert [f"note-{one.name}" in one.text for one in objects] == [True] * 4


@pytest.mark.parametrize(
    "again",
    [
        "a: &x b\nc: *x\n",
        "a: b\na: c\n",
        "k: v\na: b\n  c\n",
        "a: b\n...\nd: e\n",
        "a: b\n<<: {}\n",
        "a: {\n b: c\n}\n",
    ],
)
def test_what_may_not_be_shared_is_read_by_itself(again):
    forms = Forms()
    assert [tree_of(forms, again) for _ in range(3)] == [None, None, None]


def test_a_text_with_the_mark_in_it_is_not_taken_for_the_form():
    forms = Forms()
    assert tree_of(forms, "a: b\nc: d\n") is None
    assert tree_of(forms, "a: b\nc: d\n") is not None
    assert tree_of(forms, "a: b\nc: \0\n") is None


@given(st.lists(st.sampled_from(["a: b", "---", "--- a", "---a", "", "%YAML 1.1", "# c", "...", "  ---", "\u2028---"])))
def test_texts_are_divided_at_the_same_lines_whatever_their_line_breaks(lines):
    unix, dos = (list(chunks(Source("", end.join(lines)))) for end in ("\n", "\r\n"))
    assert [(one.first_line, one.text.replace("\r\n", "\n")) for one in dos] == [(c.first_line, c.text) for c in unix]
