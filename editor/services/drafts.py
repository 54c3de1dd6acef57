"""Text being typed: one draft per policy, kept even while it does not parse, and judged as far as it did."""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from editor.board.changes import Change
from editor.board.checks import fault, known
from editor.board.policies import moved_along, understood
from editor.board.project import Judged
from editor.board.records import Board, PolicyRecord
from editor.engine.errors import Fault
from editor.models import Board as BoardRow
from editor.models import Draft
from editor.services import access, evaluation, warnings
from editor.services.turns import turn
from editor.services.verdicts import verdicts_of
from editor.wire.messages import DraftMessage, DraftRefused, DraftState, DraftTyped, DropDraft
from editor.wire.publishing import publish

# How long after a keystroke nobody else may type into the same text: until texts are merged it has one writer.
HELD_FOR = timedelta(seconds=3)


def good_texts(row: BoardRow) -> dict[str, str]:
    """By policy id, the texts that stand in place of the policies' own in what is judged."""
    found = Draft.objects.filter(board=row, good_text__isnull=False).values_list("policy_id", "good_text")
    return {str(policy_id): text or "" for policy_id, text in found}


def states(row: BoardRow) -> tuple[DraftState, ...]:
    """Every draft of a board, as it was left."""
    return tuple(_state(d) for d in Draft.objects.filter(board=row))


def type_text(board_id: str | UUID, typed: DraftTyped) -> DraftMessage | DraftRefused:
    """Keeps the text as it is, judges the board with it when it parses, and tells everybody.

    Answers a refusal, and tells nobody, while somebody else is typing or when the text was typed onto another than
    stands there. Raises NoSuchBoardError, or NetpolError when the policy is not on the board.
    """
    with turn(board_id):
        with transaction.atomic():
            row = access.lock_board(board_id)
            saved = known(evaluation.state(row).policies, typed.policy, "policy", "policy")
            held = _held(row, saved)
            wrong = _held_by_another(held, typed.client_id) or _typed_onto_another(held, saved, typed)
            if wrong is not None:
                return _refusal(held, saved, wrong)
            before = good_texts(row)
            draft = held or Draft(policy_id=UUID(saved.id), board=row, base_text=saved.text)
            draft.text, draft.client_id = typed.text, typed.client_id
            if understood(typed.text, typed.policy).meaning is not None:
                draft.good_text = typed.text
            draft.save()
        return _tell(row, before, _state(draft))


def drop(board_id: str | UUID, dropped: DropDraft) -> DraftMessage | DraftRefused:
    """Throws a draft away; the policy's own text counts again. Nobody throws away what another is typing.

    Raises as ``type_text``.
    """
    with turn(board_id):
        with transaction.atomic():
            row = access.lock_board(board_id)
            saved = known(evaluation.state(row).policies, dropped.policy, "policy", "policy")
            held = _held(row, saved)
            wrong = _held_by_another(held, dropped.client_id)
            if wrong is not None:
                return _refusal(held, saved, wrong)
            before = good_texts(row)
            Draft.objects.filter(board=row, policy_id=UUID(saved.id)).delete()
        return _tell(row, before, _gone(saved.id, dropped.client_id))


def let_go(board_id: str | UUID, clients: Collection[str]) -> None:
    """Clients have left: what they typed stays, and others may go on with it at once (a reloaded page too)."""
    Draft.objects.filter(board_id=board_id, client_id__in=clients).update(updated_at=timezone.now() - HELD_FOR)


def _held(row: BoardRow, saved: PolicyRecord) -> Draft | None:
    return Draft.objects.filter(board=row, policy_id=UUID(saved.id)).first()


def _held_by_another(held: Draft | None, client_id: str) -> Fault | None:
    if held is None or held.client_id == client_id or held.updated_at + HELD_FOR <= timezone.now():
        return None
    return fault("being_typed", "Somebody else is typing here; wait until they pause.", "policy", str(held.policy_id))


