"""What the person at a browser is called."""

from __future__ import annotations

from django.contrib.auth import SESSION_KEY, get_user_model
from django.contrib.sessions.backends.base import SessionBase

GUEST = "Guest"
CHOSEN = "display_name"
LONGEST = 150


def display_name(session: SessionBase) -> str:
    """The account's name, else the name chosen in this browser, else Guest. To be kept with what the person does."""
    account = session.get(SESSION_KEY)
    if account is not None:
        user = get_user_model().objects.filter(pk=account).first()
        if user is not None:
            return str(user.get_full_name() or user.get_username())[:LONGEST]
    return str(session.get(CHOSEN) or GUEST)[:LONGEST]
