"""Text being typed: one draft per policy, kept even while it does not parse, and judged as far as it did.

Several people may type at once: each keystroke is carried over what the others typed since (``texts``).
"""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.db import transaction

from editor.board.changes import Change
from editor.board.checks import known
from editor.board.policies import moved_along, understood
from editor.board.project import Judged
from editor.board.records import Board, PolicyRecord
from editor.board.text_changes import TextChange, line_feeds
from editor.board.text_merge import between, merged
from editor.lessons.lesson import YAML
from editor.models import Board as BoardRow
from editor.models import Draft
from editor.services import access, closed, evaluation, goals, locks, texts, warnings
from editor.services.texts import Standing
from editor.services.turns import turn
from editor.services.verdicts import verdicts_of
from editor.wire.publishing import publish
from editor.wire.typed import (
    DraftMessage,
    DraftState,
    DraftTyped,
    DropDraft,
    PullText,
    TextAnswer,
    TextUpdate,
    TypeText,
)


def good_texts(row: BoardRow) -> dict[str, str]:
    """By policy id, the texts that stand in place of the policies' own in what is judged."""
    found = Draft.objects.filter(board=row, good_text__isnull=False).values_list("policy_id", "good_text")
    return {str(policy_id): text or "" for policy_id, text in found}


def states(row: BoardRow) -> tuple[DraftState, ...]:
    """Every draft of a board, as it was left."""
    numbers = versions(row)
    return tuple(_state(d, numbers.get(str(d.policy_id), 0)) for d in Draft.objects.filter(board=row))


def versions(row: BoardRow) -> dict[str, int]:
    """By policy id, the version of each draft of a board."""
    return texts.newest(Draft.objects.filter(board=row).values_list("policy_id", flat=True))


def type_text(board_id: str | UUID, typed: TypeText) -> DraftMessage | TextAnswer:
    """Takes a keystroke, judges the board with the new text when it parses, and tells everybody.

    Answers its author alone, when it was taken before or was typed onto a text too old to be carried over. Raises
    NoSuchBoardError, or NetpolError: ``unknown_object``, ``bad_changes``, ``too_long``.
    """

    def change(now: Standing, _: PolicyRecord) -> TextChange | None:
        return texts.rebased(now, typed)

    told, now = _typed(board_id, typed.policy, typed.client_id, change, typed.update_id)
    return told or texts.answer(now, typed.series, typed.version, typed.update_id)


def put_text(board_id: str | UUID, typed: DraftTyped) -> DraftMessage | TextAnswer:
    """The same for a whole text, for programs. Raises as ``type_text``."""

    def change(now: Standing, _: PolicyRecord) -> TextChange | None:
        text = line_feeds(typed.text)
        if typed.base is not None:
            text = merged(line_feeds(typed.base), now.text, text)
        return between(now.text, text) if text != now.text else None

    told, now = _typed(board_id, typed.policy, typed.client_id, change)
    return told or texts.answer(now, "", None, None)


def drop(board_id: str | UUID, dropped: DropDraft) -> DraftMessage | TextAnswer:
    """Throws a draft away; the policy's own text counts again. Raises as ``type_text``."""

    def change(now: Standing, saved: PolicyRecord) -> TextChange | None:
        text = line_feeds(saved.text)
        return between(now.text, text) if text != now.text else None

    told, now = _typed(board_id, dropped.policy, dropped.client_id, change)
    return told or texts.answer(now, "", None, None)


def pull(board_id: str | UUID, asked: PullText) -> TextAnswer:
    """What stands in a policy's editor. Raises NoSuchBoardError, or NetpolError ``unknown_object``."""
    with transaction.atomic():
        row = access.lock_board(board_id)
        saved = known(evaluation.state(row).policies, asked.policy, "policy", "policy")
        now = texts.standing(saved, _held(row, saved.id))
    return texts.answer(now, asked.series, asked.version, asked.update_id)


def _typed(
    board_id: str | UUID,
    policy: str,
    client_id: str,
    change: Callable[[Standing, PolicyRecord], TextChange | None],
    update_id: str = "",
) -> tuple[DraftMessage | None, Standing]:
    """Makes a change to the text that stands in a policy's editor; no message when there is none to make."""
    with turn(board_id):
        with transaction.atomic():
            row = access.lock_board(board_id)
            saved = known(evaluation.state(row).policies, policy, "policy", "policy")
            locks.refuse_typing(row, saved)
            closed.refuse_tool(row, YAML)
            held = _held(row, saved.id)
            now = texts.standing(saved, held)
            wanted = change(now, saved)
            if wanted is None:
                return None, now
            before = good_texts(row)
            after, update = texts.append(now, wanted, client_id, update_id)
            draft = _keep(row, held, saved, now, after.text, client_id)
        told = _state(draft, after.version) if draft else _gone(saved.id, after.version, client_id)
        return _tell(row, before, told, update), after


