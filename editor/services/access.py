"""The only door to a board. Until there are accounts, its unguessable id opens it, and a browser's session keeps the
list of boards that were made or opened there.
"""

from __future__ import annotations

from uuid import UUID, uuid4

from django.contrib.sessions.backends.base import SessionBase

from editor.models import Board

REMEMBERED = 200
KEY = "boards"
ACTOR = "actor"


class NoSuchBoardError(LookupError):
    """There is no board of that id, or it is not open to whoever asks; the two look alike."""


def open_board(board_id: str | UUID) -> Board:
    """The board of that id. Raises NoSuchBoardError."""
    found = Board.objects.filter(pk=_uuid(board_id)).first()
    if found is None:
        raise NoSuchBoardError(str(board_id)[:80])
    return found


def lock_board(board_id: str | UUID) -> Board:
    """The same within a transaction, held against other writers until its end."""
    found = Board.objects.select_for_update().filter(pk=_uuid(board_id)).first()
    if found is None:
        raise NoSuchBoardError(str(board_id)[:80])
    return found


def _uuid(board_id: str | UUID) -> UUID:
    try:
        return board_id if isinstance(board_id, UUID) else UUID(board_id)
    except ValueError:
        raise NoSuchBoardError(str(board_id)[:80]) from None


def actor(session: SessionBase) -> str:
    """Who the person at this browser is, as the log names them; empty for a browser that has not opened a board."""
    known = session.get(ACTOR, "")
    return f"browser:{known}" if known else ""


def actor_named(client_id: str) -> str:
    """Who a program without a session is: the name that it gives itself; empty when it gives none."""
    return f"client:{client_id}" if client_id else ""


def remember(session: SessionBase, board_id: str | UUID) -> None:
    """Puts a board first in the list of those that this browser made or opened, and gives its person an id."""
    if not session.get(ACTOR):
        session[ACTOR] = uuid4().hex
    held = list(session.get(KEY, []))
    text = str(board_id)
    if held[:1] != [text]:
        session[KEY] = [text, *(other for other in held if other != text)][:REMEMBERED]


def remembered(session: SessionBase) -> list[Board]:
    """The boards that this browser made or opened and that still exist, the last used first."""
    order = [str(board_id) for board_id in session.get(KEY, [])]
    found = {str(board.pk): board for board in Board.objects.filter(pk__in=order)}
    return [found[board_id] for board_id in order if board_id in found]
