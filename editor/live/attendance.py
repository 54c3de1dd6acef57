"""Who of a workshop is here, as one instructor's connection knows it. Nothing of it is ever stored."""

from __future__ import annotations

from editor.live.roster import SILENT_FOR


class Attendance:
    """Learners by seat, each with their connections: here while one of these looks. Times are of one steady clock."""

    def __init__(self) -> None:
        self._heard: dict[str, dict[str, tuple[bool, float]]] = {}

    def here(self, seat: str) -> bool:
        """Whether a learner looks at the workshop on any device."""
        return any(looks for looks, _ in self._heard.get(seat, {}).values())

    def hear(self, seat: str, connection: str, now: float, *, looks: bool) -> bool:
        """A connection told how it is; answers whether the learner is now here who was not, or the other way round."""
        before = self.here(seat)
        self._heard.setdefault(seat, {})[connection] = looks, now
        return self.here(seat) != before

    def leave(self, seat: str, connection: str) -> bool:
        """A connection ended; answers as ``hear``."""
        before = self.here(seat)
        self._heard.get(seat, {}).pop(connection, None)
        return self.here(seat) != before

    def silent(self, now: float) -> list[str]:
        """Takes out connections that gave no sign for too long; answers the learners who are no longer here."""
        gone = [
            (seat, connection)
            for seat, connections in self._heard.items()
            for connection, (_, heard) in connections.items()
            if now - heard > SILENT_FOR
        ]
        return [seat for seat, connection in gone if self.leave(seat, connection)]
