"""A list read item by item means what it does when it is read as one."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.manifests import Source, read
from editor.manifests.forms import Forms
from editor.manifests.reading import Reading
from editor.manifests.validate import validate
from tests.manifests.test_forms import documents, everything

HEADS = ("kind: List\napiVersion: v1\nitems:\n", "apiVersion: v1\nitems:   \n", "---\nitems:\n", "a: 'b\nitems:\n")
TAILS = (
    "",
    "kind: List\n",
    "kind: PodList\nmetadata:\n  resourceVersion: ''\n",
    "# the end\nkind: List\n",
    "kind: List'\n",
)
BETWEEN = st.sampled_from(
    [
        *[""] * 30,
        "# a remark\n",
        "\n\n",
        "-\n",
        "- null\n",
        "- web\n",
        "- kind: 'a\n- kind: b'\n",
        "- kind: |\n    - kind: c\n   \n",
        "- kind: {a: [\n- kind: d\n  ]}\n",
        "- {kind: Pod}\n",
        "- kind: &anchor Pod\n",
        "- kind: *anchor\n",
        "- kind: Pod\n  <<: {metadata: {name: x}}\n",
        "-\tkind: Pod\n",
        "- kind: Pod\n\tmetadata: {}\n",
        "- kind: List\n  items:\n  - kind: Pod\n    apiVersion: v1\n    metadata: {name: inner}\n",
        "items: []\n",
        "...\n",
        "- kind: Pod\n  kind: Pod\n",
        "- kind: Pod\n apiVersion: v1\n",
        f"- kind: Pod\n  deep: {'[' * 198}{']' * 198}\n",
        f"- kind: Pod\n  deep: {'[' * 197}{']' * 197}\n",
        "- kind: Secret\n  note: '\n    - kind: Pod'\n",
    ]
)


def as_item(text, indent):
    lines = text.splitlines(keepends=True)
    return "".join(f"{indent}{'- ' if at == 0 else '  '}{line}" for at, line in enumerate(lines))


@st.composite
def lists(draw):
    indent = draw(st.sampled_from(["", "", "  "]))
    parts = draw(st.lists(st.tuples(documents, BETWEEN), min_size=1, max_size=3))
    items = "".join(
        as_item(text, indent) + "".join(f"{indent}{line}" for line in more.splitlines(True)) for text, more in parts
    )
    head = draw(st.sampled_from((*HEADS[:3] * 4, *HEADS)))
    return head + items + items + draw(st.sampled_from((*TAILS[1:4] * 4, *TAILS)))


VALUES = st.one_of(
    st.sampled_from(["web", "a b", "", "80", "[{", "*a", "a: b", "]", "}", "it's", '"', "\\", "\n", "é", "\U0001f600"]),
    st.integers(0, 3),
    st.booleans(),
    st.none(),
)
OBJECTS = st.fixed_dictionaries(
    {
        "apiVersion": st.sampled_from(["v1", "networking.k8s.io/v1"]),
        "kind": st.sampled_from(["Pod", "NetworkPolicy", "Service"]),
        "metadata": st.fixed_dictionaries(
            {"name": st.sampled_from(["one", "two", "three"])},
            optional={"labels": st.dictionaries(st.sampled_from(["app", "role"]), VALUES), "items": st.just([{}])},
        ),
    },
    optional={
        "spec": st.fixed_dictionaries({}, optional={"podSelector": st.just({}), "egress": st.just([{}]), "x": VALUES})
    },
)


@st.composite
def json_lists(draw):
    listed = {
        "apiVersion": "v1",
        "items": draw(st.lists(OBJECTS, max_size=6)),
        "kind": draw(st.sampled_from(["List", "PodList", "X"])),
    }
    text = json.dumps(listed, indent=draw(st.sampled_from([2, 4])), ensure_ascii=draw(st.booleans()))
    odd = [
        ("", ""),
        ("", ""),
        ("        },\n", "        }\n"),
        ("},\n", "},\n\n"),
        ("web", 'we\n        }"'),
        ('"v1"', "&a v1"),
    ]
    return text.replace(*draw(st.sampled_from(odd)), draw(st.integers(-1, 1)))


def is_as_one(text):
    sources = [Source("file.yaml", text)]
    with pytest.MonkeyPatch.context() as patch:
        quick = everything(sources)
        patch.setattr("editor.manifests.load.parted", lambda *_: None)
        patch.setattr(Forms, "tree", lambda *_: None)
        return quick == everything(sources)


@given(lists(), st.sampled_from(["\n", "\n", "\n", "\r\n"]))
@settings(max_examples=200)
def test_a_list_read_item_by_item_means_the_same_as_read_whole(text, line_break):
    assert is_as_one(text.replace("\n", line_break))


@given(json_lists())
@settings(max_examples=200)
def test_a_list_in_json_read_item_by_item_means_the_same_as_read_whole(text):
    assert is_as_one(text)


def is_judged_as_one(text):
    with pytest.MonkeyPatch.context() as patch:
        quick = validate([Source("file.yaml", text)])
        patch.setattr("editor.manifests.validate.parted", lambda *_: None)
        return quick == validate([Source("file.yaml", text)])


@given(st.one_of(lists(), json_lists()))
@settings(max_examples=200)
def test_a_list_judged_item_by_item_is_judged_as_the_whole_is(text):
    assert is_judged_as_one(text)


def test_a_broken_pod_in_a_list_is_told_though_no_policy_is_near():
    items = ["kind: NetworkPolicy\n  apiVersion: networking.k8s.io/v1\n  metadata: {name: a}", "kind: [\n  a: b"]
    text = "kind: List\napiVersion: v1\nitems:\n" + "".join(f"- {one}\n" for one in items)
    (judged,) = validate([Source("file.yaml", text)])
    assert [one.type for one in judged.errors] == ["BadRequest"]


@pytest.mark.parametrize(
    "text", ["kind: List\nitems:\n" + "- a: b\n" * 9, "---\na: [\n" * 9, "kind: List\nitems: [{}, {}, {}, {}, {}, {}]"]
)
def test_reading_ends_where_more_is_wrong_than_anybody_reads(text, monkeypatch):
    monkeypatch.setattr("editor.manifests.load.MOST_FAULTS", 5)
    faults = read([Source("file.yaml", text), Source("more.yaml", text)]).faults
    assert [one.code for one in faults].count("too_many_faults") == 1
    assert len(faults) == 6


def pods(count, text):
    reading: Reading = read([Source("file.yaml", text)])
    assert (len(reading.pods), reading.faults) == (count, [])
    return reading


POD = {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "", "labels": {"app": "web"}}}


def listed(count):
    pods = [{**POD, "metadata": {**POD["metadata"], "name": f"web-{n}"}} for n in range(count)]
    return {"apiVersion": "v1", "items": pods, "kind": "List", "metadata": {"resourceVersion": ""}}


@pytest.mark.parametrize("indent", [2, 4])
def test_the_pods_of_a_list_in_json_are_composed_once(indent, monkeypatch):
    composed = count_composed(monkeypatch)
    reading = pods(50, json.dumps(listed(50), indent=indent))
    assert len(composed) < 5
    assert [reading.objects[at].place.line for at in (0, 1)] == [4, 14]
    assert '"name"' not in reading.objects[7].text
    assert "name: web-7" in reading.objects[7].text


@pytest.mark.parametrize("indent", ["", "  "])
def test_the_pods_of_a_list_in_yaml_are_composed_once(indent, monkeypatch):
    composed = count_composed(monkeypatch)
    item = f"{indent}- apiVersion: v1\n{indent}  kind: Pod\n{indent}  metadata:\n{indent}    name: "
    reading = pods(50, "apiVersion: v1\nitems:\n" + "".join(f"{item}web-{n}\n" for n in range(50)) + "kind: List\n")
    assert len(composed) < 5
    assert [(one.place.line, one.place.column) for one in reading.objects[:2]] == [
        (3, len(indent) + 3),
        (7, len(indent) + 3),
    ]


def count_composed(monkeypatch):
    """Fills up with the texts that are composed."""
    from editor.manifests import compose as composing

    composed = []
    once = composing._roots
    monkeypatch.setattr(composing, "_roots", lambda text: composed.append(text) or once(text))
    return composed
