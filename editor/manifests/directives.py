"""YAML directives (``%YAML 1.1``) before a document: the API server reads them, kubectl stumbles over them.

Within a file of several documents they would need a ``...`` before them, which kubectl does not know either.
"""

from __future__ import annotations

import re
from typing import Any

from editor.manifests.dump import dump
from editor.manifests.patch.sheet import value_of

_PROLOGUE = re.compile(r"(?:(?:%|[ \t]*#)[^\r\n]*(?:\r\n|\r|\n)|[ \t]*(?:\r\n|\r|\n))*---[ \t]*(?:\r\n|\r|\n)?")
_DIRECTIVE = re.compile(r"(?:^|(?<=[\r\n]))%(\w+)[^\r\n]*(?:\r\n|\r|\n)")


def without_directives(text: str) -> str:
    """One object's text with the same meaning and no directives; every other character stays.

    ``%TAG`` gives short names to tags that the text may use: then the object is written anew.
    """
    prologue = _PROLOGUE.match(text)
    named = {found[1] for found in _DIRECTIVE.finditer(prologue[0])} if prologue else set()
    if prologue is None or not named:
        return text
    if named - {"YAML"}:
        manifest: Any = value_of(text)
        return dump([manifest])
    return _DIRECTIVE.sub("", prologue[0][: prologue[0].rindex("---")]) + text[prologue.end() :]
