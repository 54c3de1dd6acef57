"""Laws of undo and redo, on boards made by any commands in any order, of one person and of three."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.board.changes import apply
from editor.board.records import SHAPES
from editor.board.shapes import as_json
from editor.board.steps import Logged, Steps, steps_of
from editor.board.undo import left_of
from tests.board.boards import done, edits, empty_board, only, planned, policy, small_board

PEOPLE = ("ada", "ben", "cleo")


class Log:
    """A board with its log, as the server keeps it: who did what, and what it took back."""

    def __init__(self, board=None):
        self.board = board or empty_board()
        self.start = self.board
        self.rows = []

    def append(self, who, change, reverts=None):
        self.rows.append((who, change, reverts))
        self.board = apply(self.board, change)

    def edit(self, who, verb, /, **params):
        change = planned(self.board, verb, params)
        assert change, f"{verb} was refused or does nothing"
        self.append(who, change)

    def steps(self, who):
        mine = [
            Logged(revision=number, sentence="", reverts=reverts)
            for number, (author, change, reverts) in enumerate(self.rows)
            if author == who and change
        ]
        return steps_of(mine)

    def left(self, who, number):
        since = (change for author, change, _ in self.rows[number + 1 :] if author != who)
        return left_of(self.rows[number][1], self.board, since)

    def revert(self, who, steps):
        """Takes back the newest step of which anything is left; answers its change, or None."""
        for step in reversed(steps):
            change = self.left(who, step.revision)
            if change:
                self.append(who, change, step.revision)
                return change
        return None

    def undo(self, who):
        return self.revert(who, self.steps(who).undo)

    def redo(self, who):
        return self.revert(who, self.steps(who).redo)


def fields(board):
    """Every field of every record, by table, id and name."""
    return {
        (table, record.id, name): value
        for table in SHAPES
        for record in board.table(table).values()
        for name, value in as_json(record).items()
    }


def sound(board):
    """References and unique names, as the database has them."""
    ends = set(board.pods) | set(board.hosts)
    assert all(pod.namespace in board.namespaces for pod in board.pods.values())
    assert all({arrow.source, arrow.destination} <= ends for arrow in board.connections.values())
    for names in (
        [space.name for space in board.namespaces.values()],
        [(pod.namespace, pod.name) for pod in board.pods.values()],
        [host.name for host in board.hosts.values()],
        [(held.namespace, held.name) for held in board.policies.values()],
        [(a.source, a.destination, a.protocol, a.port) for a in board.connections.values()],
    ):
        assert len(names) == len(set(names))


def any_edit(data, log, who):
    change = planned(log.board, *data.draw(edits(log.board)))
    if change:
        log.append(who, change)
    return change


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_of_one_person_alone_undo_and_redo_walk_the_former_boards(data):
    log = Log()
    past, future = [], []
    for _ in range(data.draw(st.integers(1, 16))):
        before = log.board
        does = data.draw(st.sampled_from(["edit", "edit", "undo", "redo"]))
        if does == "edit":
            if any_edit(data, log, "ada"):
                past, future = [*past, before], []
        elif does == "undo":
            assert (log.undo("ada") is not None) == bool(past)
            if past:
                future.append(before)
                assert log.board == past.pop()
        else:
            assert (log.redo("ada") is not None) == bool(future)
            if future:
                past.append(before)
                assert log.board == future.pop()


@settings(max_examples=120, deadline=None)
@given(st.data())
def test_undo_touches_nothing_that_others_did_since(data):
    log = Log()
    for _ in range(data.draw(st.integers(2, 18))):
        who = data.draw(st.sampled_from(PEOPLE))
        does = data.draw(st.sampled_from(["edit", "edit", "edit", "undo", "redo"]))
        if does == "edit":
            any_edit(data, log, who)
            continue
        before, rows = fields(log.board), len(log.rows)
        if getattr(log, does)(who) is None:
            continue
        reverted = log.rows[-1][2]
        assert len(log.rows) == rows + 1
        after = fields(log.board)
        touched = {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
        target = log.rows[reverted][1]
        left = {(p.table, p.id, p.field): p.after for p in target.patches}
        left |= {(c.table, c.record.id, f): v for c in target.puts for f, v in as_json(c.record).items()}
        # Whatever it touched held what the edit had left there, or came back to where nothing is.
        assert all(before.get(key) == left.get(key) for key in touched)
        sound(log.board)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_with_three_people_the_log_alone_tells_the_board(data):
    log = Log()
    for _ in range(data.draw(st.integers(1, 18))):
        who = data.draw(st.sampled_from(PEOPLE))
        does = data.draw(st.sampled_from(["edit", "edit", "undo", "redo"]))
        if does == "edit":
            any_edit(data, log, who)
        else:
            getattr(log, does)(who)
    replayed = log.start
    for _, change, _ in log.rows:
        replayed = apply(replayed, change)
    assert replayed == log.board
    sound(replayed)


def test_a_deleted_namespace_comes_back_with_everything_in_it():
    log = Log(small_board())
    log.edit("ada", "delete", ids=[only(log.board.namespaces).id])
    assert log.board.records() == []
    log.undo("ada")
    assert log.board == log.start
    log.redo("ada")
    assert log.board.records() == []


def test_only_the_newest_edit_of_ones_own_is_undone():
    log = Log(small_board())
    web, db = log.board.pods
    log.edit("ada", "move", items=[{"id": web, "x": 50, "y": 50}])
    log.edit("ben", "move", items=[{"id": db, "x": 90, "y": 90}])
    log.undo("ada")
    assert (log.board.pods[web].x, log.board.pods[db].x) == (10, 90)
    assert log.undo("ada") is None


def test_a_pod_that_somebody_moved_since_stays_where_it_is_and_the_rest_comes_back():
    log = Log(small_board())
    web, db = log.board.pods
    log.edit("ada", "move", items=[{"id": web, "x": 50, "y": 50}, {"id": db, "x": 60, "y": 60}])
    log.edit("ben", "move", items=[{"id": db, "x": 60, "y": 90}])
    log.undo("ada")
    assert (log.board.pods[web].x, log.board.pods[web].y) == (10, 10)
    assert (log.board.pods[db].x, log.board.pods[db].y) == (60, 90)


def test_what_others_overwrote_whole_is_passed_over_for_the_edit_before_it():
    log = Log(small_board())
    web, db = log.board.pods
    log.edit("ada", "move", items=[{"id": db, "x": 0, "y": 0}])
    log.edit("ada", "move", items=[{"id": web, "x": 50, "y": 50}])
    log.edit("ben", "move", items=[{"id": web, "x": 70, "y": 70}])
    assert log.undo("ada")
    assert (log.board.pods[web].x, log.board.pods[db].x) == (70, 210)
    assert log.undo("ada") is None
    assert log.redo("ada")
    assert (log.board.pods[web].x, log.board.pods[db].x) == (70, 0)


@pytest.mark.parametrize("since", ["pod", "policy"])
def test_a_namespace_stays_when_somebody_put_something_into_it(since):
    log = Log()
    log.edit("ada", "add_namespace", name="shop", x=0, y=0)
    shop = only(log.board.namespaces).id
    if since == "pod":
        log.edit("ben", "add_pod", namespace=shop, name="cart", x=0, y=0)
    else:
        log.edit("ben", "add_policy", text=policy("guard", "shop"))
    kept = log.board
    assert log.undo("ada") is None
    assert log.board == kept


def test_a_namespace_that_found_its_policies_there_goes_and_leaves_them():
    log = Log()
    log.edit("ben", "add_policy", text=policy("guard", "shop"))
    log.edit("ada", "add_namespace", name="shop", x=0, y=0)
    log.undo("ada")
    assert (log.board.namespaces, only(log.board.policies).namespace) == ({}, "shop")


def test_a_rename_is_undone_with_its_policies_or_not_at_all():
    log = Log(small_board())
    prod, guard = only(log.board.namespaces), only(log.board.policies)
    log.edit("ada", "edit_namespace", id=prod.id, name="live")
    renamed = log.board
    log.undo("ada")
    assert log.board == log.start
    log.redo("ada")
    assert log.board == renamed
    log.edit("ben", "edit_policy", id=guard.id, text=f"# mine\n{only(log.board.policies).text}")
    assert log.undo("ada") is None


def test_a_pod_whose_name_somebody_took_does_not_come_back_but_its_neighbour_does():
    log = Log(small_board())
    web, db = log.board.pods
    log.edit("ada", "delete", ids=[web, db])
    log.edit("ben", "add_pod", namespace=only(log.board.namespaces).id, name="db", x=0, y=0)
    log.undo("ada")
    assert web in log.board.pods
    assert db not in log.board.pods
    assert log.board.connections == {}


def test_a_policy_does_not_come_back_into_another_namespace_of_the_same_name():
    log = Log(small_board())
    log.edit("ada", "delete", ids=[only(log.board.namespaces).id])
    log.edit("ben", "add_namespace", name="prod", x=0, y=0)
    assert log.undo("ada") is None
    assert log.board.policies == {}


def test_an_edit_after_an_undo_ends_what_could_be_redone():
    log = Log(small_board())
    web, _ = log.board.pods
    log.edit("ada", "move", items=[{"id": web, "x": 50, "y": 50}])
    log.undo("ada")
    log.edit("ada", "rename_board", name="Another")
    assert log.redo("ada") is None
    assert len(log.steps("ada").undo) == 1


def test_the_sentence_of_a_step_is_that_of_the_edit_however_often_it_was_reverted():
    told = steps_of(
        [
            Logged(revision=4, sentence="Moved web"),
            Logged(revision=5, sentence="Undid “Moved web”", reverts=4),
            Logged(revision=6, sentence="Redid “Moved web”", reverts=5),
        ]
    )
    assert [(step.revision, step.sentence) for step in told.undo] == [(6, "Moved web")]
    assert told.redo == ()


def test_a_revert_of_what_is_no_longer_known_says_nothing():
    assert steps_of([Logged(revision=9, sentence="Undid “x”", reverts=2)]) == Steps()


def test_nothing_is_left_of_a_change_that_is_undone_already():
    board = small_board()
    change = planned(board, "add_host", {"name": "one", "x": 0, "y": 0})
    later = done(apply(board, change), "edit_host", id=change.puts[0].record.id, name="two")
    assert not left_of(change, later)
    assert not left_of(change, board)
