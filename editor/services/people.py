"""What the person at a browser is called."""

from __future__ import annotations

import zlib

from django.contrib.auth import SESSION_KEY, get_user_model
from django.contrib.sessions.backends.base import SessionBase

from editor.services.access import BROWSER

GUEST = "Guest"
CHOSEN = "display_name"
LONGEST = 150
# fmt: off
BIRDS = (
    "Avocet", "Bunting", "Cormorant", "Crane", "Curlew", "Dipper", "Dunlin", "Egret", "Falcon", "Finch", "Gannet",
    "Goldcrest", "Grebe", "Heron", "Hoopoe", "Ibis", "Jay", "Kestrel", "Kingfisher", "Kite", "Lapwing", "Lark",
    "Linnet", "Magpie", "Martin", "Merlin", "Nuthatch", "Osprey", "Owl", "Petrel", "Pipit", "Plover", "Puffin",
    "Redstart", "Robin", "Sandpiper", "Shrike", "Siskin", "Snipe", "Sparrow", "Starling", "Stork", "Swallow",
    "Swift", "Teal", "Tern", "Thrush", "Wagtail", "Warbler", "Wren",
)
# fmt: on


def display_name(session: SessionBase) -> str:
    """The account's name, else the name chosen in this browser, else a guest's. Kept with what the person does."""
    account = session.get(SESSION_KEY)
    if account is not None:
        user = get_user_model().objects.filter(pk=account).first()
        if user is not None:
            return str(user.get_full_name() or user.get_username())[:LONGEST]
    return str(session.get(CHOSEN) or guest_name(str(session.get(BROWSER, ""))))[:LONGEST]


def guest_name(browser: str) -> str:
    """A friendly name that stays the same for a browser; just Guest for a program that keeps no cookies."""
    return f"{GUEST} {BIRDS[zlib.crc32(browser.encode()) % len(BIRDS)]}" if browser else GUEST


def choose_name(session: SessionBase, name: str) -> str:
    """Keeps the name that a person goes by in this browser; an empty one gives the guest's name back. Answers the name.

    The session is read afresh: it may hold more by now than this connection knows.
    """
    chosen = " ".join("".join(char if char.isprintable() else " " for char in name).split())
    session[CHOSEN] = chosen
    if session.session_key:
        fresh = session.__class__(session.session_key)
        fresh[CHOSEN] = chosen
        fresh.save()
    return display_name(session)
