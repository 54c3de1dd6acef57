"""Gives several policies new texts, adds some and removes others, as one step: the whole board edited as one text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from editor.board.changes import Change, Patch, Put, Remove, patches, put, remove
from editor.board.checks import fault, known, new_id, refuse
from editor.board.policies import changed_sentence, named_by
from editor.board.records import Board, PolicyRecord
from editor.board.wording import counted, listed
from editor.engine.errors import Fault, NetpolError, Place

NAME = "edit_policies"
# So many policies are named in the history; more are counted.
NAMED = 3


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
    """Names the policies when they are few, else counts what was changed, added and removed."""
    changed = list(dict.fromkeys(patch.id for patch in change.patches))
    if len(_ids(params)) == 1 and changed:
        return changed_sentence(board.policies[changed[0]], change)
    parts: list[tuple[str, list[Any]]] = [
        ("changed", [board.policies[policy_id] for policy_id in changed]),
        ("added", [item.record for item in change.puts]),
        ("removed", [item.record for item in change.removes]),
    ]
    few = sum(len(records) for _, records in parts) <= NAMED
    said = [f"{word} {_told(records, few=few)}" for word, records in parts if records]
    return listed(said)[0].upper() + listed(said)[1:] if said else "Changed nothing"


def _told(records: Sequence[Any], *, few: bool) -> str:
    if not few:
        return counted({"policies": len(records)})
    names = listed([f"{record.namespace}/{record.name}" for record in records])
    return f"policy {names}" if len(records) == 1 else f"policies {names}"


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
