"""Changes to one text by several people."""

import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.board.text_changes import TextChange, of_pieces, units
from editor.board.text_merge import between, merged
from editor.engine.errors import NetpolError

# Written by CodeMirror itself; the browser's own test reads the same file.
BY_CODEMIRROR = json.loads((Path(__file__).parent / "text-changes.json").read_text())
TEXTS = st.text(alphabet="ab\n😀é", max_size=12)


@st.composite
def changes(draw, text):
    """A change of that text in one or two places."""
    ends = sorted(draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=4).filter(lambda n: len(n) % 2 == 0)))
    places = [units(text[:end]) for end in ends]
    touched = [(start, end, draw(TEXTS)) for start, end in zip(places[::2], places[1::2], strict=True)]
    return of_pieces(touched, units(text))


@pytest.mark.parametrize("case", BY_CODEMIRROR, ids=range(len(BY_CODEMIRROR)))
def test_the_server_carries_changes_over_exactly_as_the_editor_does(case):
    one, other = TextChange.from_json(case["a"]), TextChange.from_json(case["b"])
    assert one.as_json() == case["a"]
    assert one.apply(case["text"]) == case["after_a"]
    assert one.over(other).as_json() == case["a_over_b"]
    assert other.over(one, before=True).as_json() == case["b_over_a_before"]
    assert one.over(other).apply(other.apply(case["text"])) == case["merged"]


@given(st.data(), TEXTS)
def test_both_orders_of_two_changes_lead_to_the_same_text(data, text):
    one, other = data.draw(changes(text)), data.draw(changes(text))
    first = one.over(other).apply(other.apply(text))
    assert first == other.over(one, before=True).apply(one.apply(text))


class Typist:
    """What a browser does: its own changes stay on top of what the server says."""

    def __init__(self, name, text):
        self.name, self.confirmed, self.version = name, text, 0
        self.open = []
        self.typed = 0
        self.sent = False

    @property
    def shown(self):
        text = self.confirmed
        for change in self.open:
            text = change.apply(text)
        return text

    def types(self, change):
        self.open.append(change)

    def hears(self, name, change):
        self.confirmed, self.version = change.apply(self.confirmed), self.version + 1
        if name == self.name:
            assert self.open.pop(0) == change
            self.sent = False
            return
        carried = []
        for own in self.open:
            carried.append(own.over(change))
            change = change.over(own, before=True)
        self.open = carried


class Server:
    """Orders what comes, each carried over what its author had not seen."""

    def __init__(self, text):
        self.text, self.log = text, []

    def takes(self, name, version, change):
        for _, later in self.log[version:]:
            change = change.over(later)
        self.text = change.apply(self.text)
        self.log.append((name, change))


def send(server, typist, on_the_way):
    if typist.open and not typist.sent:
        typist.sent = True
        on_the_way[typist.name] = (typist.version, typist.open[0])


def run(data, start, typists, step):
    """Typing, sending, arriving and hearing in any order; then everything that is left."""
    server, on_the_way = Server(start), {}
    for _ in range(data.draw(st.integers(1, 25))):
        typist = data.draw(st.sampled_from(typists))
        action = data.draw(st.sampled_from(["type", "type", "send", "arrive", "hear"]))
        if action == "type":
            typist.types(step(typist))
        elif action == "send":
            send(server, typist, on_the_way)
        elif action == "arrive" and typist.name in on_the_way:
            server.takes(typist.name, *on_the_way.pop(typist.name))
        elif typist.version < len(server.log):
            typist.hears(*server.log[typist.version])
    while any(t.open or t.version < len(server.log) for t in typists):
        for typist in typists:
            send(server, typist, on_the_way)
            if typist.name in on_the_way:
                server.takes(typist.name, *on_the_way.pop(typist.name))
            while typist.version < len(server.log):
                typist.hears(*server.log[typist.version])
    return server


@given(st.data(), TEXTS)
def test_three_who_type_and_delete_in_any_order_end_with_the_same_text(data, start):
    typists = [Typist(name, start) for name in ("ada", "ben", "eve")]
    server = run(data, start, typists, lambda typist: data.draw(changes(typist.shown)))
    assert {typist.shown for typist in typists} == {server.text}


@given(st.data(), TEXTS)
def test_every_character_that_three_people_type_is_there_in_the_end(data, start):
    marks = {"ada": "x", "ben": "y", "eve": "🙂"}
    typists = [Typist(name, start) for name in marks]

    def step(typist):
        text, typist.typed = typist.shown, typist.typed + 1
        at = units(text[: data.draw(st.integers(0, len(text)))])
        return of_pieces([(at, at, marks[typist.name])], units(text))

    server = run(data, start, typists, step)
    assert {typist.shown for typist in typists} == {server.text}
    typed = Counter({marks[typist.name]: typist.typed for typist in typists})
    assert Counter(server.text) == Counter(start) + typed


@given(TEXTS, TEXTS)
def test_the_difference_of_two_texts_leads_from_one_to_the_other(before, after):
    change = between(before, after)
    assert change.apply(before) == after
    assert TextChange.from_json(change.as_json()) == change


@given(TEXTS, TEXTS)
def test_merging_with_a_side_that_did_nothing_gives_the_other_side(base, other):
    assert merged(base, other, base) == other
    assert merged(base, base, other) == other
    assert merged(base, other, other) == other


def test_what_was_saved_meanwhile_is_merged_into_what_is_being_typed():
    base = "a: 1\nb: 2\nc: 3\n"
    assert merged(base, "a: 9\nb: 2\nc: 3\n", "a: 1\nb: 2\nc: 3\nd: 4\n") == "a: 9\nb: 2\nc: 3\nd: 4\n"


def test_a_saved_text_that_the_typing_went_on_from_is_not_there_twice():
    assert merged("a\n", "a\nbc\n", "a\nbcd\n") == "a\nbcd\n"


@pytest.mark.parametrize(
    "value",
    [["x"], [True], [-1], [[]], [[1, 2]], [[0, "a\nb"]], [[0, "\0"]], [[0, "\ud800"]], [None], [2**40], [1.0]],
)
def test_what_is_no_change_is_refused(value):
    with pytest.raises(NetpolError) as caught:
        TextChange.from_json(value)
    assert [fault.code for fault in caught.value.faults] == ["bad_changes"]


@pytest.mark.parametrize(("text", "value"), [("ab", [3]), ("😀", [1, [1]]), ("😀", [[1], 1])])
def test_a_change_of_another_text_or_through_a_character_is_refused(text, value):
    with pytest.raises(NetpolError) as caught:
        TextChange.from_json(value).apply(text)
    assert [fault.code for fault in caught.value.faults] == ["bad_changes"]
