"""The word that somebody may have meant: the nearest one, by the number of characters that differ."""

from __future__ import annotations

from collections.abc import Iterable

FARTHEST = 2
"""More differing characters than this are another word, not a slip of the finger."""


def nearest(word: str, known: Iterable[str]) -> tuple[str, int] | None:
    """The nearest of ``known`` with its distance; None when all differ in more than a slip.

    Short words must be nearer: in a word of three letters two wrong ones leave nothing. Of several equally near, the
    first by name.
    """
    most = min(FARTHEST, (len(word) + 1) // 3)
    found = [(distance(word, other), other) for other in sorted(set(known)) if abs(len(word) - len(other)) <= most]
    near = min((one for one in found if 0 < one[0] <= most), default=None)
    return (near[1], near[0]) if near else None


def off(count: int) -> str:
    """How far off, in words."""
    return "one character off" if count == 1 else f"{count} characters off"


def distance(one: str, other: str) -> int:
    """How many characters to change, add, drop, or swap with their neighbour."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, b in enumerate(other, 1):
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                best = min(best, earlier[j - 2] + 1)
            row.append(best)
    return row[-1]
