"""Manifests on their way onto a board, and what they would look like there."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from editor.board.arriving import Ignored
from editor.board.choices import Choices
from editor.board.hints import Key, ManifestText
from editor.board.previews import Told
from editor.wire.resources import EditAnswer
from editor.wire.verdicts import Fault


@dataclass(frozen=True, kw_only=True)
class ImportAnswer(EditAnswer):
    """What an import did. ``warnings``: on each manifest, with its file, document and line. ``ignored``: and why."""

    warnings: tuple[Fault, ...]
    ignored: tuple[Ignored, ...]


@dataclass(frozen=True, kw_only=True)
class ImportBody:
    """What to import: ``manifests`` as text, or the id of a ``delivery`` that was read before; and the choices."""

    manifests: ManifestText | None = None
    delivery: str | None = None
    choices: Choices = field(default_factory=Choices)
    edit_id: Key | None = None
    client_id: Key = ""


@dataclass(frozen=True, kw_only=True)
class PreviewBody:
    """The board that a delivery is for, null for a new one, and the choices."""

    board: str | None = None
    choices: Choices = field(default_factory=Choices)


@dataclass(frozen=True, kw_only=True)
class ImportPreview:
    """What an import would do. With ``faults`` it is refused unless faulty objects are left out.

    ``delivery``: under which id the manifests wait for an hour; null when they were only looked at.
    """

    delivery: str | None
    new: tuple[Told, ...]
    changed: tuple[Told, ...]
    removed: tuple[Told, ...]
    unchanged: int
    ignored: tuple[Ignored, ...]
    faults: tuple[Fault, ...]
    warnings: tuple[Fault, ...]


@dataclass(frozen=True, kw_only=True)
class PreviewFrame:
    """A namespace in an example's little picture."""

    name: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, kw_only=True)
class PreviewBox:
    """A pod or outside host in an example's little picture, at an absolute place."""

    id: str
    name: str
    x: float
    y: float
    outside: bool


@dataclass(frozen=True, kw_only=True)
class PreviewConnection:
    """An arrow in an example's little picture; ``source`` and ``destination`` are ids of boxes."""

    source: str
    destination: str
    allowed: bool | None


@dataclass(frozen=True, kw_only=True)
class Preview:
    """An example's little picture."""

    namespaces: tuple[PreviewFrame, ...]
    boxes: tuple[PreviewBox, ...]
    connections: tuple[PreviewConnection, ...]


@dataclass(frozen=True, kw_only=True)
class ExampleSummary:
    """A built-in example as the start page shows it."""

    id: str
    title: str
    summary: str
    kind: Literal["case", "board"]
    preview: Preview


REQUESTS = (
    ImportBody,
    PreviewBody,
)
"""What comes in; everything else goes out."""
