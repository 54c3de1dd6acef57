"""The room as its instructor sees it: every learner, what they reached, where they are stuck."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from uuid import UUID

from editor.lessons import turning
from editor.lessons.lesson import Lesson
from editor.models import Progress, Seat, Workshop
from editor.services.lessons import lesson_named
from editor.services.workshops.facts import moment
from editor.services.workshops.predictions import predictions
from editor.wire.room import Misconception, Room, RoomGoal, RoomLesson, SeatEntry, SeatWork


def room(workshop: Workshop) -> Room:
    """All of it. Who is here is known live alone."""
    seats = entries(workshop)
    return Room(
        lessons=tuple(_lesson(one.number, lesson_named(one.lesson)) for one in workshop.lessons.all()),
        seats=seats,
        groups=misconceptions(seats),
        predictions=predictions(workshop),
    )


def _lesson(number: int, lesson: Lesson) -> RoomLesson:
    last = turning.last_with_goals(lesson)
    asked = {name: at for at, step in reversed(list(enumerate(lesson.steps))) for name in step.goals}
    return RoomLesson(
        number=number,
        step_titles=tuple(step.title for step in lesson.steps),
        goals=tuple(
            RoomGoal(id=goal.id, sentence=goal.sentence, hidden=goal.hidden, step=asked.get(goal.id, last))
            for goal in lesson.goals
        ),
        hints=len(lesson.hints),
        has_solution=bool(lesson.solution),
    )


def entries(workshop: Workshop, of: Collection[UUID] | None = None) -> tuple[SeatEntry, ...]:
    """A line for each learner, or for those asked for, in the order in which they came."""
    seats = Seat.objects.filter(workshop=workshop)
    ways = Progress.objects.filter(seat__workshop=workshop, board__isnull=False)
    if of is not None:
        seats, ways = seats.filter(pk__in=of), ways.filter(seat__in=of)
    by_seat: dict[UUID, list[Progress]] = {}
    for held in ways.order_by("changed_at"):
        by_seat.setdefault(held.seat_id, []).append(held)  # type: ignore[arg-type]
    numbers = dict(workshop.lessons.values_list("lesson", "number"))
    return tuple(_entry(seat, by_seat.get(seat.pk, []), numbers) for seat in seats)


def _entry(seat: Seat, ways: list[Progress], numbers: dict[str, int]) -> SeatEntry:
    newest = ways[-1] if ways else None
    return SeatEntry(
        id=str(seat.pk),
        nickname=seat.nickname,
        joined_at=seat.joined_at.isoformat(),
        here=None,
        hand=moment(seat.hand_at),
        removed=seat.removed_at is not None,
        lesson=numbers.get(newest.lesson) if newest else None,
        step=newest.step if newest else 0,
        since=moment(newest.step_at) if newest else None,
        tries=newest.tries if newest else 0,
        problem=newest.problem if newest else "",
        words=newest.words if newest else "",
        work=tuple(
            _work(numbers[held.lesson], held)
            for held in sorted(ways, key=lambda held: numbers.get(held.lesson, 0))
            if held.lesson in numbers
        ),
    )


def _work(number: int, held: Progress) -> SeatWork:
    return SeatWork(
        lesson=number,
        board=str(held.board_id),
        step=held.step,
        tries=held.tries,
        hints=held.hints,
        solution_shown=held.solution_shown,
        done=held.done_at is not None,
        goals=held.goals,
    )


def misconceptions(seats: Iterable[SeatEntry]) -> tuple[Misconception, ...]:
    """Who is stuck at the same thing in the same lesson, the largest group first."""
    there = [seat for seat in seats if seat.lesson is not None and not seat.removed]
    groups: dict[tuple[int, str, str], list[SeatEntry]] = {}
    for seat in there:
        if seat.words and seat.lesson is not None:
            # Without a problem it is the goal in the words that they have in common.
            groups.setdefault((seat.lesson, seat.problem, "" if seat.problem else seat.words), []).append(seat)
    found = [
        Misconception(
            problem=problem,
            words=_most_common(members),
            lesson=lesson,
            seats=tuple(seat.id for seat in members),
            of=sum(seat.lesson == lesson for seat in there),
        )
        for (lesson, problem, _), members in groups.items()
    ]
    return tuple(sorted(found, key=lambda group: (-len(group.seats), group.lesson, group.problem, group.words)))


def _most_common(members: list[SeatEntry]) -> str:
    ((words, _),) = Counter(seat.words for seat in members).most_common(1)
    return words
