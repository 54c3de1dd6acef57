"""What an author does with the board on which a lesson is written: records from it, and puts there what was
recorded.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import uuid4

from editor.board import commands
from editor.board.records import Board
from editor.engine.errors import Fault, NetpolError, Place
from editor.lessons.judging import play
from editor.lessons.lesson import Lesson
from editor.lessons.manuscript import Manuscript, WrittenWrong
from editor.lessons.misconceptions import problems
from editor.lessons.proofs import Proof
from editor.lessons.recording import shown_on, solution_on, with_goals, with_start
from editor.lessons.sketch import sketch
from editor.models import Board as BoardRow
from editor.models import OwnLesson
from editor.services import access, drafts, edits, evaluation, own_lessons
from editor.services.access import Person
from editor.services.lesson_texts import preview
from editor.services.lessons import reference
from editor.wire.authoring import OwnLessonState, PreviewedText, RecordLesson, ShowLesson
from editor.wire.messages import EditMessage

_SHOWN = {"start": "the start", "solution": "the solution", "wrong": "a wrong solution"}


@dataclass(frozen=True)
class Author:
    """Who writes: the person, and how the log names them."""

    person: Person
    actor: str
    name: str


def record(ref: str, who: Person, asked: RecordLesson) -> tuple[OwnLesson, Proof]:
    """Takes the start, the goals, the solution or a wrong solution from the board as it stands, typed text included.

    Raises NoSuchLessonError, NetpolError: ``no_board``, ``cannot_record``, ``unknown_item``, ``changed_meanwhile``.
    """
    held = own_lessons.opened(ref, who)
    manuscript, board = own_lessons.manuscript_of(held), _standing(_board(held, who))
    return own_lessons.keep(ref, who, _recorded(manuscript, board, asked), asked.version)


def _recorded(manuscript: Manuscript, board: Board, asked: RecordLesson) -> Manuscript:
    if asked.what == "start":
        return with_start(manuscript, board)
    if asked.what == "goals":
        return with_goals(manuscript, board)
    text = solution_on(board, sketch(manuscript))
    if asked.what == "solution":
        return replace(manuscript, solution=text)
    if asked.at is None:
        return replace(manuscript, wrong=(*manuscript.wrong, _wrong(manuscript, text)))
    _known(manuscript, asked.at)
    listed = [replace(one, policies=text) if at == asked.at else one for at, one in enumerate(manuscript.wrong)]
    return replace(manuscript, wrong=tuple(listed))


def _wrong(manuscript: Manuscript, text: str) -> WrittenWrong:
    """With the goal that it fails, and the problem behind it where only one shows that the solution does not."""
    lesson = sketch(manuscript)
    failed = [one.goal.id for one in play(lesson, text).goals if not one.reached]
    solved = {one.id for one in problems(lesson, lesson.solution)} if lesson.solution else set()
    shown = sorted({one.id for one in problems(lesson, text)} - solved)
    return WrittenWrong(policies=text, fails=failed[0] if failed else "", problem=shown[0] if len(shown) == 1 else None)


def show(ref: str, author: Author, asked: ShowLesson) -> None:
    """Puts the start, the solution or a wrong solution on the board, as one edit that can be undone.

    Raises NoSuchLessonError, NetpolError: ``no_board``, ``unknown_item``, or what is wrong with the manifests.
    """
    held = own_lessons.opened(ref, author.person)
    row, manuscript = _board(held, author.person), own_lessons.manuscript_of(held)
    lesson, solution = sketch(manuscript), _solution(manuscript, asked)

    def plan(_: BoardRow, board: Board) -> commands.Planned:
        return commands.Planned(shown_on(board, lesson, solution), f"Shows {_SHOWN[asked.what]} of “{lesson.title}”")

    edit = EditMessage(edit_id=str(uuid4()), command="show_lesson", params={"what": asked.what})
    edits.carry_out(row.pk, edit, author.actor, plan, author.name)


def _solution(manuscript: Manuscript, asked: ShowLesson) -> str | None:
    if asked.what == "start":
        return None
    if asked.what == "solution":
        return manuscript.solution
    return _known(manuscript, asked.at or 0).policies


def state(row: OwnLesson, proof: Proof) -> OwnLessonState:
    """A lesson of one's own, for its author."""
    board = own_lessons.board_of(row)
    return OwnLessonState(
        id=reference(row),
        board=str(board) if board is not None else None,
        version=row.version,
        manuscript=own_lessons.manuscript_of(row),
        faults=tuple(fault.as_json() for fault in proof.faults),  # type: ignore[misc]
        played=proof.played,
        playable=bool(row.text),
    )


def previewed(ref: str, who: Person, text: str) -> PreviewedText:
    """A text as a learner would see it, with its pictures; or what is wrong with these."""
    lesson: Lesson = sketch(own_lessons.manuscript_of(own_lessons.opened(ref, who)))
    try:
        return PreviewedText(parts=preview(lesson, text), faults=())
    except NetpolError as wrong:
        return PreviewedText(parts=(), faults=tuple(fault.as_json() for fault in wrong.faults))  # type: ignore[misc]


def _known(manuscript: Manuscript, at: int) -> WrittenWrong:
    if not 0 <= at < len(manuscript.wrong):
        raise NetpolError([Fault("unknown_item", "There is no such wrong solution.", Place(path="at"), at)])
    return manuscript.wrong[at]


def _board(held: OwnLesson, who: Person) -> BoardRow:
    pk = own_lessons.board_of(held)
    if pk is None:
        message = "The board of this lesson is gone. Restore it from the bin, or export the lesson and import it again."
        raise NetpolError([Fault("no_board", message)])
    return access.admit(pk, who, "edit")


def _standing(row: BoardRow) -> Board:
    """The board with what is being typed, as far as it has a meaning."""
    board, typed = evaluation.state(row), drafts.good_texts(row)
    policies = {key: replace(one, text=typed.get(key, one.text)) for key, one in board.policies.items()}
    return replace(board, policies=policies)
