"""Laws of edits in text: it means what was asked, and every line outside of what was edited stays to the letter."""

import copy
from dataclasses import replace

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from editor.engine.errors import NetpolError
from editor.manifests.compose import compose
from editor.manifests.located import Document, Findings, Located
from editor.manifests.patch import PolicyEdit, apply_edits
from editor.manifests.patch.paths import parse_path, path_text
from editor.manifests.plain import policy_manifest
from editor.manifests.sources import Chunk, Source
from tests.manifests.texts import codes, plain
from tests.manifests.writings import written
from tests.worlds import policies

AWKWARD = st.sampled_from(("web", "12345", "true", "1.10", "~", "", "1e3", "a: b", "x # y", "0x1F", "1:30", "über"))
LABELS = st.dictionaries(st.sampled_from(("app", "tier", "example.com/role", "on", "1")), AWKWARD, max_size=2)
VALUES = st.one_of(
    AWKWARD,
    st.integers(1, 65535),
    st.booleans(),
    st.none(),
    LABELS,
    LABELS.map(lambda labels: {"podSelector": {"matchLabels": labels}}),
    st.lists(LABELS.map(lambda labels: {"podSelector": {"matchLabels": labels}}), max_size=2),
    st.lists(st.lists(AWKWARD, max_size=2), max_size=2),
)


@st.composite
def manifests(draw):
    value = policy_manifest(draw(policies()))
    value["metadata"]["annotations"] = draw(LABELS)
    if draw(st.booleans()):
        value["metadata"]["lists"] = draw(st.lists(st.lists(AWKWARD, max_size=3), max_size=3))
    return value


def paths(value, path=()):
    """Every place of a value, mappings before what they hold."""
    yield path
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, held in inner:
        yield from paths(held, (*path, step))


def at(value, path):
    for step in path:
        value = value[step]
    return value


@st.composite
def edits(draw, value):
    """An edit, and what the value is after it."""
    after = copy.deepcopy(value)
    op = draw(st.sampled_from(("set", "set_new", "insert", "remove", "move", "rename")))
    every = [path for path in paths(value) if path]
    lists = [path for path in every if isinstance(at(value, path), list)]
    fields = [path for path in every if isinstance(path[-1], str)]
    new = draw(VALUES)
    if op == "set_new":
        homes = [path for path in paths(value) if isinstance(at(value, path), dict)]
        home = draw(st.sampled_from(homes))
        key = draw(st.sampled_from(("ports", "namespace", "a.b/c", "zzz", "policyTypes", "x y")))
        assume(key not in at(value, home))
        at(after, home)[key] = new
        return PolicyEdit(op="set", path=path_text((*home, key)), value=new, emptied="leave_empty"), after
    if op in ("insert", "move"):
        assume(lists)
        home = draw(st.sampled_from(lists))
        items = at(after, home)
        if op == "insert":
            index = draw(st.integers(0, len(items)))
            items.insert(index, new)
            return PolicyEdit(op=op, path=path_text((*home, index)), value=new, emptied="leave_empty"), after
        assume(items)
        place, to = draw(st.integers(0, len(items) - 1)), draw(st.integers(0, len(items) - 1))
        items.insert(to, items.pop(place))
        return PolicyEdit(op=op, path=path_text((*home, place)), to=to, emptied="leave_empty"), after
    path = draw(st.sampled_from(fields if op == "rename" else every))
    home = at(after, path[:-1])
    if op == "set":
        home[path[-1]] = new
        return PolicyEdit(op=op, path=path_text(path), value=new, emptied="leave_empty"), after
    if op == "remove":
        assume(path[:-1] or len(value) > 1)
        del home[path[-1]]
        return PolicyEdit(op=op, path=path_text(path), emptied="leave_empty"), after
    assume("renamed" not in home)
    home["renamed"] = home.pop(path[-1])
    return PolicyEdit(op=op, path=path_text(path), to="renamed", emptied="leave_empty"), after


@st.composite
def cases(draw):
    value = draw(manifests())
    return value, draw(written(value)), *draw(edits(value))


def lines(text):
    return text.replace("\r\n", "\n").split("\n")


def own_lines(text, edit):
    """The first and last line (from 0) that an edit may change: the outermost brackets around the place, or its field
    or item; with a sole one, what holds it, which is empty afterwards.
    """
    (root,) = compose(Chunk(Source("", text), 0, text))
    value = Located(Document(None, 1, 0, root, Findings()), root)
    way = [value]
    for step in parse_path(edit.path):
        inner = way[-1].fields if isinstance(step, str) else dict(enumerate(way[-1].items))
        if step not in inner:
            break
        way.append(inner[step])
    new = len(way) <= len(parse_path(edit.path))
    if edit.op in ("insert", "move") and not new:
        way.pop()
    sole = len(way) > 1 and len(way[-2].fields or way[-2].items) == 1
    if edit.op == "remove" and sole:
        way.pop()
    found = next((one for one in way if getattr(one.node, "flow_style", False)), way[-1])
    first = found.key_place.line
    if found.key is None and found is not value:  # an item's dash may stand above it
        first = found.place.line
    return first - 1, found.place.end_line - 1


@settings(max_examples=250, deadline=None)
@given(cases())
def test_the_text_means_what_was_asked_and_every_other_line_stays(case):
    value, text, edit, wanted = case
    assert plain(text) == value
    made = apply_edits(text, [edit])
    assert repr(plain(made)) == repr(plain_sorted(wanted, plain(made)))
    first, last = own_lines(text, edit)
    before, after = lines(text), lines(made)
    assert before[:first] == after[:first]
    rest = before[last + 1 :]
    assert not rest or after[-len(rest) :] == rest
    assert ("\r" in made) == ("\r" in text) or "\n" not in text


def plain_sorted(wanted, like):
    """``wanted`` with its keys in the order of ``like``; values that differ stay different."""
    if isinstance(wanted, dict) and isinstance(like, dict) and wanted.keys() == like.keys():
        return {key: plain_sorted(wanted[key], like[key]) for key in like}
    if isinstance(wanted, list) and isinstance(like, list) and len(wanted) == len(like):
        return [plain_sorted(one, other) for one, other in zip(wanted, like, strict=True)]
    return wanted


@settings(max_examples=80, deadline=None)
@given(cases())
def test_an_edit_never_loses_a_comment_outside_of_what_it_edits(case):
    _, text, edit, _ = case
    assume(edit.op in ("insert", "move", "rename") and "# " in text)
    made = apply_edits(text, [edit])
    assert made.count("#") >= text.count("#")


@settings(max_examples=80, deadline=None)
@given(cases())
def test_no_edit_opens_by_the_way_what_was_shut(case):
    _, text, edit, _ = case
    way = parse_path(edit.path)
    try:
        made = plain(apply_edits(text, [replace(edit, emptied="refuse")]))
    except NetpolError as error:
        if codes(error.faults) != ["would_mean_everything"]:
            raise
        return
    if len(way) > 4 and way[0] == "spec" and way[3] in ("from", "to"):
        assert at(made, way[:4])


@given(
    st.lists(st.one_of(st.text(st.characters(exclude_categories=["Cs"])), st.integers(0, 999)), min_size=1, max_size=6)
)
def test_a_path_written_and_read_is_the_same_path(steps):
    assert parse_path(path_text(tuple(steps))) == tuple(steps)
