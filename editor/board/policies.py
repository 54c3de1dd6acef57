"""A policy's text: what it means, what is wrong with it, and the name that it gives itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from editor.board.changes import Change, patches
from editor.board.checks import fault
from editor.board.records import Board, PolicyRecord
from editor.board.wording import listed
from editor.engine.errors import Fault, NetpolError
from editor.engine.policies import Policy
from editor.manifests.load import read_policy
from editor.manifests.patch import set_scalar
from editor.manifests.validate import policy_warnings

LONGEST_NAME = 253


@dataclass(frozen=True, slots=True)
class Understood:
    """``meaning`` is None when there are faults. Places carry the policy's id as their file.

    ``warnings``: what the API server would refuse or warn of, though it has a meaning.
    """

    meaning: Policy | None
    faults: tuple[Fault, ...]
    warnings: tuple[Fault, ...] = ()


@lru_cache(maxsize=4096)
def understood(text: str, policy_id: str) -> Understood:
    """What a policy's text means, or why it means nothing. Remembered by text, as every keystroke asks."""
    try:
        meaning = read_policy(text, policy_id)
    except NetpolError as error:
        return Understood(None, error.faults)
    warnings = (replace(found, place=replace(found.place, file=policy_id)) for found in policy_warnings(text))
    return Understood(meaning, (), tuple(warnings))


def parsed(text: str, policy_id: str) -> Policy:
    """The meaning of a policy's text. Raises NetpolError with every fault."""
    found = understood(text, policy_id)
    if found.meaning is None:
        raise NetpolError(found.faults)
    return found.meaning


def named_by(board: Board, policy_id: str, text: str) -> PolicyRecord:
    """The record of a policy with this text. Raises NetpolError: the text's faults, or ``name_taken``."""
    meaning = parsed(text, policy_id)
    if not meaning.name or len(meaning.name) > LONGEST_NAME or len(meaning.namespace) > LONGEST_NAME:
        message = f"A policy's name has 1 to {LONGEST_NAME} characters; write it at metadata.name."
        raise NetpolError([fault("invalid_name", message, "metadata.name", meaning.name[:80])])
    for other in board.policies.values():
        if other.id != policy_id and (other.namespace, other.name) == (meaning.namespace, meaning.name):
            message = f"There is a policy {meaning.ref} already; give this one another name."
            raise NetpolError([fault("name_taken", message, "metadata.name", meaning.name)])
    return PolicyRecord(id=policy_id, namespace=meaning.namespace, name=meaning.name, text=text)


def check_base(held: PolicyRecord, base: str | None) -> None:
    """Raises NetpolError ``text_changed`` when an edit was made from another text than the policy's; None is any."""
    if base is not None and base != held.text:
        message = "Somebody else changed this policy meanwhile; look at it as it is now, and write yours into it."
        raise NetpolError([fault("text_changed", message, "base", held.id)])


def with_text(board: Board, held: PolicyRecord, text: str) -> Change:
    """The change that gives a policy another text, and the name that this says. Raises as ``named_by``."""
    after = named_by(board, held.id, text)
    return Change(patches=patches(held, namespace=after.namespace, name=after.name, text=after.text))


def changed_sentence(held: PolicyRecord, change: Change) -> str:
    """For the history: the old name, and the new one when the text gives it one; else what of its meaning changed."""
    after = {patch.field: patch.after for patch in change.patches if patch.id == held.id}
    old, new = (
        f"{held.namespace}/{held.name}",
        f"{after.get('namespace', held.namespace)}/{after.get('name', held.name)}",
    )
    if old != new:
        return f"Changed policy {old}, now {new}"
    what = listed(_changed_parts(held, after["text"])) if "text" in after else ""
    return f"Changed policy {old}: {what}" if what else f"Changed policy {old}"


# What a policy means, in the words of the history.
PARTS = {
    "pods": "whom it selects",
    "types": "its policy types",
    "ingress": "what may come in",
    "egress": "what may go out",
}


def _changed_parts(held: PolicyRecord, text: str) -> list[str]:
    """The parts of a policy's meaning that another text changes; that there are none is said too."""
    old, new = understood(held.text, held.id).meaning, understood(text, held.id).meaning
    if old is None or new is None:
        return []
    parts = [words for part, words in PARTS.items() if getattr(old, part) != getattr(new, part)]
    return parts or ["its words alone, it means the same"]


def moved_along(typed: str, before: PolicyRecord, after: PolicyRecord) -> str | None:
    """Text being typed into a policy that only moved to another namespace, with the new namespace written into it.

    None when more than the namespace changed, or when the typed text has no place for it.
    """
    if before.namespace == after.namespace:
        return None
    try:
        if set_scalar(before.text, "metadata.namespace", after.namespace) != after.text:
            return None
        return set_scalar(typed, "metadata.namespace", after.namespace)
    except NetpolError:
        return None
