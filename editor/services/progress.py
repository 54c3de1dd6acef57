"""How far a person came, lesson by lesson."""

from __future__ import annotations

from datetime import UTC, datetime

from django.db import transaction

from editor.engine.errors import Fault, NetpolError, Place
from editor.lessons.catalogue import tracks
from editor.models import Board, Progress
from editor.services.access import Person
from editor.wire.lessons import ProgressEntry, ProgressFile


def of_person(who: Person) -> dict[str, Progress]:
    """By lesson; what the account has comes before what the browser alone has."""
    held = list(Progress.objects.filter(who.theirs()).select_related("board"))
    return {one.lesson: one for one in sorted(held, key=lambda one: one.account_id is not None)}


def of_board(row: Board) -> Progress | None:
    """The progress that a board belongs to."""
    return Progress.objects.filter(board=row).first()


def bring(who: Person, file: ProgressFile) -> None:
    """Takes in what was learnt elsewhere: lessons that were not begun here, and ticks that are not here yet.

    Boards do not come along, so that a lesson begins anew. Lessons that there are not are passed over.
    Raises NetpolError ``bad_time``.
    """
    told = [(one, _time(one.begun_at, at, "begun_at"), _done(one, at)) for at, one in enumerate(file.progress)]
    known = {one.id: one for track in tracks() for one in track.lessons}
    with transaction.atomic():
        here = of_person(who)
        for one, begun_at, done_at in told:
            held = here.get(one.lesson)
            if one.lesson not in known:
                continue
            if held is None:
                here[one.lesson] = _brought(who, one, begun_at, done_at)
            elif held.done_at is None and done_at is not None:
                held.done_at = done_at
                held.save(update_fields=["done_at", "changed_at"])


def _brought(who: Person, one: ProgressEntry, begun_at: datetime, done_at: datetime | None) -> Progress:
    counts = {"tries": one.tries, "hints": one.hints, "solution_shown": one.solution_shown}
    times = {"begun_at": begun_at, "done_at": done_at}
    return Progress.objects.create(lesson=one.lesson, **counts, **times, **who.columns())


def _done(one: ProgressEntry, at: int) -> datetime | None:
    return _time(one.done_at, at, "done_at") if one.done_at is not None else None


def _time(text: str, at: int, field: str) -> datetime:
    try:
        return datetime.fromisoformat(text).astimezone(UTC)
    except (ValueError, OverflowError):
        message = f"`{text[:40]}` is no time such as 2026-11-23T10:00:00+00:00."
        place = Place(path=f"progress[{at}].{field}")
        raise NetpolError([Fault("bad_time", message, place, text[:40])]) from None


def claim(who: Person) -> None:
    """What this browser learnt becomes the account's. Where it began the same lesson, the account's own way counts.

    The other board then is a board like any other. Within the caller's transaction.
    """
    theirs = {one.lesson: one for one in Progress.objects.filter(account=who.account)}
    for one in Progress.objects.filter(browser=who.browser):
        held = theirs.get(one.lesson)
        if held is None:
            one.browser, one.account_id = "", who.account
            one.save(update_fields=["browser", "account"])
            continue
        if held.done_at is None and one.done_at is not None:
            held.done_at = one.done_at
            held.save(update_fields=["done_at"])
        if one.board_id is not None:
            Board.objects.filter(pk=one.board_id).update(lesson="")
        one.delete()
