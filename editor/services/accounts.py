"""Signing in and out: what that means for the session, for the browser's own boards, and for open connections."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth import login, logout
from django.contrib.auth.models import User
from django.http import HttpRequest

from editor.services.access import BROWSER, person
from editor.wire.publishing import publish_leave

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
