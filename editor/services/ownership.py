"""Whose a board is: from its making, or taken along into an account."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.db import transaction

from editor.engine.errors import Fault, NetpolError
from editor.models import Board, Grant, OwnLesson, Visit, Workshop
from editor.services import edits, progress
from editor.services.access import NoSuchBoardError, Person
from editor.wire.publishing import publish_access
from editor.wire.resources import Owner

MOST_BOARDS = 1000


def taken_by(who: Person) -> dict[str, Any]:
    """The columns of a new board that make it the person's. Raises NetpolError: ``too_many_boards``.

    A board that a program without a session makes belongs to nobody: its address is the key.
    """
    columns = who.columns("owner_id")
    if who.actor and Board.objects.filter(**columns).count() >= MOST_BOARDS:
        message = f"You have {MOST_BOARDS} boards. Delete some of them for good first."
        raise NetpolError([Fault("too_many_boards", message, value=MOST_BOARDS)])
    return columns


def whose(row: Board) -> Owner:
    """Whose a board is, as its owner sees it: their own, or nobody's."""
    return "you" if row.owner_id is not None or row.browser else "nobody"


def take(row: Board, who: Person) -> None:
    """Makes a board that belongs to nobody this person's; whoever has only its address is out at once.

    Raises NoSuchBoardError when somebody else was quicker, NetpolError: ``too_many_boards``.
    """
    if whose(row) == "you":
        return
    if not Board.objects.filter(pk=row.pk, owner=None, browser="").update(**taken_by(who)):
        raise NoSuchBoardError(str(row.pk))
    publish_access(row.pk)


def claimable(who: Person) -> list[Board]:
    """The boards that were made in this browser without an account."""
    if who.account is None or not who.browser:
        return []
    return list(Board.objects.filter(browser=who.browser, deleted_at__isnull=True).order_by("-created_at"))


def claim(who: Person) -> int:
    """Makes those boards the account's, with what this browser opened; answers how many boards that were.

    From then on the browser alone opens none of them.
    """
    if who.account is None or not who.browser:
        return 0
    with transaction.atomic():
        progress.claim(who)
        OwnLesson.objects.filter(browser=who.browser).update(browser="", account=who.account)
        boards = list(Board.objects.filter(browser=who.browser).values_list("pk", flat=True))
        taken = Board.objects.filter(pk__in=boards).update(browser="", owner=who.account)
        edits.hand_over(boards, replace(who, account=None).actor, who.actor)
        for model, of in ((Grant, "link"), (Visit, "board")):
            has = model.objects.filter(account=who.account).values(of)
            model.objects.filter(browser=who.browser).exclude(**{f"{of}__in": has}).update(
                browser="", account=who.account
            )
            model.objects.filter(browser=who.browser).delete()
        Workshop.objects.filter(browser=who.browser).update(browser="", account=who.account)
    return taken
