"""How an edit becomes a revision."""

import threading
import uuid
from contextlib import nullcontext

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models.deletion import ProtectedError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from editor.board.changes import apply, from_json
from editor.board.records import Board, BoardRecord
from editor.engine.errors import NetpolError
from editor.models import Connection, Namespace, Pod, Policy, Revision
from editor.services import access, binned, boards, edits, evaluation
from editor.wire.messages import EditMessage
from editor.wire.resources import NewBoard
from tests.board.boards import edits as any_edit
from tests.services.making import board_from, state, submit

pytestmark = pytest.mark.django_db


def replayed(row):
    """The board that the log alone tells of."""
    board = Board(BoardRecord(id=str(row.pk), name=boards.UNTITLED))
    for revision in Revision.objects.filter(board=row):
        board = apply(board, from_json(revision.change))
    return board


def test_an_edit_is_one_revision_with_its_sentence():
    row = boards.create(NewBoard())
    outcome = submit(row, "add_namespace", name="prod", x=0, y=0)
    assert (outcome.changed.revision, outcome.changed.sentence, outcome.repeated) == (1, "Added namespace prod", False)
    assert Revision.objects.get(board=row).sentence == "Added namespace prod"


def test_a_repeat_answers_with_the_revision_it_made_and_does_nothing():
    row = boards.create(NewBoard())
    first = submit(row, "add_namespace", edit_id="once", x=0, y=0)
    submit(row, "add_namespace", x=0, y=0)
    again = submit(row, "add_namespace", edit_id="once", x=0, y=0)
    assert (again.repeated, again.changed.revision, again.changed.change) == (True, 1, first.changed.change)
    assert Namespace.objects.filter(board=row).count() == 2


def test_a_refused_edit_leaves_nothing_and_its_id_may_be_used_again():
    row = boards.create(NewBoard())
    with pytest.raises(NetpolError):
        submit(row, "add_namespace", edit_id="again", name="Not A Name", x=0, y=0)
    assert not Revision.objects.filter(board=row).exists()
    assert submit(row, "add_namespace", edit_id="again", name="fine", x=0, y=0).changed.revision == 1


def test_an_edit_based_on_an_older_revision_counts_as_long_as_it_still_plans():
    row = board_from("start")
    web = next(iter(state(row).pods))
    edit = EditMessage(
        edit_id="late", command="move", params={"items": [{"id": web, "x": 1, "y": 1}]}, client_id="", base_revision=0
    )
    assert edits.submit(row.pk, edit).changed.revision == 2


def test_an_id_of_another_board_is_refused_and_not_a_crash():
    theirs = next(iter(state(board_from("start")).pods))
    row = boards.create(NewBoard())
    space = submit(row, "add_namespace", x=0, y=0).changed.change.puts[0].record
    with pytest.raises(NetpolError) as caught:
        submit(row, "add_pod", id=theirs, namespace=space.id, x=0, y=0)
    assert caught.value.faults[0].code == "id_taken"
    assert not Pod.objects.filter(board=row).exists()


def test_only_verdicts_that_are_new_or_differ_are_told():
    row = board_from("start")
    text = "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: shut, namespace: dev}\nspec: {}\n"
    changed = submit(row, "add_policy", text=text).changed
    assert {verdict["destination"] for verdict in changed.verdicts} == {"dev/api", "dev/web"}
    moved = submit(row, "move", items=[{"id": next(iter(state(row).pods)), "x": 5, "y": 5}]).changed
    assert (moved.verdicts, moved.isolation, moved.evaluated_ms) == ((), {}, 0.0)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_the_rows_are_what_the_log_and_the_memory_say(data):
    row = boards.create(NewBoard())
    for _ in range(8):
        verb, params = data.draw(any_edit(state(row)))
        try:
            submit(row, verb, **params)
        except NetpolError:
            continue
        row.refresh_from_db()
        remembered = evaluation.state(row)
        assert state(row) == remembered == replayed(row)


def test_a_board_from_an_example_has_a_log_that_makes_it():
    row = board_from("case-4")
    assert replayed(row).records() != []
    assert {r.id for r in replayed(row).records()} == {r.id for r in state(row).records()}


