"""What a learner does: begins a lesson, asks for a hint, predicts, goes to another step, begins anew."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from django.db import IntegrityError, transaction
from django.utils import timezone

from editor.board import commands
from editor.board.changes import created
from editor.board.records import Board
from editor.board.titles import board_title
from editor.engine.errors import Fault, NetpolError, Place
from editor.lessons.anew import restarted
from editor.lessons.lesson import Lesson
from editor.lessons.starting import starting_records
from editor.models import Board as BoardRow
from editor.models import Progress
from editor.services import access, closed, drafts, edits, evaluation, goals, own_lessons, ownership, progress
from editor.services.access import Person
from editor.services.lessons import NoLessonError, lesson_of
from editor.services.verdicts import verdicts_of
from editor.services.workshops import gates, telling
from editor.wire.lessons import Predict
from editor.wire.messages import EditMessage, Verdicts
from editor.wire.publishing import publish
from editor.wire.typed import DropDraft


def begin(name: str, who: Person) -> BoardRow:
    """The person's own board of a lesson: the one that they have, or a new one as the lesson begins.

    A lesson that somebody wrote is theirs alone to begin.

    Raises NoSuchLessonError, or NetpolError ``too_many_boards``.
    """
    lesson = own_lessons.to_begin(name, who)
    found = _board_of(name, who)
    if found is not None:
        return found
    try:
        with transaction.atomic():
            return _begun(lesson, who)
    except IntegrityError:  # another window of this person was quicker
        found = _board_of(name, who)
        if found is None:
            raise
        return found


def _board_of(name: str, who: Person) -> BoardRow | None:
    held = progress.of_person(who).get(name)
    return held.board if held is not None and held.board is not None and held.board.deleted_at is None else None


def _begun(lesson: Lesson, who: Person) -> BoardRow:
    held = progress.of_person(who).get(lesson.id) or Progress(lesson=lesson.id, **who.columns())
    return furnish(lesson, held, ownership.taken_by(who))


def furnish(lesson: Lesson, held: Progress, whose: Mapping[str, Any]) -> BoardRow:
    """A new board as the lesson begins, and the way through it at its first step. Within the caller's transaction.

    ``whose``: the columns that say whose board it is.
    """
    row = BoardRow.objects.create(pk=uuid4(), name=board_title(lesson.title), lesson=lesson.id, **whose)
    board = evaluation.state(row)
    edit = EditMessage(edit_id=str(uuid4()), command="start_lesson", params={"lesson": lesson.id})
    edits.append(
        row, board, edit, commands.Planned(created(board.board, starting_records(lesson)), f"Began “{lesson.title}”")
    )
    _from_the_start(held)
    held.board = row
    held.save()
    return row


def _from_the_start(held: Progress) -> None:
    """The tick of a lesson that was done once stays."""
    held.step, held.tries, held.hints, held.solution_shown = 0, 0, 0, False
    held.predictions, held.goals, held.problem, held.words = {}, {}, "", ""
    held.begun_at = held.step_at = timezone.now()


def of_board(row: BoardRow) -> tuple[Lesson, Progress]:
    """The lesson of a board, and how far its person came. Raises NoLessonError."""
    lesson, held = lesson_of(row), progress.of_board(row)
    if lesson is None or held is None:
        raise NoLessonError(str(row.pk))
    # A later version of the lesson may be shorter.
    held.step = min(held.step, len(lesson.steps) - 1)
    return lesson, held


def ask(row: BoardRow, *, solution: bool) -> None:
    """Shows the next hint, or the solution when no hint is left. Raises NoLessonError, or NetpolError."""
    lesson, held = of_board(row)
    shown = goals.hints_shown(lesson, held)
    if solution:
        gates.refuse_solution(held)
        if shown < len(lesson.hints):
            raise NetpolError([Fault("hints_left", "There are hints left: ask for those first.", value=shown)])
        held.solution_shown = True
    elif shown == len(lesson.hints):
        raise NetpolError([Fault("no_hint_left", "There is no further hint. Ask for the solution.", value=shown)])
    else:
        held.hints = shown + 1
    held.save(update_fields=["hints", "solution_shown", "changed_at"])
    tell(row)
    telling.tell_desk(held)


def predict(row: BoardRow, said: Predict) -> None:
    """Keeps the colours that were set, and with ``reveal`` shows the answer. Raises NoLessonError, or NetpolError."""
    lesson, held = of_board(row)
    prediction = lesson.steps[held.step].prediction
    if prediction is None:
        raise NetpolError([Fault("nothing_to_predict", "This step asks for no prediction.", value=held.step)])
    if held.predictions.get(str(held.step), {}).get("revealed"):
        raise NetpolError([Fault("already_revealed", "The answer is shown already: what you said stays.")])
    wanted = len(prediction.arrows)
    if len(said.answers) != wanted:
        message = f"`answers` has {len(said.answers)} colours; there are {wanted} arrows."
        raise NetpolError([Fault("bad_prediction", message, Place(path="answers"), len(said.answers))])
    if said.reveal and None in said.answers:
        missing = said.answers.index(None)
        message = "Set the colour of every arrow first."
        raise NetpolError([Fault("bad_prediction", message, Place(path=f"answers[{missing}]"))])
    held.predictions[str(held.step)] = {"answers": list(said.answers), "revealed": said.reveal}
    held.save(update_fields=["predictions", "changed_at"])
    tell(row)
    telling.tell_desk(held)


def go_to(row: BoardRow, step: int) -> None:
    """Raises NoLessonError, or NetpolError: ``unknown_step``, ``gated``."""
    lesson, held = of_board(row)
    if not 0 <= step < len(lesson.steps):
        message = f"The lesson has the steps 0 to {len(lesson.steps) - 1}."
        raise NetpolError([Fault("unknown_step", message, Place(path="step"), step)])
    gates.refuse_step(held, step)
    if step != held.step:
        held.step, held.step_at = step, timezone.now()
    held.save(update_fields=["step", "step_at", "changed_at"])
    tell(row)
    telling.tell_progress(held, "step")


def reset(row: BoardRow, actor: str, author: str) -> None:
    """The board as the lesson begins, as one edit that can be undone, and the first step. Raises NoLessonError."""
    lesson, held = of_board(row)
    for typed in drafts.states(row):
        drafts.drop(row.pk, DropDraft(policy=typed.policy))
    released = gates.released(held)
    _from_the_start(held)
    held.hints, held.solution_shown = released
    held.save()

    def plan(_: BoardRow, board: Board) -> commands.Planned:
        return commands.Planned(restarted(lesson, board), f"Reset “{lesson.title}” to its start")

    edit = EditMessage(edit_id=str(uuid4()), command="reset_lesson", params={"lesson": lesson.id})
    edits.carry_out(row.pk, edit, actor, plan, author, unlocked=True)
    tell(row)
    telling.tell_progress(held, "reset")


def tell(row: BoardRow) -> None:
    """Everybody on the board learns how the step stands now, and what holds if that may be told."""
    fresh = access.open_board(row.pk)
    board, texts = evaluation.state(fresh), drafts.good_texts(fresh)
    lesson = lesson_of(fresh)
    if lesson is not None and any(step.prediction is not None for step in lesson.steps):
        asked = closed.predicting(fresh)
        holds = closed.NOTHING if asked else evaluation.evaluate(fresh, board, texts).judged
        told = Verdicts(closed=asked, verdicts=verdicts_of(holds), isolation=holds.isolation)  # type: ignore[arg-type]
        publish(fresh.pk, told)
    goals.follow(fresh, board, texts, tried=False)
