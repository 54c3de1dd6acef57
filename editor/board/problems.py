"""A board's problems: what is valid and still wrong in its policies, on its pods."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from editor.analysis.linting import Linted, Linter
from editor.analysis.problem import Concerned
from editor.analysis.scene import Scene
from editor.analysis.written import Written, written_in
from editor.board.policies import understood
from editor.board.project import cluster_of
from editor.board.records import Board
from editor.engine.cluster import Cluster


@dataclass(slots=True)
class Watch:
    """Looks at one board again and again, and keeps what an edit did not touch."""

    _linter: Linter = field(default_factory=Linter)
    _seen: tuple[object, ...] = ()
    _cluster: Cluster | None = None
    _last: tuple[Board, dict[str, str], Linted] | None = None

    def look(self, board: Board, drafts: Mapping[str, str]) -> Linted:
        """The problems of the board, with drafts (text by policy id) in place of their policies' text.

        Places carry the policy's id as their file. A policy that has no meaning is left out: its faults say why.
        """
        texts = {record.id: drafts.get(record.id, record.text) for record in board.policies.values()}
        if self._last is not None and self._last[0] is board and self._last[1] == texts:
            return self._last[2]
        written = [found for policy_id, text in texts.items() if (found := _written(text, policy_id)) is not None]
        scene = Scene(self._cluster_of(board), written, wishes=_wishes(board))
        linted = self._linter.lint(scene, texts)
        self._last = board, texts, linted
        return linted

    def _cluster_of(self, board: Board) -> Cluster:
        """The very same cluster as long as nothing in it changed: what was found in each policy then stands."""
        seen = (board.namespaces, board.pods)
        if self._cluster is None or self._seen != seen:
            self._seen, self._cluster = seen, cluster_of(board)
        return self._cluster


@lru_cache(maxsize=4096)
def _written(text: str, policy_id: str) -> Written | None:
    meaning = understood(text, policy_id).meaning
    return None if meaning is None else written_in(text, meaning)


def _wishes(board: Board) -> list[Concerned]:
    return [
        Concerned(board.place_name(one.source), board.place_name(one.destination), one.protocol, one.port)
        for one in board.connections.values()
    ]
