"""Share links: made, listed, changed, revoked, and opened."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.dateparse import parse_datetime

from editor.engine.errors import Fault, NetpolError, Place
from editor.models import Board, Grant, ShareLink
from editor.services import members
from editor.services.access import Person
from editor.wire.publishing import publish_access
from editor.wire.sharing import ChangedLink, LinkUser, NewLink, ShareLinkEntry

MOST_LINKS = 50
LONGEST_LABEL = 80
SALT = "editor.services.sharing"
ID_BYTES = 16


class NoSuchLinkError(LookupError):
    """The board has no such link, or it was revoked."""


def secret(link_id: UUID) -> str:
    """What stands in the link's address: its id, and a hash of it that only this server's key can make."""
    mark = salted_hmac(SALT, link_id.hex, algorithm="sha256").digest()[:ID_BYTES]
    return urlsafe_b64encode(link_id.bytes + mark).decode().rstrip("=")


def link_of(text: str) -> ShareLink | None:
    """The link of that secret, as long as nobody revoked it; None when there is none."""
    try:
        raw = urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except ValueError:
        return None
    if len(raw) != 2 * ID_BYTES:
        return None
    link_id = UUID(bytes=raw[:ID_BYTES])
    if not constant_time_compare(secret(link_id), text):
        return None
    links = ShareLink.objects.filter(pk=link_id, revoked_at__isnull=True, board__deleted_at__isnull=True)
    return links.select_related("board").first()


def is_over(link: ShareLink) -> bool:
    """Whether it has expired."""
    return link.expires_at is not None and link.expires_at <= timezone.now()


def use(link: ShareLink, who: Person) -> None:
    """Gives the person the link's role, from now until the link ends; whom the owner put out stays out."""
    now = timezone.now()
    Grant.objects.update_or_create(link=link, **who.columns(), defaults={"used_at": now})
    ShareLink.objects.filter(pk=link.pk).update(last_used_at=now)


def links(row: Board) -> list[ShareLinkEntry]:
    """The links that nobody revoked, the newest first, each with the people who came by it."""
    found = list(ShareLink.objects.filter(board=row, revoked_at__isnull=True))
    people = members.by_link(found)
    return [_entry(link, people.get(link.pk, ())) for link in found]


def make(row: Board, wanted: NewLink) -> ShareLinkEntry:
    """A new link. Raises NetpolError: ``bad_expiry``, ``bad_label``, ``too_many_links``."""
    faults: list[Fault] = []
    label, expires_at = _label(wanted.label, faults), _expiry(wanted.expires_at, faults)
    if faults:
        raise NetpolError(faults)
    with transaction.atomic():
        Board.objects.select_for_update(of=("self",)).get(pk=row.pk)
        if ShareLink.objects.filter(board=row, revoked_at__isnull=True).count() >= MOST_LINKS:
            message = f"A board has {MOST_LINKS} links at most. Revoke one that nobody needs any more."
            raise NetpolError([Fault("too_many_links", message, value=MOST_LINKS)])
        link = ShareLink.objects.create(pk=uuid4(), board=row, role=wanted.role, label=label, expires_at=expires_at)
    return _entry(link, ())


def change(row: Board, link_id: UUID, wanted: ChangedLink, given: Iterable[str]) -> ShareLinkEntry:
    """Another role, label or expiry, for those fields that are ``given``; live connections follow at once.

    Raises NoSuchLinkError, or NetpolError as ``make``.
    """
    faults: list[Fault] = []
    fields: dict[str, object] = {}
    if "role" in given and wanted.role is not None:
        fields["role"] = wanted.role
    if "label" in given:
        fields["label"] = _label(wanted.label, faults)
    if "expires_at" in given:
        fields["expires_at"] = _expiry(wanted.expires_at, faults)
    if faults:
        raise NetpolError(faults)
    _find(row, link_id).update(**fields)
    publish_access(row.pk)
    return next(entry for entry in links(row) if entry.id == str(link_id))


def revoke(row: Board, link_id: UUID) -> None:
    """Ends a link for good: whoever came by it is out at once. Raises NoSuchLinkError."""
    _find(row, link_id).update(revoked_at=timezone.now())
    publish_access(row.pk)


def _find(row: Board, link_id: UUID) -> QuerySet[ShareLink]:
    found = ShareLink.objects.filter(board=row, pk=link_id, revoked_at__isnull=True)
    if not found.exists():
        raise NoSuchLinkError(str(link_id))
    return found


def _label(text: str, faults: list[Fault]) -> str:
    label = " ".join(text.split())
    if len(label) > LONGEST_LABEL:
        message = f"A label has {LONGEST_LABEL} characters at most."
        faults.append(Fault("bad_label", message, Place(path="label"), label[:LONGEST_LABEL]))
    return label


def _expiry(text: str | None, faults: list[Fault]) -> datetime | None:
    """A moment to come, as ISO 8601 with its time zone; None for never."""
    if text is None:
        return None
    try:
        found = parse_datetime(text)
    except ValueError:
        found = None
    if found is None or found.tzinfo is None:
        message = "Write the expiry as a date and time with its zone, such as 2030-01-31T12:00:00Z, or null for never."
        faults.append(Fault("bad_expiry", message, Place(path="expires_at"), text[:80]))
        return None
    if found <= timezone.now():
        message = "This moment has passed already. Choose a later one, or revoke the link."
        faults.append(Fault("bad_expiry", message, Place(path="expires_at"), text[:80]))
    return found


def _entry(link: ShareLink, people: Iterable[LinkUser]) -> ShareLinkEntry:
    return ShareLinkEntry(
        id=str(link.pk),
        role=link.role,  # type: ignore[arg-type]
        label=link.label,
        path=f"/share/{secret(link.pk)}/",
        created_at=link.created_at.isoformat(),
        expires_at=link.expires_at.isoformat() if link.expires_at else None,
        expired=is_over(link),
        last_used_at=link.last_used_at.isoformat() if link.last_used_at else None,
        people=tuple(people),
    )
