"""The spine: an edit becomes a revision, or is refused with every reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db import IntegrityError, transaction

from editor.board import bounds, commands
from editor.board.changes import Change, apply, from_json
from editor.board.project import Judged, means_something
from editor.board.records import Board
from editor.board.shapes import as_json
from editor.engine.errors import Fault, NetpolError, Place
from editor.models import Board as BoardRow
from editor.models import Idle, Revision
from editor.services import access, closed, drafts, evaluation, goals, locks, rebases, rows, warnings
from editor.services.turns import turn
from editor.services.verdicts import verdicts_of
from editor.wire.messages import Changed, EditMessage, RedoMessage, RestoreMessage, UndoMessage
from editor.wire.publishing import publish
from editor.wire.typed import SaveText, TextUpdate

# Commands by which a learner tries something.
WRITING = frozenset(("add_policy", "edit_policies", "edit_policy", "edit_policy_fields", "import_manifests"))
AnyEdit = EditMessage | UndoMessage | RedoMessage | RestoreMessage | SaveText


@dataclass(frozen=True)
class Outcome:
    """The revision that an edit made, now or (``repeated``) the first time it was asked for.

    ``idle``: the board was that way already, and there is no revision; ``changed`` has the current one's number.
    """

    changed: Changed
    repeated: bool
    idle: bool = False


@dataclass(frozen=True)
class _Step:
    """A board before and after an edit, with the good texts of its drafts then and now."""

    row: BoardRow
    made: Revision
    change: Change
    before: Board
    after: Board
    texts_before: dict[str, str]
    texts_after: dict[str, str]
    touched_drafts: dict[str, TextUpdate | None]


def submit(board_id: str | UUID, edit: EditMessage, actor: str = "", author: str = "") -> Outcome:
    """Lets the command plan its change, appends it as the next revision, and tells everybody.

    ``base_revision`` may be old: see ``rebases``. Whose edit it is (``actor``) is its client's own when no person is
    known; ``author`` is the name they go by. Raises as ``carry_out``.
    """

    def plan(row: BoardRow, board: Board) -> commands.Planned:
        rebases.refuse_the_future(row, edit.base_revision)
        planned = commands.plan(board, edit.command, edit.params)
        rebases.refuse_to_overwrite(row, board, edit, planned.change, actor)
        return planned

    return carry_out(board_id, edit, actor, plan, author)


def carry_out(
    board_id: str | UUID,
    edit: AnyEdit,
    actor: str,
    plan: Callable[[BoardRow, Board], commands.Planned],
    author: str = "",
    *,
    unlocked: bool = False,
) -> Outcome:
    """Appends what ``plan`` makes of the board as it stands, in one transaction, and tells everybody.

    A repeat of ``edit_id`` answers with the revision it already made. An edit that changes nothing makes none.
    ``unlocked``: what the board's lesson forbids is done all the same. Raises NoSuchBoardError, or NetpolError with
    every reason for refusing.
    """
    if not edit.edit_id:
        message = "An edit needs an edit_id of its own; a UUID will do."
        raise NetpolError([Fault("bad_edit_id", message, Place(path="edit_id"), edit.edit_id)])
    with turn(board_id):
        with transaction.atomic():
            row = access.lock_board(board_id)
            made = Revision.objects.filter(board=row, edit_id=edit.edit_id).first()
            if made is not None:
                return Outcome(_again(row, made), repeated=True)
            who = actor or access.actor_named(edit.client_id)
            if Idle.objects.filter(board=row, edit_id=edit.edit_id).exists():
                return Outcome(_nothing(row, edit, who, author), repeated=True, idle=True)
            before = evaluation.state(row)
            planned = plan(row, before)
            bounds.refuse_too_much(before, planned.change)
            if not unlocked:
                closed.refuse_command(row, _command(edit))
                locks.refuse(row, before, planned.change)
            if not planned.change:
                Idle.objects.create(board=row, edit_id=edit.edit_id, revision=row.revision)
                return Outcome(_nothing(row, edit, who, author), repeated=False, idle=True)
            step = append(row, before, edit, planned, who, author)
        return Outcome(_tell(step), repeated=False)


def append(
    row: BoardRow, before: Board, edit: AnyEdit, planned: commands.Planned, actor: str = "", author: str = ""
) -> _Step:
    """Writes one revision: the log, the rows, and the drafts that it touches. Within the caller's transaction.

    Without an ``actor`` it is nobody's to undo.
    """
    change = planned.change
    after = apply(before, change)
    number = row.revision + 1
    texts_before = drafts.good_texts(row)
    try:
        with transaction.atomic():
            rows.write(row, change, after, number)
            touched = drafts.follow(row, change, before, after, edit.client_id)
    except IntegrityError as error:
        # The commands hold every rule of the database; what is left is an id that another board has.
        message = "This cannot be kept: an id in it is in use elsewhere. Make a new id and try again."
        raise NetpolError([Fault("id_taken", message, Place(path="params.id"))]) from error
    made = Revision.objects.create(
        board=row,
        number=number,
        edit_id=edit.edit_id,
        client_id=edit.client_id,
        command=_command(edit),
        params=as_json(edit.params) if isinstance(edit, EditMessage) else {},
        sentence=planned.sentence,
        change=as_json(change),
        actor=actor,
        author=author,
        reverts=planned.reverts,
    )
    row.revision = number
    row.save(update_fields=["name", "revision", "updated_at"])
    texts_after = drafts.good_texts(row) if touched or drafts.removed(change) else texts_before
    return _Step(row, made, change, before, after, texts_before, texts_after, touched)


def hand_over(boards: Iterable[UUID], before: str, actor: str) -> None:
    """Whoever is ``actor`` now did what ``before`` did on these boards: it stays theirs to undo."""
    Revision.objects.filter(board__in=list(boards), actor=before).update(actor=actor)


def _command(edit: AnyEdit) -> str:
    """What the log calls it: a text that was typed and saved is an edit like any other."""
    if isinstance(edit, SaveText):
        return "edit_policy"
    return edit.command if isinstance(edit, EditMessage) else edit.type


def _tell(step: _Step) -> Changed:
    """What an edit did, to everybody. After the commit."""
    row = step.row
    evaluation.keep_state(row, step.after)
    former = BoardRow(pk=row.pk, revision=row.revision - 1)
    was = evaluation.evaluate(former, step.before, step.texts_before).judged
    if not means_something(step.change) and step.texts_before == step.texts_after:
        evaluation.carry_over(row, step.texts_after, was)
    now = evaluation.evaluate(row, step.after, step.texts_after, was)
    news = closed.told(row, now.judged.beyond(was))
    changed = _message(step.made, step.change, news, now.milliseconds)
    publish(row.pk, changed)
    for policy_id, update in step.touched_drafts.items():
        publish(row.pk, drafts.message_after(row, policy_id, step.made.client_id, update))
    goals.follow(row, step.after, step.texts_after, tried=_tries(step))
    return changed


def _tries(step: _Step) -> bool:
    """Whether an edit says something new in a policy; what is taken back or restored was said before."""
    tables = {put.table for put in step.change.puts} | {patch.table for patch in step.change.patches}
    return step.made.command in WRITING and "policies" in tables


def _again(row: BoardRow, made: Revision) -> Changed:
    """The message of a revision made before, with the verdicts of now."""
    now = evaluation.evaluate(row, evaluation.state(row), drafts.good_texts(row))
    return changed_by(made, None if closed.predicting(row) else now)


def _nothing(row: BoardRow, edit: AnyEdit, actor: str, author: str) -> Changed:
    """The answer to an edit that changed nothing, for its author alone: where the board stands."""
    return Changed(
        revision=row.revision,
        edit_id=edit.edit_id,
        client_id=edit.client_id,
        actor=actor,
        author=author,
        reverts=None,
        command=_command(edit),
        sentence="Nothing changed: the board was that way already",
        change=Change(),
        verdicts=(),
        isolation={},
        policy_warnings={},
        evaluated_ms=0.0,
    )


def changed_by(made: Revision, now: evaluation.Evaluated | None) -> Changed:
    """A revision of the log as a message; with ``now``, every verdict that holds now."""
    change = from_json(made.change)
    return _message(made, change, now.judged, now.milliseconds) if now else _message(made, change, None, 0.0)


def _message(made: Revision, change: Change, judged: Judged | None, milliseconds: float) -> Changed:
    """A revision, with the verdicts that it is to bring."""
    return Changed(
        revision=made.number,
        edit_id=made.edit_id,
        client_id=made.client_id,
        actor=made.actor,
        author=made.author,
        reverts=made.reverts,
        command=made.command,
        sentence=made.sentence,
        change=change,
        verdicts=verdicts_of(judged) if judged else (),
        isolation=judged.isolation if judged else {},  # type: ignore[arg-type]
        policy_warnings=warnings.of_change(change),
        evaluated_ms=milliseconds,
    )
