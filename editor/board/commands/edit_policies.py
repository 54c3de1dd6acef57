"""Gives several policies new texts, adds some and removes others, as one step: the whole board edited as one text."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from editor.board.changes import Change, Patch, Put, Remove, patches, put, remove
from editor.board.checks import fault, known, new_id, refuse
from editor.board.policies import named_by
from editor.board.records import Board, PolicyRecord
from editor.board.wording import counted
from editor.engine.errors import Fault, NetpolError, Place

NAME = "edit_policies"


@dataclass(frozen=True, kw_only=True)
class PolicyText:
    """A policy's whole new text. ``base``: the text that it was made from; without one the policy is new."""

    id: str
    text: str
    base: str | None = None


@dataclass(frozen=True, kw_only=True)
class Removal:
    """A policy to remove, if ``base`` is still its text."""

    id: str
    base: str


@dataclass(frozen=True, kw_only=True)
class Params:
    """Everything that changes together."""

    texts: tuple[PolicyText, ...] = ()
    removed: tuple[Removal, ...] = ()


def plan(board: Board, params: Params) -> Change:
    """Refuses, with all faults at once, what ``edit_policy``, ``add_policy`` and ``delete`` would refuse of each.

    The names are judged as they are in the end, so that two policies can swap theirs. Code ``named_twice``: one policy
    stands in the edit more than once.
    """
    _check_ids(params)
    faults: list[Fault] = []
    touched = set(_ids(params))
    rest = {policy.id: policy for policy in board.policies.values() if policy.id not in touched}
    puts: list[Put] = []
    changed: list[Patch] = []
    for each in params.texts:
        try:
            held = _held(board, each.id, each.base)
            made = named_by(replace(board, policies=rest), each.id, each.text)
        except NetpolError as error:
            faults.extend(_of(each.id, error))
            continue
        rest[made.id] = made
        if held is None:
            puts.append(put(made))
        else:
            changed.extend(patches(held, namespace=made.namespace, name=made.name, text=made.text))
    removes: list[Remove] = []
    for gone in params.removed:
        try:
            held = _held(board, gone.id, gone.base)
        except NetpolError as error:
            faults.extend(_of(gone.id, error))
            continue
        removes.extend([remove(held)] if held else [])
    refuse(faults)
    return Change(puts=tuple(puts), patches=tuple(changed), removes=tuple(removes))


def describe(board: Board, params: Params, change: Change) -> str:
    """Names the policy when it is one, and counts what was changed, added and removed."""
    changed = {patch.id for patch in change.patches}
    if len(_ids(params)) == 1:
        verb = "Removed" if params.removed else "Added" if change.puts else "Changed"
        held = board.policies.get(_ids(params)[0]) or change.puts[0].record
        return f"{verb} policy {held.namespace}/{held.name}"  # type: ignore[union-attr]
    counts = [("changed", len(changed)), ("added", len(change.puts)), ("removed", len(change.removes))]
    sentence = ", ".join(f"{word} {counted({'policies': count})}" for word, count in counts if count)
    return f"{sentence[0].upper()}{sentence[1:]}" if sentence else "Changed nothing"


def _ids(params: Params) -> list[str]:
    return [each.id for each in params.texts] + [each.id for each in params.removed]


def _check_ids(params: Params) -> None:
    counts = Counter(_ids(params))
    message = "One policy can stand in one edit once only."
    refuse(fault("named_twice", message, "texts", each) for each, count in counts.items() if count > 1)


def _held(board: Board, policy_id: str, base: str | None) -> PolicyRecord | None:
    """The policy as it is, if it still is what the edit was made from; None for one that is new."""
    if base is None:
        new_id(board, policy_id)
        return None
    held = known(board.policies, policy_id, "policy")
    if held.text != base:
        message = f"Somebody else changed {held.namespace}/{held.name} meanwhile; look at it as it is now."
        raise NetpolError([fault("text_changed", message, "base", policy_id)])
    return held


def _of(policy_id: str, error: NetpolError) -> list[Fault]:
    """The faults with the policy that they are of as their file."""
    return [replace(each, place=replace(each.place or Place(), file=policy_id)) for each in error.faults]
