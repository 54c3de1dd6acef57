"""Lists, numbers and ports in sentences."""

from __future__ import annotations

from collections.abc import Sequence

from editor.engine.policies import PolicyPort

MOST_NAMED = 3


def counted(count: int, one: str, many: str | None = None) -> str:
    """``1 pod``, ``3 pods``."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def listed(names: Sequence[str], most: int = MOST_NAMED) -> str:
    """``a``, ``a and b``, ``a, b and 7 more``."""
    if len(names) > most:
        return f"{', '.join(names[: most - 1])} and {len(names) - most + 1} more"
    return " and ".join(part for part in (", ".join(names[:-1]), names[-1] if names else "") if part)


def port_words(port: PolicyPort) -> str:
    """``TCP 3306``, ``UDP 30000-30100``, ``every TCP port``, ``TCP http``."""
    if port.port is None:
        return f"every {port.protocol} port"
    last = "" if port.end_port in (None, port.port) else f"-{port.end_port}"
    return f"{port.protocol} {port.port}{last}"


def ports_words(ports: Sequence[PolicyPort] | None) -> str:
    """The ports of a rule; ``every port`` without any list."""
    return "every port" if ports is None else listed([port_words(port) for port in ports])