def _keep(
    row: BoardRow, held: Draft | None, saved: PolicyRecord, now: Standing, text: str, client_id: str
) -> Draft | None:
    """The draft with its new text; a text that is the policy's own is none."""
    if text == line_feeds(saved.text):
        Draft.objects.filter(board=row, policy_id=UUID(saved.id)).delete()
        return None
    draft = held or Draft(policy_id=UUID(saved.id), board=row, base_text=saved.text, begun=now.version)
    draft.text, draft.client_id = text, client_id
    if understood(text, saved.id).meaning is not None:
        draft.good_text = text
    draft.save()
    return draft


def _held(row: BoardRow, policy_id: str) -> Draft | None:
    return Draft.objects.filter(board=row, policy_id=UUID(policy_id)).first()


def follow(row: BoardRow, change: Change, before: Board, after: Board, client_id: str) -> dict[str, TextUpdate | None]:
    """Brings the texts in the editors along with a change; answers the policies whose draft it touched.

    A draft ends when its text became the policy's, when whoever typed it alone wrote another text, or with the policy.
    Otherwise it stays somebody's unfinished work, with what was saved merged into it. To be called after the rows were
    written.
    """
    written = {patch.id for patch in change.patches if patch.table == "policies" and patch.field == "text"}
    drafts = {str(draft.policy_id): draft for draft in Draft.objects.filter(board=row, policy_id__in=written)}
    touched = {}
    for policy_id in sorted(written):
        old, new, held = before.policies[policy_id], after.policies[policy_id], drafts.get(policy_id)
        text = _with_saved(held, old, new, client_id) if held else line_feeds(new.text)
        _, update = texts.replace(texts.standing(old, held), text, client_id)
        if held is not None:
            _keep_following(held, old, new, text)
            touched[policy_id] = update
    return touched


def removed(change: Change) -> bool:
    """Whether a change takes away policies, and their drafts with them."""
    return any(item.table == "policies" for item in change.removes)


def _with_saved(held: Draft, old: PolicyRecord, new: PolicyRecord, client_id: str) -> str:
    """What stands in the editor of a draft after its policy got another text."""
    moved = moved_along(held.text, old, new)
    if moved is not None:
        return moved
    if held.client_id == client_id and not texts.typed_by_others(held, client_id):
        return line_feeds(new.text)
    return merged(line_feeds(old.text), line_feeds(new.text), held.text)


def _keep_following(held: Draft, old: PolicyRecord, new: PolicyRecord, text: str) -> None:
    if text == line_feeds(new.text):
        held.delete()
        return
    if understood(text, new.id).meaning is not None:
        held.good_text = text
    elif held.good_text is not None:
        held.good_text = moved_along(held.good_text, old, new) or held.good_text
    held.text, held.base_text = text, new.text
    held.save(update_fields=["text", "good_text", "base_text"])  # nobody typed


def message_after(row: BoardRow, policy_id: str, client_id: str, update: TextUpdate | None) -> DraftMessage:
    """How a draft stands after an edit that touched it; the verdicts went with the edit's revision."""
    held = _held(row, policy_id)
    version = texts.newest([policy_id]).get(policy_id, 0)
    draft = _state(held, version) if held is not None else _gone(policy_id, version, client_id)
    return DraftMessage(draft=draft, client_id=client_id, update=update, verdicts=(), isolation={}, evaluated_ms=0.0)


def _state(draft: Draft, version: int) -> DraftState:
    policy_id = str(draft.policy_id)
    found = understood(draft.text, policy_id)
    return DraftState(
        policy=policy_id,
        version=version,
        text=draft.text,
        base=draft.base_text,
        faults=tuple(fault.as_json() for fault in found.faults),  # type: ignore[misc]
        warnings=warnings.of_policy(policy_id, draft.text),
        good=found.meaning is not None,
        client_id=draft.client_id,
    )


def _gone(policy_id: str, version: int, client_id: str) -> DraftState:
    return DraftState(
        policy=policy_id,
        version=version,
        text=None,
        base=None,
        faults=(),
        warnings=(),
        good=True,
        client_id=client_id,
    )


def _tell(row: BoardRow, before: dict[str, str], draft: DraftState, update: TextUpdate) -> DraftMessage:
    """What a draft changed, to everybody. After the commit."""
    board = evaluation.state(row)
    was: Judged = evaluation.evaluate(row, board, before).judged
    typed = good_texts(row)
    now = evaluation.evaluate(row, board, typed, was)
    new = closed.told(row, now.judged.beyond(was))
    message = DraftMessage(
        draft=draft,
        client_id=draft.client_id,
        update=update,
        verdicts=verdicts_of(new),
        isolation=new.isolation,  # type: ignore[arg-type]
        evaluated_ms=now.milliseconds,
    )
    publish(row.pk, message)
    if typed != before:
        goals.follow(row, board, typed, tried=False)
    return message
