"""What an unquoted YAML scalar is to the Kubernetes API server.

The server reads YAML with sigs.k8s.io/yaml, whose resolution is that of go-yaml 2: YAML 1.1 booleans with ``y`` and
``n``, integers as Go writes them (``0x50``, ``0120`` and ``0o120`` are octal, ``0b1``), floats such as ``8e3``, no
numbers to the base 60 and no dates. Source: goyaml.v2, resolve.go.
"""

from __future__ import annotations

import base64
import binascii
import math
import re

Scalar = str | int | float | bool | None

_WORDS: dict[str, Scalar] = {
    **dict.fromkeys(("y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"), True),
    **dict.fromkeys(("n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"), False),
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), math.nan),
    **dict.fromkeys((".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"), math.inf),
    **dict.fromkeys(("-.inf", "-.Inf", "-.INF"), -math.inf),
}
WORDS = frozenset(_WORDS)
"""Unquoted texts that are no strings, other than numbers."""
_FIRST = frozenset("0123456789+-.")
_INTEGER = re.compile(r"([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9][0-9]*))\Z")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\Z")
_DOTTED = re.compile(r"\.[0-9]+([eE][-+]?[0-9]+)?\Z")
_MOST_DIGITS = 70
_SMALLEST, _LARGEST = -(2**63), 2**64 - 1

_PREFIX = "tag:yaml.org,2002:"
_TAGGED = {"bool": bool, "int": int, "float": float, "null": type(None)}


def resolve_plain(text: str) -> Scalar:
    """The value of an unquoted scalar without a tag."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _FIRST:
        return text
    if text[0] == ".":
        return _float(text, _DOTTED)
    digits = text.replace("_", "")
    # Longer ones are beyond 64 bits in every base.
    whole = _INTEGER.match(digits) if len(digits) <= _MOST_DIGITS else None
    if whole:
        number = _integer(*whole.groups())
        if _SMALLEST <= number <= _LARGEST:
            return number
    value = _float(digits, _FLOAT)
    return text if isinstance(value, str) else value


def resolve_tagged(tag: str, text: str) -> Scalar:
    """The value of a scalar with an explicit ``tag``. Raises ValueError when the text is no such thing."""
    kind = tag.removeprefix(_PREFIX)
    if kind == "binary":
        try:
            return base64.b64decode(text, validate=True).decode("utf-8", "replace")
        except binascii.Error as wrong:
            raise ValueError(f"!!binary value is not base64: {wrong}") from wrong
    wanted = _TAGGED.get(kind) if tag != kind else None
    if wanted is None:
        return text
    value = resolve_plain(text)
    if wanted is float and type(value) is int:
        return float(value)
    if type(value) is not wanted:
        raise ValueError(f"cannot read `{text}` as !!{kind}")
    return value


def _integer(sign: str, hexadecimal: str | None, binary: str | None, octal: str | None, decimal: str | None) -> int:
    for digits, base in ((hexadecimal, 16), (binary, 2), (octal, 8), (decimal, 10)):
        if digits is not None:
            return int(sign + digits, base)
    return 0


def _float(text: str, form: re.Pattern[str]) -> Scalar:
    if not form.match(text):
        return text
    value = float(text)
    return text if math.isinf(value) else value
