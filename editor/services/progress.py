"""How far a person came, lesson by lesson."""

from __future__ import annotations

from editor.models import Board, Progress
from editor.services.access import Person


def of_person(who: Person) -> dict[str, Progress]:
    """By lesson; what the account has comes before what the browser alone has."""
    held = list(Progress.objects.filter(who.theirs()).select_related("board"))
    return {one.lesson: one for one in sorted(held, key=lambda one: one.account_id is not None)}


def of_board(row: Board) -> Progress | None:
    """The progress that a board belongs to."""
    return Progress.objects.filter(board=row).first()


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
