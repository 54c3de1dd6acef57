"""Boards as wholes: made, listed, shown, taken away."""

from __future__ import annotations

from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone

from editor.board import commands, examples
from editor.board.changes import created
from editor.board.titles import board_title
from editor.engine.errors import Fault, NetpolError, Place
from editor.models import Board as BoardRow
from editor.models import Revision
from editor.services import (
    access,
    closed,
    deliveries,
    drafts,
    edits,
    evaluation,
    imports,
    ownership,
    readers,
    reverts,
    warnings,
)
from editor.services.access import NOBODY, Person, Role
from editor.services.lessons import written_on
from editor.services.verdicts import verdicts_of
from editor.wire.messages import Changed, EditMessage, History, Pong, Snapshot, Welcome
from editor.wire.people import Person as Present
from editor.wire.resources import BoardWhole, NewBoard, VerdictsNow

UNTITLED = "Untitled board"
# A browser that is further behind gets the whole board instead.
LONGEST_CATCH_UP = 500


def create(wanted: NewBoard, who: Person = NOBODY) -> BoardRow:
    """A new board of that person: empty, or filled by its first revision. Raises NetpolError with every reason."""
    sources = [one for one in (wanted.example, wanted.manifests, wanted.delivery) if one is not None]
    if len(sources) > 1:
        message = "A board starts from an example, from manifests or from a delivery: name one of them."
        raise NetpolError([Fault("bad_request", message, Place(path="example"), sources[0][:80])])
    example = _example(wanted.example) if wanted.example is not None else None
    title = wanted.name if wanted.name is not None else (example.title if example else UNTITLED)
    # Read as any import is: as much as a body may hold, and in a process of its own when it is long.
    arriving = None if wanted.manifests is None else readers.read_apart([_pasted(wanted.manifests)])
    with transaction.atomic():
        row = BoardRow.objects.create(pk=uuid4(), name=board_title(title), **ownership.taken_by(who))
        board = evaluation.state(row)
        if example is not None:
            planned = commands.Planned(created(board.board, example.records()), f"Started from “{example.title}”")
            edit = EditMessage(edit_id=str(uuid4()), command="start_from_example", params={"example": example.id})
            edits.append(row, board, edit, planned)
        elif arriving is not None:
            plan = imports.planned(row, board, arriving, wanted.choices)
            edits.append(row, board, imports.edit_of(wanted.choices), plan)
        elif wanted.delivery is not None:
            plan = imports.planned(row, board, deliveries.kept(wanted.delivery), wanted.choices, wanted.delivery)
            edits.append(row, board, imports.edit_of(wanted.choices), plan)
    return row


def _pasted(manifests: str) -> readers.Upload:
    return readers.upload("manifests", manifests.encode("utf-8", "surrogatepass"))


def _example(name: str) -> examples.Example:
    try:
        return examples.example(name)
    except KeyError:
        known = ", ".join(example.id for example in examples.list_examples())
        message = f"There is no example {name[:80]!r}. Examples: {known}."
        raise NetpolError([Fault("unknown_example", message, Place(path="example"), name[:80])]) from None


def archive(row: BoardRow, *, archived: bool) -> None:
    """Puts a board aside, out of its owner's list of boards in use, or takes it up again. It stays open as it was."""
    BoardRow.objects.filter(pk=row.pk).update(archived_at=timezone.now() if archived else None)


def whole(row: BoardRow) -> BoardWhole:
    """A board with everything on it."""
    board = evaluation.state(row)
    return BoardWhole(id=str(row.pk), name=board.board.name, revision=row.revision, snapshot=Snapshot.of(board))


def welcome(board_id: str | UUID, you: Present, people: int, actor: str = "", role: Role = "owner") -> Welcome:
    """The first message to a browser, whose person the log knows as ``actor``, and may do what ``role`` may.

    Raises NoSuchBoardError.
    """
    with transaction.atomic():
        row = access.open_board(board_id)
        board, texts, typed = evaluation.state(row), drafts.good_texts(row), drafts.states(row)
        steps = reverts.steps(row, actor)
    now = evaluation.evaluate(row, board, texts)
    asked = closed.predicting(row)
    judged = closed.NOTHING if asked else now.judged
    return Welcome(
        client_id=you.id,
        revision=row.revision,
        board=board.board,
        snapshot=Snapshot.of(board),
        verdicts=verdicts_of(judged),
        drafts=typed,
        isolation=judged.isolation,  # type: ignore[arg-type]
        policy_warnings=warnings.of_board(board),
        actor=actor,
        role=role,
        lesson=row.lesson or None,
        closed=asked,
        workshop=str(row.workshop_id) if row.workshop_id else None,
        own_lesson=written_on(row) if role == "owner" else None,
        undo=steps.undo,
        redo=steps.redo,
        you=you,
        people=people,
        evaluated_ms=now.milliseconds,
    )


def catch_up(board_id: str | UUID, revision: int | None) -> History | None:
    """What came after ``revision``; None when that is too far back, or not of this board. Raises NoSuchBoardError."""
    if revision is None:
        return None
    with transaction.atomic():
        row = access.open_board(board_id)
        if not row.revision - LONGEST_CATCH_UP <= revision <= row.revision:
            return None
        made = list(Revision.objects.filter(board=row, number__gt=revision, number__lte=row.revision))
        board, texts, typed = evaluation.state(row), drafts.good_texts(row), drafts.states(row)
    now = None if closed.predicting(row) else evaluation.evaluate(row, board, texts)
    changes: list[Changed] = [edits.changed_by(each, now if each is made[-1] else None) for each in made]
    return History(from_=revision, changes=tuple(changes), drafts=typed)


def standing(board_id: str | UUID) -> Pong:
    """Where a board stands. Raises NoSuchBoardError."""
    row = access.open_board(board_id)
    return Pong(revision=row.revision, drafts=drafts.versions(row))


def verdicts(row: BoardRow) -> VerdictsNow:
    """A verdict for every arrow of a board, drafts included. Raises NetpolError ``predicting``."""
    closed.refuse_verdicts(row)
    now = evaluation.evaluate(row, evaluation.state(row), drafts.good_texts(row))
    return VerdictsNow(
        revision=row.revision,
        verdicts=verdicts_of(now.judged),
        isolation=now.judged.isolation,  # type: ignore[arg-type]
        evaluated_ms=now.milliseconds,
    )
