"""The matrix as a grid of signs for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from editor.engine.ports import ALL_PORTS, NO_PORTS
from editor.pictures.picture import Picture, symbols


def lines(picture: Picture) -> Iterator[str]:
    """A row for each source, a numbered column for each destination, and what the signs stand for."""
    signs = symbols(picture)
    count = len(picture.names)
    wide = max((len(sign) for sign in signs.values()), default=1)
    wide = max(wide, len(str(count)))
    label = max((len(name) for name in picture.names), default=0)
    digits = len(str(count))
    yield f"{'from, to':<{digits + 1 + label}}  " + " ".join(f"{number:>{wide}}" for number in range(1, count + 1))
    for source, name in enumerate(picture.names):
        cells = (
            signs[picture.between(source, destination)] if picture.judged(source, destination) else ""
            for destination in range(count)
        )
        yield f"{source + 1:>{digits}} {name:<{label}}  {' '.join(f'{cell:>{wide}}' for cell in cells)}".rstrip()
    yield ""
    yield "+ every port   - nothing"
    for ports, sign in signs.items():
        if ports not in (ALL_PORTS, NO_PORTS):
            yield f"{sign} {ports}"
