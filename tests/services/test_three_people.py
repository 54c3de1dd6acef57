"""Laws of the spine: three people at random edit, type, undo, redo and restore on one board.

At each step: the rows are what the log and the memory say; a browser that was there from the beginning and heard every
message has what one that comes now is told; undo touched nothing that others had done since.
"""

import uuid
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from editor.board.changes import from_json, replay
from editor.board.records import Board, BoardRecord
from editor.board.shapes import as_json
from editor.engine.errors import NetpolError
from editor.models import Revision
from editor.services import boards, drafts, edits, evaluation, reverts, travel
from editor.wire.messages import Changed, EditMessage, RedoMessage, RestoreMessage, UndoMessage
from editor.wire.resources import NewBoard
from editor.wire.typed import DraftMessage
from tests.board.boards import edits as any_edit
from tests.board.boards import policy
from tests.services.making import ME, state, type_into

pytestmark = pytest.mark.django_db
PEOPLE = ("ada", "ben", "cleo")
TEXTS = st.sampled_from([policy(), policy("n1", "n2"), policy(role="web"), "# begun\n" + policy(), "kind: [", "a: 1"])


class Listener:
    """A browser that was welcomed once and has only listened since."""

    def __init__(self, welcome):
        self.revision = welcome.revision
        records = [record for table in vars(welcome.snapshot).values() for record in table]
        self.board = Board.of(welcome.board, records)
        self.verdicts = {verdict["connection"]: verdict for verdict in welcome.verdicts}
        self.isolation = dict(welcome.isolation)
        self.drafts = {draft.policy: draft for draft in welcome.drafts}

    def hear(self, message):
        if isinstance(message, Changed):
            assert message.revision == self.revision + 1
            self.revision = message.revision
            self.board = replay(self.board, [from_json(as_json(message.change))])
            gone = {item.record.id for item in message.change.removes}
            for held in (self.verdicts, self.isolation, self.drafts):
                for key in gone & held.keys():
                    del held[key]
        if isinstance(message, DraftMessage):
            self.drafts.pop(message.draft.policy, None)
            if message.draft.text is not None:
                self.drafts[message.draft.policy] = message.draft
        if isinstance(message, (Changed, DraftMessage)):
            self.verdicts |= {verdict["connection"]: verdict for verdict in message.verdicts}
            self.isolation |= message.isolation

    def lose(self, message, row):
        """As ``hear``, on a line that loses messages: a gap is filled from the log."""
        if isinstance(message, Changed) and message.revision > self.revision + 1:
            self.catch_up(row, self.revision)
        elif not isinstance(message, Changed) or message.revision > self.revision:
            self.hear(message)

    def ask(self, row):
        """The sign of life that a browser asks for says whether something is missing."""
        pong = boards.standing(row.pk)
        known = {policy: draft.version for policy, draft in self.drafts.items()}
        if pong.revision > self.revision:
            self.catch_up(row, self.revision)
        elif known != pong.drafts:
            self.catch_up(row, None)

    def catch_up(self, row, revision):
        history = boards.catch_up(row.pk, revision)
        if history is None:
            self.__init__(boards.welcome(row.pk, ME, 1))
            return
        for each in history.changes:
            self.hear(each)
        self.drafts = {draft.policy: draft for draft in history.drafts}

    def told(self):
        return self.revision, self.board, self.verdicts, self.isolation, self.drafts


@pytest.fixture
def published(monkeypatch):
    """Every message to everybody, in its order."""
    heard = []
    for module in (edits, drafts):
        monkeypatch.setattr(module, "publish", lambda _board, message: heard.append(message))
    return heard


def replayed(row):
    log = (from_json(change) for change in Revision.objects.filter(board=row).values_list("change", flat=True))
    return replay(Board(BoardRecord(id=str(row.pk), name=boards.UNTITLED)), log)


def act(data, row, who):
    """One thing that a person does; refusals are part of life."""
    board = state(row)
    does = data.draw(st.sampled_from(["edit", "edit", "edit", "edit", "undo", "redo", "type", "drop", "restore"]))
    edit_id = str(uuid.uuid4())
    if does == "edit":
        verb, params = data.draw(any_edit(board))
        base = data.draw(st.sampled_from([None, 0, row.revision]))
        asked = EditMessage(edit_id=edit_id, command=verb, params=params, client_id=who, base_revision=base)
        return edits.submit(row.pk, asked, "", who)
    if does == "undo":
        return undo_touches_only_ones_own(row, who, edit_id)
    if does == "redo":
        return reverts.redo(row.pk, RedoMessage(edit_id=edit_id, client_id=who))
    if does == "restore":
        number = data.draw(st.integers(0, row.revision))
        return travel.restore(row.pk, RestoreMessage(edit_id=edit_id, revision=number, client_id=who))
    if board.policies:
        held = data.draw(st.sampled_from(list(board.policies)))
        typed = type_into(held, data.draw(TEXTS) if does == "type" else board.policies[held].text, who)
        return drafts.put_text(row.pk, typed)
    return None


def undo_touches_only_ones_own(row, who, edit_id):
    outcome = reverts.undo(row.pk, UndoMessage(edit_id=edit_id, client_id=who))
    taken = Revision.objects.get(board=row, number=outcome.changed.reverts)
    assert taken.actor == f"client:{who}"
    left = from_json(taken.change)
    mine = {(p.table, p.id, p.field): p.after for p in left.patches}
    made = {item.record.id: item.record for item in left.puts}
    for patch in outcome.changed.change.patches:
        assert mine[patch.table, patch.id, patch.field] == patch.before
    assert all(made[gone.record.id] == gone.record for gone in outcome.changed.change.removes)
    removed = [gone.record for gone in left.removes]
    assert all(come.record in removed for come in outcome.changed.change.puts)
    return outcome


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_rows_log_memory_and_what_a_listener_heard_agree(published, data):
    row = boards.create(NewBoard())
    listener = Listener(boards.welcome(row.pk, ME, 1))
    for _ in range(data.draw(st.integers(1, 14))):
        published.clear()
        try:
            act(data, row, data.draw(st.sampled_from(PEOPLE)))
        except NetpolError:
            assert published == []
        for message in published:
            listener.hear(message)
        row.refresh_from_db()
        warm = evaluation.state(row)
        assert state(row) == warm == replayed(row)
        fresh = Listener(boards.welcome(row.pk, ME, 2))
        assert listener.told() == fresh.told()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_whoever_misses_messages_notices_and_ends_with_what_is_there(published, data):
    row = boards.create(NewBoard())
    unlucky = Listener(boards.welcome(row.pk, ME, 1))
    for _ in range(data.draw(st.integers(1, 14))):
        published.clear()
        with suppress(NetpolError):
            act(data, row, data.draw(st.sampled_from(PEOPLE)))
        for message in published:
            if data.draw(st.booleans()):
                unlucky.lose(message, row)
        row.refresh_from_db()
    unlucky.ask(row)
    assert unlucky.told() == Listener(boards.welcome(row.pk, ME, 2)).told()
