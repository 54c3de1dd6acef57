"""A workshop is opened, and gets its lessons."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from uuid import uuid4

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone

from editor.engine.errors import Fault, NetpolError, Place
from editor.lessons.from_board import lesson_of_board
from editor.models import Workshop, WorkshopLesson
from editor.services import access, evaluation, own_lessons
from editor.services.access import AccessEndedError, NoSuchBoardError, Person
from editor.services.lessons import TAKEN, NoSuchLessonError, own_id, taken, text_of
from editor.services.workshops import admission, codes, purging
from editor.services.workshops.telling import tell_room
from editor.wire.workshop_requests import LessonChoice, NewWorkshop

MOST_LESSONS, MOST_WORKSHOPS = 40, 100
# Even with a million workshops open, three tries in a thousand meet a code in use.
TRIES = 5


def open_workshop(wanted: NewWorkshop, who: Person) -> Workshop:
    """A new workshop of that person. Raises NetpolError with every fault.

    ``bad_title``, ``no_lessons``, ``too_many_lessons``, ``lesson_twice``, ``unknown_lesson``, ``unknown_board``,
    ``too_many_workshops``.
    """
    purging.purge()
    title, lessons = title_of(wanted.title), _lessons(wanted.lessons, who)
    if Workshop.objects.filter(**who.columns()).count() >= MOST_WORKSHOPS:
        message = f"You have {MOST_WORKSHOPS} workshops. Delete one that is over."
        raise NetpolError([Fault("too_many_workshops", message, value=MOST_WORKSHOPS)])
    for tries_left in reversed(range(TRIES)):
        try:
            with transaction.atomic():
                return _opened(wanted, title, lessons, who)
        except IntegrityError:  # the code is in use
            if not tries_left:
                raise
    raise AssertionError  # the loop ends otherwise


def _opened(wanted: NewWorkshop, title: str, lessons: Sequence[WorkshopLesson], who: Person) -> Workshop:
    free = wanted.pace == "free"
    workshop = Workshop.objects.create(
        pk=uuid4(),
        title=title,
        code=codes.room_code(),
        used_at=timezone.now(),
        opened=len(lessons) if free else 0,
        current=0 if free else None,
        keep_days=wanted.keep_days or settings.NETPOL_WORKSHOP_DAYS,
        **who.columns(),
    )
    for lesson in lessons:
        lesson.workshop = workshop
    WorkshopLesson.objects.bulk_create(lessons)
    return workshop


def rename(workshop: Workshop, text: str) -> None:
    """Another title. Raises NetpolError: ``bad_title``, ``workshop_closed``."""
    title = title_of(text)
    with transaction.atomic():
        fresh = admission.held(workshop)
        fresh.title = title
        fresh.save(update_fields=["title", "used_at"])
    tell_room(fresh, "title")


def add_lesson(workshop: Workshop, choice: LessonChoice, who: Person) -> None:
    """One more lesson, at the end. Raises NetpolError as ``open_workshop``, or ``workshop_closed``."""
    with transaction.atomic():
        fresh = admission.held(workshop)
        there = list(fresh.lessons.values_list("lesson", flat=True))
        for lesson in _lessons([choice], who, there):
            lesson.workshop = fresh
            lesson.save()
        fresh.save(update_fields=["used_at"])
    tell_room(fresh, "lessons")


def title_of(text: str) -> str:
    """Raises NetpolError ``bad_title``."""
    title = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    if not title:
        raise NetpolError([Fault("bad_title", "A workshop needs a title.", Place(path="title"), text[:80])])
    return title


def _lessons(choices: Sequence[LessonChoice], who: Person, there: Collection[str] = ()) -> list[WorkshopLesson]:
    """The lessons that were chosen, numbered after those that are there; each once."""
    faults: list[Fault] = []
    if not choices:
        faults.append(Fault("no_lessons", "Choose at least one lesson.", Place(path="lessons")))
    if len(there) + len(choices) > MOST_LESSONS:
        message = f"A workshop has {MOST_LESSONS} lessons at most."
        raise NetpolError([Fault("too_many_lessons", message, Place(path="lessons"), len(choices))])
    found: list[WorkshopLesson] = []
    for at, choice in enumerate(choices):
        try:
            chosen = _chosen(choice, who)
        except NetpolError as wrong:
            faults += [replace(fault, place=Place(path=f"lessons[{at}]")) for fault in wrong.faults]
            continue
        if chosen.lesson in {*there, *(one.lesson for one in found)}:
            message = "This lesson is in the workshop already."
            faults.append(Fault("lesson_twice", message, Place(path=f"lessons[{at}]"), chosen.lesson))
        chosen.number = len(there) + len(found)
        found.append(chosen)
    if faults:
        raise NetpolError(faults)
    return found


def _chosen(choice: LessonChoice, who: Person) -> WorkshopLesson:
    """A lesson of the course; or, as it stands now, one that the instructor wrote or a board of theirs."""
    if (choice.lesson is None) == (choice.board is None):
        raise NetpolError([Fault("bad_request", "Name a `lesson` or a `board`.")])
    if choice.board is not None:
        return _of_board(choice.board, who)
    try:
        lesson = own_lessons.to_begin(choice.lesson or "", who)
    except NoSuchLessonError:
        message = "There is no lesson of this id; see /api/v1/lessons/."
        raise NetpolError([Fault("unknown_lesson", message, value=choice.lesson)]) from None
    if own_id(lesson.id) is None:
        return WorkshopLesson(lesson=lesson.id)
    return WorkshopLesson(lesson=f"{TAKEN}{uuid4()}", taken=text_of(lesson.id))


def _of_board(board_id: str, who: Person) -> WorkshopLesson:
    try:
        row = access.admit(board_id, who, "owner")
    except (NoSuchBoardError, AccessEndedError):
        message = "There is no board of this id, or it is not yours."
        raise NetpolError([Fault("unknown_board", message, value=board_id[:80])]) from None
    board = evaluation.state(row)
    name = f"{TAKEN}{uuid4()}"
    lesson_of_board(name, board)  # raises when an expectation has lost its meaning
    return WorkshopLesson(lesson=name, taken=taken(board))
