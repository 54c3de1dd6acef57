"""What tools print around manifests, taken away so that every line keeps its number."""

from __future__ import annotations

import re
from dataclasses import replace

from editor.manifests.sources import Source

# `helm install --dry-run` and `helm get all`: a head, then the documents, then words for people.
_RELEASE = re.compile(r"NAME: [^\n]*\nLAST DEPLOYED: ")
_NOTES = re.compile(r"^NOTES:[ ]*$", re.MULTILINE)
_HEADING = re.compile(r"^(HOOKS|MANIFEST):[ ]*$", re.MULTILINE)
_COMPUTED = re.compile(r"\A(?:(?!---)[^\n]*\n)*?(?=HOOKS:|MANIFEST:|---)")
# jq and `kubectl get --watch -o json` print one object after the other.
_NEXT_OBJECT = re.compile(r"(?<=\})[ ]*\n(?=\{)")


def tidied(source: Source) -> Source:
    """The manifests alone: without Helm's report of a release, and with a mark between JSON objects in a row."""
    text = source.text
    if _RELEASE.match(text):
        notes = _NOTES.search(text)
        text = text[: notes.start()] if notes else text
        head = _COMPUTED.match(text)
        text = "\n" * text.count("\n", 0, head.end()) + text[head.end() :] if head else text
        text = _HEADING.sub("", text)
    if text.lstrip().startswith("{"):
        text = _NEXT_OBJECT.sub("\n--- ", text)
    return source if text is source.text else replace(source, text=text)
