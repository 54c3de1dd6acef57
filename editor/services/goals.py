"""The goals of a lesson's board: judged on what its policies do now, drafts included, after each change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.utils import timezone

from editor.board.project import cluster_of, policies_of
from editor.board.records import Board
from editor.engine.errors import Fault
from editor.lessons import turning
from editor.lessons.judging import Judged, judge_goals
from editor.lessons.lesson import Lesson
from editor.lessons.telltale import Known, known, telltale
from editor.lessons.why import reasons, why
from editor.models import Board as BoardRow
from editor.models import Progress
from editor.services import watches
from editor.services.evaluation import Warm
from editor.services.lessons import lesson_of
from editor.services.workshops import telling
from editor.wire.lessons import GoalConnection, Goals, GoalState, LessonFeedback
from editor.wire.publishing import publish


@dataclass(frozen=True, slots=True)
class _Found:
    """Every goal of a board, judged. ``faults``: of policies that cannot be read; then nothing is certain."""

    goals: list[Judged]
    faults: Sequence[Fault]

    def reached(self) -> dict[str, bool]:
        """Which goals hold for certain, by id."""
        return {one.goal.id: one.reached and not self.faults for one in self.goals}

    def end(self, lesson: Lesson, held: Progress) -> bool:
        """Whether what the step asks for is done."""
        mine = turning.of_step(lesson, held.step, self.goals)
        return _ends(lesson, held) and not self.faults and all(one.reached for one in mine)


_found: Warm[_Found] = Warm(64)


def follow(row: BoardRow, board: Board, texts: Mapping[str, str], *, tried: bool) -> None:
    """Tells everybody on the board of a lesson how the step stands; on any other board it does nothing.

    Keeps which goals are reached and what the last try shows, for the results and the instructor. ``tried``: the
    learner saved a policy; it counts as a try when it does not reach the goals.
    """
    lesson = lesson_of(row)
    held = Progress.objects.filter(board=row).first() if lesson is not None else None
    if lesson is None or held is None:
        return
    found, columns = _look(row, lesson, board, texts), set[str]()
    counts = tried and bool(lesson.steps[held.step].goals)
    if counts and not found.end(lesson, held):
        held.tries += 1
        columns |= {"tries", "changed_at"}
    now = standing(row, lesson, held, board, texts)
    shows = held.problem, held.words
    if now.reached:
        shows = "", ""
    elif counts:
        shows = telltale(lesson, _known(lesson), watches.look(row, board, texts).problems, found.goals)
    reached = found.reached()
    if (reached, *shows) != (held.goals, held.problem, held.words):
        held.goals, (held.problem, held.words) = reached, shows
        columns |= {"goals", "problem", "words"}
    if columns:
        held.save(update_fields=columns)
    publish(row.pk, now)
    if columns or tried:
        telling.tell_desk(held)


@lru_cache(maxsize=128)
def _known(lesson: Lesson) -> Known:
    return known(lesson)


def standing(row: BoardRow, lesson: Lesson, held: Progress, board: Board, texts: Mapping[str, str]) -> Goals:
    """How the person's step stands; remembers when the lesson is done."""
    found = _look(row, lesson, board, texts)
    shown_now = _ends(lesson, held)  # a goal would tell what is to be predicted
    reached = found.end(lesson, held)
    if reached and held.done_at is None and _is_end(lesson, held) and all(one.reached for one in found.goals):
        held.done_at = timezone.now()
        held.save(update_fields=["done_at", "changed_at"])
        telling.tell_progress(held, "done")
    seen = turning.seen(turning.of_step(lesson, held.step, found.goals))
    shown = hints_shown(lesson, held)
    return Goals(
        step=held.step,
        goals=tuple(_state(one, board, found.faults) for one in seen) if shown_now else (),
        reached=reached,
        feedback=() if reached or not shown_now or held.tries == 0 else _feedback(row, lesson, board, texts),
        tries=held.tries,
        hints=tuple(hint.text for hint in lesson.hints[:shown]),
        more_hints=len(lesson.hints) - shown,
        done=held.done_at is not None,
    )


def hints_shown(lesson: Lesson, held: Progress) -> int:
    """How many hints the tries have brought, or the person has asked for."""
    return min(max(held.hints, sum(hint.after <= held.tries for hint in lesson.hints)), len(lesson.hints))


def _look(row: BoardRow, lesson: Lesson, board: Board, texts: Mapping[str, str]) -> _Found:
    key = (row.pk, row.revision, tuple(sorted(texts.items())))
    found = _found.get(key)
    if found is None:
        policies, faults = policies_of(board, texts)
        found = _Found(judge_goals(lesson, cluster_of(board), policies), faults)
        _found.keep(key, found)
    return found


def _ends(lesson: Lesson, held: Progress) -> bool:
    """Whether what the step asks to predict was revealed."""
    asked = lesson.steps[held.step].prediction is not None
    return not asked or bool(held.predictions.get(str(held.step), {}).get("revealed"))


def _is_end(lesson: Lesson, held: Progress) -> bool:
    foretold = (str(at) for at, step in enumerate(lesson.steps) if step.prediction is not None)
    every = all(held.predictions.get(at, {}).get("revealed") for at in foretold)
    return every and held.step == len(lesson.steps) - 1 and not lesson.is_free


def _feedback(row: BoardRow, lesson: Lesson, board: Board, texts: Mapping[str, str]) -> tuple[LessonFeedback, ...]:
    if not lesson.feedback:
        return ()
    found = {problem.id for problem in watches.look(row, board, texts).problems}
    return tuple(LessonFeedback(problem=name, words=words) for name, words in lesson.feedback.items() if name in found)


def _state(judged: Judged, board: Board, faults: Sequence[Fault]) -> GoalState:
    """Nothing is certain while a policy cannot be read: then no goal is reached."""
    words = "" if judged.reached else judged.judgement.words()
    if faults:
        words = f"A policy cannot be read, so that nothing is certain: {faults[0].message}"
    return GoalState(
        id=judged.goal.id,
        sentence=judged.goal.sentence,
        reached=judged.reached and not faults,
        hidden=judged.goal.hidden,
        about=judged.about,
        words=words,
        connection=None if faults else _connection(judged, board),
    )


def _connection(judged: Judged, board: Board) -> GoalConnection | None:
    example = judged.judgement.counterexample
    if example is None:
        return None
    verdict = example.verdict
    places = {board.place_name(place): place for place in (*board.pods, *board.hosts)}
    addresses = {host.address: host.id for host in board.hosts.values()}
    ends = [places.get(name) or addresses.get(name) for name in (verdict.source, verdict.destination)]
    files = dict.fromkeys(reason.place.file for reason in reasons(verdict))
    return GoalConnection(
        source=verdict.source,
        destination=verdict.destination,
        protocol=verdict.protocol,
        port=verdict.port,
        allowed=verdict.allowed,
        why=why(verdict),
        arrow=arrow_between(board, ends[0], ends[1], verdict.protocol, verdict.port),
        pods=tuple(end for end in ends if end is not None),
        policies=tuple(file for file in files if file is not None and file in board.policies),
    )


def arrow_between(
    board: Board, source: str | None, destination: str | None, protocol: str, port: int | None
) -> str | None:
    """The id of the arrow that draws a connection; None when none does."""
    wanted = (source, destination, protocol, port)
    drawn = ((one.source, one.destination, one.protocol, one.port) for one in board.connections.values())
    return next((key for key, arrow in zip(board.connections, drawn, strict=True) if arrow == wanted), None)
