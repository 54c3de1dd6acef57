"""The only door to a board for a person: who asks, which role they have there, and whether that is enough.

REST, pages and live connections all come in by ``admit``.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any
from uuid import UUID, uuid4

from django.contrib.auth import get_user
from django.contrib.sessions.backends.base import SessionBase
from django.db.models import Q
from django.utils import timezone

from editor.engine.errors import Fault, NetpolError
from editor.models import Board, Grant
from editor.services.workshops import roles
from editor.services.workshops.roles import Standing
from editor.wire.messages import Role

RANK: dict[Role, int] = {"view": 1, "edit": 2, "owner": 3}
BROWSER = "browser"


class NoSuchBoardError(LookupError):
    """There is no board of that id, or it is not open to whoever asks; the two look alike."""


class AccessEndedError(LookupError):
    """The link by which this person came has expired or was revoked."""


class TakenOutError(AccessEndedError):
    """The instructor took this person out of the workshop."""


class NotAllowedError(NetpolError):
    """The person's role on the board does not go so far: ``read_only``, ``owner_only``, ``frozen`` or
    ``workshop_closed``.
    """


@dataclass(frozen=True)
class Person:
    """Whoever asks: a browser by the id in its session, and the account that is signed in there.

    A program that keeps no cookies has neither.
    """

    browser: str = ""
    account: int | None = None
    name: str = ""

    @property
    def actor(self) -> str:
        """How the log names them; empty when they are nobody yet."""
        if self.account is not None:
            return f"account:{self.account}"
        return f"browser:{self.browser}" if self.browser else ""

    def theirs(self, account: str = "account", browser: str = "browser") -> Q:
        """What is this person's, in a table with those two columns: their account's, and what this browser has."""
        found = Q(pk__in=[])
        if self.account is not None:
            found |= Q(**{account: self.account})
        return found | Q(**{browser: self.browser}) if self.browser else found

    def columns(self, account: str = "account_id") -> dict[str, Any]:
        """What makes something theirs from now on: the account's when one is signed in, else the browser's."""
        return {account: self.account, "browser": "" if self.account is not None else self.browser}


NOBODY = Person()


def person(session: SessionBase) -> Person:
    """Who is at the other end of a session."""
    browser = str(session.get(BROWSER, ""))
    # Django looks at the session alone.
    user = get_user(SimpleNamespace(session=session))  # type: ignore[arg-type]
    return Person(browser, user.pk, user.get_username()) if user.is_authenticated else Person(browser)


def begin(session: SessionBase) -> Person:
    """The same, for a browser that may be new: it gets its id."""
    if not session.get(BROWSER):
        session[BROWSER] = uuid4().hex
    return person(session)


def actor_named(client_id: str) -> str:
    """Who a program without a session is: the name that it gives itself; empty when it gives none."""
    return f"client:{client_id}" if client_id else ""


def open_board(board_id: str | UUID, *, binned: bool = False) -> Board:
    """The board of that id, whoever asks: call ``admit`` first. Raises NoSuchBoardError.

    ``binned``: look in the bin instead.
    """
    found = Board.objects.filter(pk=_uuid(board_id), deleted_at__isnull=not binned).first()
    if found is None:
        raise NoSuchBoardError(str(board_id)[:80])
    return found


def lock_board(board_id: str | UUID) -> Board:
    """The same within a transaction, held against other writers until its end."""
    found = Board.objects.select_for_update(of=("self",)).filter(pk=_uuid(board_id), deleted_at__isnull=True).first()
    if found is None:
        raise NoSuchBoardError(str(board_id)[:80])
    return found


def admit(board_id: str | UUID, who: Person, need: Role = "view", *, binned: bool = False) -> Board:
    """The board, when the person's role there reaches ``need``.

    Raises NoSuchBoardError, AccessEndedError, TakenOutError, or NotAllowedError.
    """
    row = open_board(board_id, binned=binned)
    now = standing(row, who)
    if now.role is None:
        if now.removed:
            raise TakenOutError(str(board_id)[:80])
        if Grant.objects.filter(who.theirs(), link__board=row).exists():
            raise AccessEndedError(str(board_id)[:80])
        raise NoSuchBoardError(str(board_id)[:80])
    if RANK[now.role] < RANK[need]:
        raise NotAllowedError([OWNER_ONLY if need == "owner" else now.why or READ_ONLY])
    return row


READ_ONLY = Fault("read_only", "You may look at this board, not change it. Ask its owner for a link that may edit.")
OWNER_ONLY = Fault("owner_only", "Only the owner of this board may do this.")


def role_of(row: Board, who: Person) -> Role | None:
    """The highest role that the person has on a board now; None when it is not open to them."""
    return standing(row, who).role


def standing(row: Board, who: Person) -> Standing:
    """That role, why it goes no further, and when it ends.

    Whoever knows the address of a board that belongs to nobody may do everything there.
    """
    if row.seat_id is not None:
        return roles.on_learners_board(row, who)
    if owns(row, who):
        return Standing("owner")
    given = list(live_grants(who).filter(link__board=row).values_list("link__role", "link__expires_at"))
    until = min((end for _, end in given if end is not None), default=None)
    if given:
        return Standing("edit" if any(role == "edit" for role, _ in given) else "view", until=until)
    return Standing("view" if roles.is_shown(row, who) else None)


def owns(row: Board, who: Person) -> bool:
    """Whether the board is this person's, or anybody's."""
    if row.owner_id is not None:
        return row.owner_id == who.account
    return row.browser in ("", who.browser)


def live_grants(who: Person) -> Any:  # noqa: ANN401 - a query set
    """The grants of this person that nobody took back, whose link has neither expired nor been revoked."""
    lives = Q(link__expires_at__isnull=True) | Q(link__expires_at__gt=timezone.now())
    return Grant.objects.filter(who.theirs(), lives, link__revoked_at__isnull=True, removed_at__isnull=True)


def _uuid(board_id: str | UUID) -> UUID:
    try:
        return board_id if isinstance(board_id, UUID) else UUID(board_id)
    except ValueError:
        raise NoSuchBoardError(str(board_id)[:80]) from None
