"""The text that stands in a policy's editor, as one sequence of updates: typing, saved edits and undo alike.

Its first version is the text that the policy was made with. Everything here runs under the board's lock.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID, uuid4

from django.db.models import Max, OuterRef, Subquery

from editor.board.checks import fault
from editor.board.hints import LONGEST_TEXT
from editor.board.records import PolicyRecord
from editor.board.text_changes import TextChange, line_feeds
from editor.board.text_merge import between
from editor.engine.errors import NetpolError
from editor.models import Draft, Policy
from editor.models import TextUpdate as UpdateRow
from editor.wire.typed import TextAnswer, TextUpdate, TypeText

# Whoever is further behind gets the whole text, and carries over what they typed by comparing.
KEPT = 1000
# The last update of each client is kept longer: it may ask much later whether that one was taken, and send it again.
KEPT_OF_CLIENTS = 50 * KEPT
SWEPT_EVERY = 100


@dataclass(frozen=True, slots=True)
class Standing:
    """The text in a policy's editor, and where its sequence stands."""

    policy: str
    series: str
    version: int
    text: str


def standing(saved: PolicyRecord, held: Draft | None) -> Standing:
    """What stands there: the draft, if there is one."""
    made = Policy.objects.values_list("made", flat=True).get(pk=saved.id)
    version = newest([saved.id]).get(saved.id, 0)
    return Standing(saved.id, str(made), version, held.text if held else line_feeds(saved.text))


def newest(policies: Iterable[str | UUID]) -> dict[str, int]:
    """By policy id, the version of what stands in its editor; a text that never changed is left out."""
    found = UpdateRow.objects.filter(policy_id__in=policies).order_by().values_list("policy_id").annotate(Max("number"))
    return {str(policy_id): number for policy_id, number in found}


def rebased(now: Standing, typed: TypeText) -> TextChange | None:
    """What was typed, for the text that stands there now; None when it was typed onto a text too old to follow, or
    was taken before. Raises NetpolError ``bad_changes``.
    """
    if was_taken(now, typed.update_id):
        return None
    later = _since(now, typed.series, typed.version)
    if later is None:
        return None
    change = TextChange.from_json(typed.changes)
    for row in later:
        change = change.over(TextChange.from_json(row.changes))
    return change


def append(now: Standing, change: TextChange, client_id: str, update_id: str = "") -> tuple[Standing, TextUpdate]:
    """The next update. Raises NetpolError: ``bad_changes``, or ``too_long``."""
    text = change.apply(now.text)
    if len(text) > LONGEST_TEXT:
        raise NetpolError([fault("too_long", f"A text has at most {LONGEST_TEXT} characters.", "changes", len(text))])
    row = UpdateRow.objects.create(
        policy_id=now.policy,
        number=now.version + 1,
        update_id=update_id or str(uuid4()),
        client_id=client_id,
        changes=change.as_json(),
    )
    if row.number % SWEPT_EVERY == 0:
        _sweep(now.policy, row.number)
    return Standing(now.policy, now.series, row.number, text), _told(now, row)


def _sweep(policy: str, number: int) -> None:
    """Forgets old updates."""
    of_policy = UpdateRow.objects.filter(policy_id=policy)
    last = of_policy.filter(client_id=OuterRef("client_id")).order_by("-number").values("pk")[:1]
    of_policy.filter(number__lte=number - KEPT).exclude(pk=Subquery(last)).delete()
    of_policy.filter(number__lte=number - KEPT_OF_CLIENTS).delete()


def replace(now: Standing, text: str, client_id: str) -> tuple[Standing, TextUpdate | None]:
    """An edit put another text there; None when it is the same."""
    return append(now, between(now.text, text), client_id) if text != now.text else (now, None)


def answer(now: Standing, series: str, version: int | None, update_id: str | None) -> TextAnswer:
    """To a browser that knows ``version``: what came after it, or the whole text."""
    later = _since(now, series, version) if version is not None else None
    return TextAnswer(
        policy=now.policy,
        series=now.series,
        version=now.version,
        text=now.text if later is None else None,
        updates=tuple(_told(now, row) for row in later or ()),
        taken=update_id is not None and was_taken(now, update_id),
    )


def typed_by_others(held: Draft, client_id: str) -> bool:
    """Whether anybody else has typed into a draft."""
    found = UpdateRow.objects.filter(policy_id=held.policy_id, number__gt=held.begun)
    return found.exclude(client_id=client_id).exists()


def was_taken(now: Standing, update_id: str) -> bool:
    """Whether an update is part of the text already."""
    return UpdateRow.objects.filter(policy_id=now.policy, update_id=update_id).exists()


def _since(now: Standing, series: str, version: int) -> list[UpdateRow] | None:
    """The updates after a version; None when they are not kept, or it is not one of this text."""
    if series != now.series or version > now.version:
        return None
    found = list(UpdateRow.objects.filter(policy_id=now.policy, number__gt=version))
    return found if len(found) == now.version - version else None


def _told(now: Standing, row: UpdateRow) -> TextUpdate:
    return TextUpdate(
        policy=now.policy,
        series=now.series,
        version=row.number,
        update_id=row.update_id,
        client_id=row.client_id,
        changes=tuple(row.changes),
    )