def test_a_board_read_before_an_edit_is_brought_up_to_date_whole():
    row = boards.create(NewBoard())
    early = access.open_board(row.pk)
    submit(row, "add_host", name="one", x=0, y=0)
    evaluation.forget()
    assert len(boards.whole(early).snapshot.hosts) == 1
    assert boards.whole(early).revision == 1


def test_a_revision_is_never_written_twice():
    row = board_from("start")
    revision = Revision.objects.get(board=row)
    revision.sentence = "It never happened"
    with pytest.raises(TypeError, match="never changed"):
        revision.save()


def test_what_leaves_the_bin_for_good_takes_everything_with_it():
    row = board_from("case-4")
    binned.throw_away(row.pk)
    binned.burn(row)
    for model in (Namespace, Pod, Connection, Policy, Revision):
        assert not model.objects.filter(board=row.pk).exists()
    with pytest.raises(access.NoSuchBoardError):
        access.open_board(row.pk)


def first(model, row):
    return model.objects.filter(board=row).order_by("made").first()


def double(row):
    """Each way to break a rule of the database, behind the back of the commands."""
    space, pod, policy = (first(model, row) for model in (Namespace, Pod, Policy))
    arrow = Connection.objects.filter(board=row, source_host=None, destination_host=None).first()
    fresh = {"pk": uuid.uuid4(), "board": row, "made": 1}
    place = {"x": 0, "y": 0}
    ends = {"source_pod": arrow.source_pod, "destination_pod": arrow.destination_pod}
    return {
        "two namespaces of a name": lambda: Namespace.objects.create(
            **fresh, name=space.name, width=1, height=1, **place
        ),
        "two pods of a name": lambda: Pod.objects.create(**fresh, namespace=pod.namespace, name=pod.name, **place),
        "two policies of a name": lambda: Policy.objects.create(
            **fresh, namespace=policy.namespace, name=policy.name, text=""
        ),
        "an arrow twice": lambda: Connection.objects.create(**fresh, **ends, protocol=arrow.protocol, port=arrow.port),
        "an arrow without a source": lambda: Connection.objects.create(
            **fresh, destination_pod=arrow.destination_pod, protocol="TCP", port=1
        ),
        "port 0": lambda: Connection.objects.create(**fresh, **ends, protocol="TCP", port=0),
        "port 65536": lambda: Connection.objects.create(**fresh, **ends, protocol="TCP", port=65536),
        "ICMP": lambda: Connection.objects.create(**fresh, **ends, protocol="ICMP", port=9),
        "a revision twice": lambda: Revision.objects.create(
            board=row, number=1, edit_id="x", command="x", params={}, sentence="", change={}
        ),
    }


@pytest.mark.parametrize(
    "broken",
    [
        "two namespaces of a name",
        "two pods of a name",
        "two policies of a name",
        "an arrow twice",
        "an arrow without a source",
        "port 0",
        "port 65536",
        "ICMP",
        "a revision twice",
    ],
)
def test_the_database_itself_refuses(broken):
    row = board_from("case-4")
    with pytest.raises(IntegrityError), transaction.atomic():
        double(row)[broken]()


@pytest.mark.django_db(transaction=True)
def test_the_database_refuses_a_pod_that_loses_its_namespace():
    row = board_from("start")
    with pytest.raises((IntegrityError, ProtectedError)), transaction.atomic():
        first(Namespace, row).delete()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("together", [True, False], ids=["within one process", "as if from several"])
def test_edits_at_the_same_time_are_all_kept(together, monkeypatch):
    if not together:
        monkeypatch.setattr(edits, "turn", lambda _board: nullcontext())
    row = boards.create(NewBoard())
    problems = []

    def write(number):
        try:
            for index in range(5):
                submit(row, "add_host", name=f"host {number} {index}", x=0, y=0)
        except Exception as problem:  # noqa: BLE001 - told below, in the test's own thread
            problems.append(problem)
        finally:
            connection.close()

    threads = [threading.Thread(target=write, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []
    assert list(Revision.objects.filter(board=row).values_list("number", flat=True)) == list(range(1, 31))
    assert len(state(row).hosts) == 30
