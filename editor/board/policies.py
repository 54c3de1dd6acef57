"""A policy's text and the name that it gives itself."""

from __future__ import annotations

from functools import lru_cache

from editor.board.checks import fault
from editor.board.records import Board, PolicyRecord
from editor.engine.errors import NetpolError
from editor.engine.policies import Policy
from editor.manifests.load import read_policy


@lru_cache(maxsize=4096)
def parsed(text: str, policy_id: str) -> Policy:
    """The meaning of a policy's text; places carry the policy's id as their file. Raises NetpolError."""
    return read_policy(text, policy_id)


def named_by(board: Board, policy_id: str, text: str) -> PolicyRecord:
    """The record of a policy with this text. Raises NetpolError: the text's faults, or ``name_taken``."""
    meaning = parsed(text, policy_id)
    for other in board.policies.values():
        if other.id != policy_id and (other.namespace, other.name) == (meaning.namespace, meaning.name):
            message = f"There is a policy {meaning.ref} already; give this one another name."
            raise NetpolError([fault("name_taken", message, "metadata.name", meaning.name)])
    return PolicyRecord(id=policy_id, namespace=meaning.namespace, name=meaning.name, text=text)
