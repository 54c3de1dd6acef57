"""Signing in and out: what that means for the session, for the browser's own boards, and for open connections."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth import login, logout
from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q
from django.http import HttpRequest

from editor.models import Board, Grant, OwnLesson, Workshop
from editor.services.access import BROWSER, begin, person
from editor.wire.publishing import publish_access, publish_end, publish_leave

BACKEND = "django.contrib.auth.backends.ModelBackend"


def enter(request: HttpRequest, user: User) -> None:
    """Signs an account in. The session gets another key, and keeps what this browser had without an account."""
    browser = person(request.session).browser
    login(request, user, backend=BACKEND)
    if browser:
        request.session[BROWSER] = browser
    request.session.set_expiry(settings.NETPOL_SIGNED_IN_FOR)
    _come_anew(browser)


def leave(request: HttpRequest) -> None:
    """Signs out: nothing of the account stays open here; what belongs to the browser itself does."""
    browser = person(request.session).browser
    logout(request)
    if browser:
        request.session[BROWSER] = browser
    _come_anew(browser)


def password_changed(user: User) -> None:
    """Ends the account's connections everywhere: its other sessions are signed out by the new password."""
    publish_leave(f"account:{user.pk}")


def _come_anew(browser: str) -> None:
    if browser:
        publish_leave(f"browser:{browser}")


@dataclass(frozen=True)
class Possessions:
    """What an account has: its boards, those of them that lie in the bin, others' boards shared with it, the workshops
    that it teaches, and the lessons that it wrote.
    """

    boards: tuple[str, ...]
    binned: int
    shared: int
    workshops: int
    lessons: int


def possessions(user: User) -> Possessions:
    """What a person is told before their account is deleted."""
    own = Board.objects.filter(owner=user, lesson="").order_by("-updated_at")
    return Possessions(
        boards=tuple(own.filter(deleted_at=None).values_list("name", flat=True)),
        binned=own.exclude(deleted_at=None).count(),
        workshops=Workshop.objects.filter(account=user).count(),
        lessons=OwnLesson.objects.filter(account=user, deleted_at=None).count(),
        shared=Grant.objects.filter(account=user).values("link__board").distinct().count(),
    )


def delete(request: HttpRequest, user: User, *, keep: bool) -> None:
    """Deletes an account and signs it out.

    What it has becomes this browser's (``keep``): boards, workshops, lessons that it wrote; or it goes for good. The
    name stays in the histories of boards on which the person worked. How far they came in lessons goes in any case.
    """
    browser, account = begin(request.session).browser, f"account:{user.pk}"
    of_account = Q(owner=user) | Q(seat__workshop__account=user)
    with transaction.atomic():
        shared = set(Grant.objects.filter(account=user).values_list("link__board", flat=True))
        kept = set(Board.objects.filter(owner=user, lesson="").values_list("pk", flat=True)) if keep else set()
        if keep:
            Board.objects.filter(pk__in=kept).update(owner=None, browser=browser)
            for model in (Workshop, OwnLesson):
                model.objects.filter(account=user).update(account=None, browser=browser)
        gone = set(Board.objects.filter(of_account).values_list("pk", flat=True))
        user.delete()
    leave(request)
    publish_leave(account)
    for board_id in gone:
        publish_end(board_id)
    for board_id in shared | kept:
        publish_access(board_id)
