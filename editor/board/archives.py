"""A board as a folder of files, packed as a zip: as they are, or as a base for Kustomize with an overlay a namespace.

The same board gives the same bytes.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import replace

from editor.board.export import File, Wanted, files, header, joined
from editor.board.records import Board
from editor.manifests.dump import dump
from editor.manifests.word_keys import without_word_keys

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip can tell


def as_zip(board: Board, wanted: Wanted) -> bytes:
    """A file for each manifest, in a folder for each namespace."""
    return packed({file.path: _text(board, wanted, file, f"-f {file.path}") for file in files(board, wanted)})


def as_kustomize(board: Board, wanted: Wanted) -> bytes:
    """``base`` holds everything, in a folder for each namespace; ``overlays/NAMESPACE`` is that namespace alone.

    An overlay names its namespace, which is the one that its manifests have. Kustomize leaves selectors alone, and
    these read labels, never names: so nothing changes its meaning. Where it reads a key otherwise than the API server
    does, that manifest is written anew.
    """
    held = files(board, wanted)
    sure = [replace(file, text=without_word_keys(file.text)) for file in held]
    found = {f"base/{file.path}": _text(board, wanted, file, "-k base") for file in sure}
    folders: dict[str, list[str]] = {}
    spaces: dict[str, str] = {}
    for file in held:
        folder, _, name = file.path.partition("/")
        folders.setdefault(folder, []).append(name)
        spaces[folder] = file.namespace
    found["base/kustomization.yaml"] = _kustomization(resources=sorted(folders))
    for folder, names in sorted(folders.items()):
        found[f"base/{folder}/kustomization.yaml"] = _kustomization(resources=sorted(names))
        found[f"overlays/{folder}/kustomization.yaml"] = _kustomization(
            namespace=spaces[folder], resources=[f"../../base/{folder}"]
        )
    return packed(found)


def packed(found: Mapping[str, str]) -> bytes:
    """Texts by path as a zip."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, text in found.items():
            entry = zipfile.ZipInfo(path, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, text.encode())
    return held.getvalue()


def _text(board: Board, wanted: Wanted, file: File, target: str) -> str:
    return joined([header(board, wanted, target), file.text] if wanted.header else [file.text])


def _kustomization(**fields: object) -> str:
    return dump([{"apiVersion": "kustomize.config.k8s.io/v1beta1", "kind": "Kustomization", **fields}])
