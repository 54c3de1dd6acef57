"""The people who came to a board by its links: named for its owner, put out by them, or leaving by themselves."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import F
from django.utils import timezone

from editor.engine.errors import Fault, NetpolError
from editor.models import Board, Grant, ShareLink, Visit
from editor.services.access import Person, owns
from editor.services.people import guest_name
from editor.wire.publishing import publish_access
from editor.wire.sharing import LinkUser

OWNERS_STAY = Fault("owner_stays", "This board is yours. To be rid of it, delete it; it lies in the bin for some days.")


class NoSuchMemberError(LookupError):
    """Nobody of that id came by the link, or they were put out already."""


def by_link(links: Iterable[ShareLink]) -> dict[UUID, list[LinkUser]]:
    """Who came by each link and is still let in, whoever came last first."""
    found: dict[UUID, list[LinkUser]] = {}
    grants = Grant.objects.filter(link__in=list(links), removed_at__isnull=True).select_related("account")
    for grant in grants.order_by(F("used_at").desc()):
        name = grant.account.get_username() if grant.account is not None else None
        user = LinkUser(
            id=grant.pk, name=name, called=name or guest_name(grant.browser), used_at=grant.used_at.isoformat()
        )
        found.setdefault(grant.link_id, []).append(user)
    return found


def put_out(row: Board, link_id: UUID, member: int) -> None:
    """Whoever came by that link is out at once, and none of the board's links that they opened lets them in again.

    Raises NoSuchMemberError. A browser without an account that forgets its cookies is somebody else.
    """
    grant = Grant.objects.filter(pk=member, link=link_id, link__board=row, removed_at__isnull=True).first()
    if grant is None:
        raise NoSuchMemberError(str(member))
    who = Person(browser=grant.browser, account=grant.account_id)
    Grant.objects.filter(who.theirs(), link__board=row).update(removed_at=timezone.now())
    publish_access(row.pk)


def leave(row: Board, who: Person) -> None:
    """The person has the board no more, until they open one of its links again. Raises NetpolError: ``owner_stays``."""
    if owns(row, who) and (row.owner_id is not None or row.browser):
        raise NetpolError([OWNERS_STAY])
    Grant.objects.filter(who.theirs(), link__board=row, removed_at__isnull=True).delete()
    Visit.objects.filter(who.theirs(), board=row).delete()
    publish_access(row.pk)