def _typed_onto_another(held: Draft | None, saved: PolicyRecord, typed: DraftTyped) -> Fault | None:
    """Whoever goes on typing follows themselves; whoever begins must have seen what stands there."""
    if typed.base is None or (held is not None and held.client_id == typed.client_id):
        return None
    if typed.base == (held.text if held is not None else saved.text):
        return None
    message = "Somebody else changed this text meanwhile; look at it as it is now, and write yours into it."
    return fault("text_changed", message, "base", saved.id)


def _refusal(held: Draft | None, saved: PolicyRecord, wrong: Fault) -> DraftRefused:
    draft = _state(held) if held is not None else _gone(saved.id, "")
    return DraftRefused(draft=draft, errors=(wrong.as_json(),))  # type: ignore[arg-type]


def follow(row: BoardRow, change: Change, before: Board, after: Board, client_id: str) -> tuple[str, ...]:
    """Ends or moves the drafts of policies that a change touches; answers those whose draft is another one now.

    A draft ends when its text became the policy's, when its own author wrote another text, or with the policy. It
    moves along when the policy only went to another namespace. Otherwise it stays: it is somebody's unfinished work.
    """
    gone = {item.record.id for item in change.removes if item.table == "policies"}
    Draft.objects.filter(board=row, policy_id__in=gone).delete()
    written = {patch.id for patch in change.patches if patch.table == "policies" and patch.field == "text"}
    touched = []
    for draft in Draft.objects.filter(board=row, policy_id__in=written):
        policy_id = str(draft.policy_id)
        old, new = before.policies[policy_id], after.policies[policy_id]
        moved = moved_along(draft.text, old, new) if draft.text != new.text else None
        if moved is not None:
            good = moved_along(draft.good_text, old, new) if draft.good_text is not None else None
            draft.text, draft.good_text = moved, good
            if draft.base_text == old.text:
                draft.base_text = new.text
            draft.save(update_fields=["text", "good_text", "base_text"])  # nobody typed
        elif draft.text == new.text or draft.client_id == client_id:
            draft.delete()
        else:
            continue
        touched.append(policy_id)
    return tuple(touched)


def message_after(row: BoardRow, policy_id: str, client_id: str) -> DraftMessage:
    """How a draft stands after an edit that touched it; the verdicts went with the edit's revision."""
    held = Draft.objects.filter(board=row, policy_id=policy_id).first()
    draft = _state(held) if held is not None else _gone(policy_id, client_id)
    return DraftMessage(draft=draft, client_id=client_id, verdicts=(), isolation={}, evaluated_ms=0.0)


def _state(draft: Draft) -> DraftState:
    policy_id = str(draft.policy_id)
    found = understood(draft.text, policy_id)
    return DraftState(
        policy=policy_id,
        text=draft.text,
        base=draft.base_text,
        faults=tuple(fault.as_json() for fault in found.faults),  # type: ignore[misc]
        warnings=warnings.of_policy(policy_id, draft.text),
        good=found.meaning is not None,
        client_id=draft.client_id,
    )


def _gone(policy_id: str, client_id: str) -> DraftState:
    return DraftState(policy=policy_id, text=None, base=None, faults=(), warnings=(), good=True, client_id=client_id)


def _tell(row: BoardRow, before: dict[str, str], draft: DraftState) -> DraftMessage:
    """What a draft changed, to everybody. After the commit."""
    board = evaluation.state(row)
    was: Judged = evaluation.evaluate(row, board, before).judged
    now = evaluation.evaluate(row, board, good_texts(row), was)
    new = now.judged.beyond(was)
    message = DraftMessage(
        draft=draft,
        client_id=draft.client_id,
        verdicts=verdicts_of(new),
        isolation=new.isolation,  # type: ignore[arg-type]
        evaluated_ms=now.milliseconds,
    )
    publish(row.pk, message)
    return message
