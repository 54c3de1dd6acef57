"""Strict decoding, as the API server does it: wrong types first, then unknown fields and duplicate keys.

A wrong type hides everything else, and the server names only one of them: it decodes with the keys in alphabetical
order and reports the first type error, except that a type which decodes itself (``IntOrString``, ``Time``) ends the
decoding there and then. Unknown fields and duplicate keys are reported together. Source: sigs.k8s.io/json, decode.go.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.manifests.fields import whole_number
from editor.manifests.located import Located
from editor.manifests.rules.findings import DECODE, UNKNOWN_FIELD, Finding
from editor.manifests.rules.schema import Anything, IntOrString, Items, Leaf, Struct, Texts, Time, Type

# Go writes larger floating point numbers with an exponent.
_LONGEST_INTEGER = 10**21
_RFC3339 = re.compile(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d([.,]\d+)?([Zz]|[-+]\d\d:\d\d)\Z")
_INDICES = re.compile(r"\[\d+\]")


class _DecodingEndedError(Exception):
    """A type that decodes itself failed; nothing behind it is looked at."""

    def __init__(self, found: Finding) -> None:
        super().__init__(found.message)
        self.found = found


def head_errors(manifest: Located) -> list[Finding]:
    """An apiVersion or a kind that is no text: the server looks at these two first."""
    heads = (manifest.get("apiVersion"), manifest.get("kind"))
    return [_mismatch(head, head.kind, "string", "") for head in heads if head is not None and head.kind != "string"][
        :1
    ]


def decode_errors(manifest: Located, struct: Struct) -> list[Finding]:
    """The one type error that the server reports, or none."""
    try:
        return next(([found] for found in list(_decode(manifest, struct, struct.name))), [])
    except _DecodingEndedError as ended:
        return [ended.found]


def unknown_fields(manifest: Located, struct: Struct) -> list[Finding]:
    """Every field that the Go types do not have, values of such fields not looked at."""
    return list(_unknown(manifest, struct))


def _decode(value: Located, wanted: Type, struct: str) -> Iterator[Finding]:
    """``struct``: the name of the struct whose field this is."""
    if value.null or isinstance(wanted, Anything):
        return
    if isinstance(wanted, Leaf):
        yield from _leaf(value, wanted, struct)
    elif isinstance(wanted, IntOrString | Time):
        _self_decoded(value, wanted, struct)
    elif isinstance(wanted, Items):
        yield from _array(value, wanted, struct)
    elif value.kind != "object":
        yield _mismatch(value, value.kind, wanted.go, struct)
    elif isinstance(wanted, Texts):
        yield from _texts(value, struct)
    else:
        for name in sorted(value.fields.keys() & wanted.fields.keys()):
            yield from _decode(value.fields[name], wanted.fields[name], wanted.name)


def _texts(value: Located, struct: str) -> Iterator[Finding]:
    for key in sorted(value.fields):
        entry = value.fields[key]
        if entry.kind not in ("string", "null"):
            # The server names the map, not the key.
            yield _mismatch(entry, entry.kind, "string", struct, value.path)


def _array(value: Located, wanted: Items, struct: str) -> Iterator[Finding]:
    if value.kind != "array":
        yield _mismatch(value, value.kind, wanted.go, struct)
        return
    for item in value.items:
        yield from _decode(item, wanted.of, struct)


def _leaf(value: Located, wanted: Leaf, struct: str) -> Iterator[Finding]:
    if value.kind != wanted.kind:
        yield _mismatch(value, value.kind, wanted.go, struct)
    elif wanted.bits:
        number = whole_number(value)
        limit = 1 << (wanted.bits - 1)
        if number is None or not -limit <= number < limit:
            shown = value.scalar if number is None or abs(number) >= _LONGEST_INTEGER else number
            yield _mismatch(value, f"number {shown}", wanted.go, struct)


def _self_decoded(value: Located, wanted: IntOrString | Time, struct: str) -> None:
    """Raise for a value that the type does not take: such an error ends the decoding."""
    found: list[Finding] = []
    if isinstance(wanted, IntOrString):
        if value.kind != "string":
            found = list(_leaf(value, Leaf(wanted.go, "number", 32), struct))
    elif value.kind != "string":
        found = [_mismatch(value, value.kind, wanted.go, struct)]
    elif not _RFC3339.match(str(value.scalar)):
        text = f'parsing time "{value.scalar}" as "2006-01-02T15:04:05Z07:00": cannot parse "{value.scalar}" as a time'
        found = [Finding(_INDICES.sub("", value.path), DECODE, _prefix(text), value.place)]
    if found:
        raise _DecodingEndedError(found[0])


def _mismatch(value: Located, kind: str, go: str, struct: str, path: str | None = None) -> Finding:
    path = _INDICES.sub("", value.path if path is None else path)
    where = f"Go struct field {struct}.{path}" if path else "Go value"
    return Finding(path, DECODE, _prefix(f"json: cannot unmarshal {kind} into {where} of type {go}"), value.place)


def _unknown(value: Located, wanted: Type) -> Iterator[Finding]:
    if isinstance(wanted, Items):
        for item in value.items:
            yield from _unknown(item, wanted.of)
    elif isinstance(wanted, Struct):
        for name in sorted(value.fields):
            field = value.fields[name]
            if name in wanted.fields:
                yield from _unknown(field, wanted.fields[name])
            else:
                text = f'strict decoding error: unknown field "{field.path}"'
                yield Finding(field.path, UNKNOWN_FIELD, _prefix(text), field.key_place)


def _prefix(text: str) -> str:
    return f'NetworkPolicy in version "v1" cannot be handled as a NetworkPolicy: {text}'
