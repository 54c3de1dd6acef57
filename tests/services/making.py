"""Boards in the database, and edits to them."""

import uuid

from editor.services import boards, edits, evaluation
from editor.wire.messages import EditMessage
from editor.wire.people import Person
from editor.wire.resources import NewBoard
from editor.wire.typed import DraftTyped, TypeText

ME = Person(id="me", client_id="me", name="Me", tint=1)


def board_from(example="case-1"):
    return boards.create(NewBoard(example=example))


def submit(row, command, edit_id=None, client_id="me", **params):
    edit = EditMessage(edit_id=edit_id or str(uuid.uuid4()), command=command, params=params, client_id=client_id)
    return edits.submit(row.pk, edit)


def type_into(policy_id, text, client_id="me"):
    return DraftTyped(policy=policy_id, text=text, client_id=client_id)


def keystroke(policy_id, series, version, changes, client_id="me", update_id=None):
    """A change to the text of a version, as an editor sends it."""
    update_id = update_id or str(uuid.uuid4())
    return TypeText(
        policy=policy_id,
        series=series,
        version=version,
        update_id=update_id,
        changes=tuple(changes),
        client_id=client_id,
    )


def state(row):
    """The board as its rows have it, nothing warm."""
    row.refresh_from_db()
    evaluation.forget()
    return evaluation.state(row)


def verdict(verdicts, source, destination, port):
    """The one verdict of an arrow, by the names of its ends."""
    (found,) = [v for v in verdicts if (v["source"], v["destination"], v["port"]) == (source, destination, port)]
    return found["allowed"]
