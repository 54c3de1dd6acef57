"""A person's own lessons: made of a board, of a lesson or of a file, kept, exported and taken away."""

from __future__ import annotations

from uuid import UUID, uuid4

from django.db import IntegrityError, transaction
from django.utils import timezone

from editor.board import commands
from editor.board.changes import created
from editor.board.shapes import as_json, read
from editor.board.titles import LONGEST, board_title
from editor.engine.errors import Fault, NetpolError, Place
from editor.lessons.catalogue import name_of
from editor.lessons.lesson import Lesson
from editor.lessons.manuscript import Manuscript
from editor.lessons.proofs import Proof, prove
from editor.lessons.reading import read_lesson
from editor.lessons.recording import with_goals, with_start
from editor.lessons.starting import starting_records
from editor.lessons.transcript import transcript
from editor.lessons.writing import written
from editor.manifests.sources import Source
from editor.models import Board, OwnLesson
from editor.services import edits, evaluation, ownership
from editor.services.access import Person
from editor.services.lessons import NoSuchLessonError, lesson_named, own_id, reference
from editor.wire.messages import EditMessage

MOST_OWN = 200


def of_person(who: Person) -> list[OwnLesson]:
    """The person's own lessons, the one changed last first."""
    return list(OwnLesson.objects.filter(who.theirs(), deleted_at__isnull=True).select_related("board"))


def playable(who: Person) -> list[Lesson]:
    """Those of them that the check found nothing wrong with."""
    return [lesson_named(reference(one)) for one in of_person(who) if one.text]


def is_author(ref: str, who: Person) -> bool:
    """Whether an own lesson is this person's."""
    pk = own_id(ref)
    return pk is not None and OwnLesson.objects.filter(who.theirs(), pk=pk, deleted_at__isnull=True).exists()


def opened(ref: str, who: Person, *, locked: bool = False) -> OwnLesson:
    """The person's own lesson of that id. Raises NoSuchLessonError; anybody else's looks like none."""
    pk = own_id(ref)
    rows = OwnLesson.objects.select_for_update(of=("self",)) if locked else OwnLesson.objects
    row = rows.filter(who.theirs(), pk=pk, deleted_at__isnull=True).first() if pk is not None else None
    if row is None:
        raise NoSuchLessonError(ref[:80])
    return row


def of_board(row: Board) -> OwnLesson | None:
    """The lesson that is written on a board."""
    return OwnLesson.objects.filter(board=row, deleted_at__isnull=True).first()


def from_board(row: Board, who: Person) -> OwnLesson:
    """A lesson that starts with what stands on a board, its expectations as goals; the one that is written there
    already.

    Raises NetpolError: ``a_lesson_already`` for a board that somebody learns on, ``too_many_lessons``.
    """
    held = of_board(row)
    if held is not None:
        return held
    if row.lesson:
        message = "This board is a learner's. Fork its lesson instead: it gets a board of its own."
        raise NetpolError([Fault("a_lesson_already", message, Place(path="board"))])
    board = evaluation.state(row)
    begun = with_goals(with_start(Manuscript(title=board.board.name[:60]), board), board)
    try:
        with transaction.atomic():
            return _made(begun, row, who)
    except IntegrityError:  # another window was quicker
        held = of_board(row)
        if held is None:
            raise
        return held


def from_lesson(name: str, who: Person) -> OwnLesson:
    """A copy of a lesson, on a board of its own. Raises NoSuchLessonError, NetpolError."""
    lesson = to_begin(name, who)
    return _on_new_board(transcript(lesson), lesson, who)


def to_begin(name: str, who: Person) -> Lesson:
    """A lesson of the course, or one that the person wrote, as it was sound last. Raises NoSuchLessonError."""
    if own_id(name) is not None:
        opened(name, who)
    return lesson_named(name)


def from_file(file: str, text: str, who: Person) -> OwnLesson:
    """The lesson of a file. Raises NetpolError with every fault of a file that has no meaning, each with its line."""
    lesson = read_lesson(name_of(file or "lesson"), Source(file, text))
    return _on_new_board(transcript(lesson), lesson, who)


def _on_new_board(manuscript: Manuscript, lesson: Lesson, who: Person) -> OwnLesson:
    with transaction.atomic():
        title = board_title(manuscript.title[:LONGEST])
        row = Board.objects.create(pk=uuid4(), name=title, **ownership.taken_by(who))
        board = evaluation.state(row)
        edit = EditMessage(edit_id=str(uuid4()), command="write_lesson", params={})
        planned = commands.Planned(created(board.board, starting_records(lesson)), f"The start of “{title}”")
        edits.append(row, board, edit, planned)
        return _made(manuscript, row, who)


def _made(manuscript: Manuscript, row: Board, who: Person) -> OwnLesson:
    if OwnLesson.objects.filter(who.theirs(), deleted_at__isnull=True).count() >= MOST_OWN:
        message = f"You have {MOST_OWN} lessons of your own. Delete some of them first."
        raise NetpolError([Fault("too_many_lessons", message, value=MOST_OWN)])
    made = OwnLesson(board=row, **who.columns())
    _keep(made, manuscript, prove(reference(made), manuscript))
    made.save()
    return made


def keep(ref: str, who: Person, manuscript: Manuscript, version: int) -> tuple[OwnLesson, Proof]:
    """The manuscript as its author has it now, on top of ``version``.

    Raises NoSuchLessonError, or NetpolError ``changed_meanwhile`` when another window has written since.
    """
    proof = prove(ref, manuscript)
    with transaction.atomic():
        row = opened(ref, who, locked=True)
        if row.version != version:
            message = "This lesson was changed in another window meanwhile. Reload to see it."
            raise NetpolError([Fault("changed_meanwhile", message, Place(path="version"), row.version)])
        row.version += 1
        _keep(row, manuscript, proof)
        row.save()
    return row, proof


def _keep(row: OwnLesson, manuscript: Manuscript, proof: Proof) -> None:
    row.title = manuscript.title[:200]
    row.manuscript = as_json(manuscript)
    if not proof.faults:
        row.text = proof.text


def manuscript_of(row: OwnLesson) -> Manuscript:
    """What its author has written so far."""
    return read(Manuscript, row.manuscript)


def proof_of(row: OwnLesson) -> Proof:
    """The check of it."""
    return prove(reference(row), manuscript_of(row))


def file_of(row: OwnLesson) -> str:
    """The lesson as a file, as it is written so far."""
    return written(manuscript_of(row))


def delete(ref: str, who: Person) -> None:
    """Takes it from its author's list; its board becomes one like any other, and who plays it may finish."""
    with transaction.atomic():
        row = opened(ref, who, locked=True)
        row.deleted_at, row.board = timezone.now(), None
        row.save(update_fields=["deleted_at", "board", "changed_at"])


def board_of(row: OwnLesson) -> UUID | None:
    """The board on which it is written, unless that lies in the bin."""
    held = row.board
    return held.pk if held is not None and held.deleted_at is None else None
