"""A board in every form in which it can leave."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from editor.board import export
from editor.board.archives import as_kustomize, as_zip
from editor.board.drawing import Theme, draw
from editor.board.export import Wanted
from editor.board.file_names import slug
from editor.board.project import cluster_of, policies_of
from editor.board.records import Board
from editor.engine.errors import NetpolError
from editor.engine.reachability import reach
from editor.engine.workloads import arrows, rows
from editor.models import Board as BoardRow
from editor.pictures import dot, mermaid, pairs
from editor.pictures.picture import Picture
from editor.services import closed, drafts, evaluation

_SIZE = re.compile(r'width="(\d+)" height="(\d+)"')
_MOST_PIXELS = 16_000_000


@dataclass(frozen=True, slots=True)
class Asked:
    """Which form, of what. ``theme`` matters to pictures, ``wanted`` to manifests."""

    form: str = "yaml"
    wanted: Wanted = field(default_factory=Wanted)
    theme: Theme = "light"


@dataclass(frozen=True, slots=True)
class Exported:
    """A file: its name, its media type, and what is in it."""

    name: str
    media_type: str
    content: bytes


def export_board(row: BoardRow, asked: Asked) -> Exported:
    """The board as a file. Raises NetpolError where a policy cannot be read, or ``predicting``."""
    if asked.form not in PLAIN:
        closed.refuse_verdicts(row)
    board = evaluation.state(row)
    ending, media_type, write = _FORMS[asked.form]
    return Exported(f"{slug(board.board.name, 'board')}{ending}", media_type, write(row, board, asked))


def _manifests(write: Callable[[Board, Wanted], str | bytes]) -> Callable[[BoardRow, Board, Asked], bytes]:
    def written(_: BoardRow, board: Board, asked: Asked) -> bytes:
        made = write(board, asked.wanted)
        return made if isinstance(made, bytes) else made.encode()

    return written


def _matrix(lines: Callable[[Picture], Iterator[str]]) -> Callable[[BoardRow, Board, Asked], bytes]:
    def written(_row: BoardRow, board: Board, _asked: Asked) -> bytes:
        policies, faults = policies_of(board, {})
        if faults:
            raise NetpolError(faults)
        found = reach(cluster_of(board), policies)
        return "".join(f"{line}\n" for line in lines(Picture.of(rows(found), arrows(found)))).encode()

    return written


def _svg(row: BoardRow, board: Board, asked: Asked) -> bytes:
    """With what is being typed, as everybody sees the board now."""
    return draw(board, evaluation.evaluate(row, board, drafts.good_texts(row)).judged, asked.theme).encode()


def _png(row: BoardRow, board: Board, asked: Asked) -> bytes:
    """Twice as large as on the canvas, so that it stays sharp in print; a great board as large as memory is kind to."""
    import resvg_py  # 3 MB of machine code that only this needs

    picture = _svg(row, board, asked).decode()
    width, height = map(int, _SIZE.findall(picture)[0])
    wide = min(2 * width, int(width * math.sqrt(_MOST_PIXELS / (width * height))))
    return bytes(resvg_py.svg_to_bytes(svg_string=picture, width=wide))


_FORMS: dict[str, tuple[str, str, Callable[[BoardRow, Board, Asked], bytes]]] = {
    "yaml": (".yaml", "application/yaml; charset=utf-8", _manifests(export.as_yaml)),
    "json": (".json", "application/json", _manifests(export.as_json)),
    "zip": (".zip", "application/zip", _manifests(as_zip)),
    "kustomize": ("-kustomize.zip", "application/zip", _manifests(as_kustomize)),
    "csv": (".csv", "text/csv; charset=utf-8", _matrix(pairs.csv_lines)),
    "md": (".md", "text/markdown; charset=utf-8", _matrix(pairs.markdown_lines)),
    "mermaid": (".mmd", "text/vnd.mermaid; charset=utf-8", _matrix(mermaid.lines)),
    "dot": (".dot", "text/vnd.graphviz; charset=utf-8", _matrix(dot.lines)),
    "svg": (".svg", "image/svg+xml", _svg),
    "png": (".png", "image/png", _png),
}
FORMS = tuple(_FORMS)
# What was written, and no verdict.
PLAIN = frozenset(("yaml", "json", "zip", "kustomize"))
