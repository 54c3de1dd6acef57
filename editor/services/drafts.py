"""Text being typed: one draft per policy, kept even while it does not parse, and judged as far as it did."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from editor.board.changes import Change
from editor.board.checks import known
from editor.board.policies import moved_along, understood
from editor.board.project import Judged
from editor.board.records import Board
from editor.models import Board as BoardRow
from editor.models import Draft
from editor.services import access, evaluation
from editor.services.turns import turn
from editor.services.verdicts import verdicts_of
from editor.wire.messages import DraftMessage, DraftState, DraftTyped, DropDraft
from editor.wire.publishing import publish


def good_texts(row: BoardRow) -> dict[str, str]:
    """By policy id, the texts that stand in place of the policies' own in what is judged."""
    found = Draft.objects.filter(board=row, good_text__isnull=False).values_list("policy_id", "good_text")
    return {str(policy_id): text or "" for policy_id, text in found}


def states(row: BoardRow) -> tuple[DraftState, ...]:
    """Every draft of a board, as it was left."""
    return tuple(_state(str(d.policy_id), d.text, d.client_id) for d in Draft.objects.filter(board=row))


def type_text(board_id: str | UUID, typed: DraftTyped) -> DraftMessage:
    """Keeps the text as it is, judges the board with it when it parses, and tells everybody.

    Raises NoSuchBoardError, or NetpolError when the policy is not on the board.
    """
    with turn(board_id):
        with transaction.atomic():
            row = access.lock_board(board_id)
            board = evaluation.state(row)
            known(board.policies, typed.policy, "policy", "policy")
            before = good_texts(row)
            values = {"text": typed.text, "client_id": typed.client_id, "board": row}
            if understood(typed.text, typed.policy).meaning is not None:
                values["good_text"] = typed.text
            Draft.objects.update_or_create(policy_id=UUID(typed.policy), defaults=values)
        return _tell(row, before, _state(typed.policy, typed.text, typed.client_id))


def drop(board_id: str | UUID, dropped: DropDraft) -> DraftMessage:
    """Throws a draft away; the policy's own text counts again. Raises as ``type_text``."""
    with turn(board_id):
        with transaction.atomic():
            row = access.lock_board(board_id)
            known(evaluation.state(row).policies, dropped.policy, "policy", "policy")
            before = good_texts(row)
            Draft.objects.filter(board=row, policy_id=UUID(dropped.policy)).delete()
        return _tell(row, before, _gone(dropped.policy, dropped.client_id))


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
            draft.save()
        elif draft.text == new.text or draft.client_id == client_id:
            draft.delete()
        else:
            continue
        touched.append(policy_id)
    return tuple(touched)


def message_after(row: BoardRow, policy_id: str, client_id: str) -> DraftMessage:
    """How a draft stands after an edit that touched it; the verdicts went with the edit's revision."""
    held = Draft.objects.filter(board=row, policy_id=policy_id).first()
    draft = _state(policy_id, held.text, held.client_id) if held is not None else _gone(policy_id, client_id)
    return DraftMessage(draft=draft, client_id=client_id, verdicts=(), isolation={}, evaluated_ms=0.0)


def _state(policy_id: str, text: str, client_id: str) -> DraftState:
    found = understood(text, policy_id)
    return DraftState(
        policy=policy_id,
        text=text,
        faults=tuple(fault.as_json() for fault in found.faults),  # type: ignore[misc]
        warnings=tuple(fault.as_json() for fault in found.warnings),  # type: ignore[misc]
        good=found.meaning is not None,
        client_id=client_id,
    )


def _gone(policy_id: str, client_id: str) -> DraftState:
    return DraftState(policy=policy_id, text=None, faults=(), warnings=(), good=True, client_id=client_id)


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
