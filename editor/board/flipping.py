"""What new texts of a board's policies would flip, before anything is done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import unified_diff
from typing import Annotated

from editor.analysis.flips import Flips, flips
from editor.board import commands
from editor.board.changes import apply
from editor.board.checks import known
from editor.board.commands.edit_policies import PolicyText, Removal
from editor.board.commands.edit_policy_fields import MOST_EDITS
from editor.board.hints import Longest
from editor.board.project import cluster_of, policies_of
from editor.board.records import Board
from editor.board.shapes import as_json
from editor.engine.difference import State
from editor.engine.errors import NetpolError
from editor.manifests.patch import PolicyEdit, apply_edits

MOST_TRIED = 50


@dataclass(frozen=True, kw_only=True)
class FieldsTried:
    """Edits of one policy's text, as ``edit_policy_fields`` takes them."""

    id: str
    edits: Annotated[tuple[PolicyEdit, ...], Longest(MOST_EDITS)]


@dataclass(frozen=True, kw_only=True)
class FlipsBody:
    """Texts of policies to try, as ``edit_policies`` takes them; or ``edits`` of the texts as they count now."""

    texts: tuple[PolicyText, ...] = ()
    removed: tuple[Removal, ...] = ()
    edits: Annotated[tuple[FieldsTried, ...], Longest(MOST_TRIED)] = ()


@dataclass(frozen=True, kw_only=True)
class TriedText:
    """What edits would make of one policy's text, as a unified diff."""

    policy: str
    diff: str


def tried(board: Board, drafts: Mapping[str, str], asked: FlipsBody) -> tuple[FlipsBody, tuple[TriedText, ...]]:
    """The same with the edits made, and what they changed. Raises NetpolError for edits that a text does not allow."""
    texts, diffs = [], []
    for at, one in enumerate(asked.edits):
        held = known(board.policies, one.id, "policy", f"edits[{at}].id")
        now = drafts.get(held.id, held.text)
        text = apply_edits(now, one.edits)
        texts.append(PolicyText(id=held.id, text=text, base=held.text))
        name = f"{held.namespace}/{held.name}"
        lines = unified_diff(now.splitlines(), text.splitlines(), name, name, lineterm="", n=2)
        diffs.append(TriedText(policy=name, diff="\n".join(lines)))
    return FlipsBody(texts=(*asked.texts, *texts), removed=asked.removed), tuple(diffs)


def would_flip(board: Board, drafts: Mapping[str, str], asked: FlipsBody) -> Flips:
    """Every connection that ``edit_policies`` with ``asked`` would open or close, as the policies count now.

    ``asked`` has no edits any more, see ``tried``.

    ``drafts``: what is being typed, by policy id; it counts before, and afterwards where the edit leaves it alone.
    Raises NetpolError as the command does, and when a policy cannot be read: then nothing is certain.
    """
    params = {"texts": as_json(asked.texts), "removed": as_json(asked.removed)}
    after = apply(board, commands.plan(board, "edit_policies", params).change)
    touched = {each.id for each in asked.texts} | {each.id for each in asked.removed}
    left = {key: text for key, text in drafts.items() if key not in touched}
    return flips(_state(board, drafts), _state(after, left))


def _state(board: Board, drafts: Mapping[str, str]) -> State:
    policies, faults = policies_of(board, drafts)
    if faults:
        raise NetpolError(faults)
    return State(cluster_of(board), policies)
