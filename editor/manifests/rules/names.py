"""The syntax of names and labels, with the messages of ``k8s.io/apimachinery/pkg/util/validation``.

Lengths are in bytes of UTF-8. Each function gives the messages of what is wrong; none when nothing is.
"""

from __future__ import annotations

import re

_LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?"
_SUBDOMAIN = rf"{_LABEL}(\.{_LABEL})*"
_KEY_NAME = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]"
_VALUE = f"({_KEY_NAME})?"

_IS_LABEL, _IS_SUBDOMAIN = re.compile(_LABEL), re.compile(_SUBDOMAIN)
_IS_KEY_NAME, _IS_VALUE = re.compile(_KEY_NAME), re.compile(_VALUE)
_PORT_NAME_CHARACTERS, _LETTER = re.compile("[-a-z0-9]+"), re.compile("[a-z]")

_LONGEST_LABEL, _LONGEST_SUBDOMAIN, _LONGEST_PORT_NAME = 63, 253, 15
# Until 1.32 the server counted bytes and called them characters.
_SAYS_BYTES = 33
_SAYS_LABEL_KEY = 34

_ALPHANUMERIC = (
    "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character"
)


def subdomain_problems(text: str, version: int) -> list[str]:
    """An RFC 1123 subdomain: most objects' names."""
    problems = _too_long(text, _LONGEST_SUBDOMAIN, version)
    if not _IS_SUBDOMAIN.fullmatch(text):
        problems.append(
            "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must "
            "start and end with an alphanumeric character" + _regex(_SUBDOMAIN, "example.com")
        )
    return problems


def label_problems(text: str, version: int) -> list[str]:
    """An RFC 1123 label: a namespace's name."""
    problems = _too_long(text, _LONGEST_LABEL, version)
    if not _IS_LABEL.fullmatch(text):
        if _IS_SUBDOMAIN.fullmatch(text):
            return [*problems, "must not contain dots"]
        problems.append(
            "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and "
            "end with an alphanumeric character" + _regex(_LABEL, "my-name", "123-abc")
        )
    return problems


def label_key_problems(text: str, version: int) -> list[str]:
    """A label's key, also called a qualified name: an optional prefix and a name."""
    prefix, slash, name = text.partition("/")
    if "/" in name:
        what = "a valid label key" if version >= _SAYS_LABEL_KEY else "a qualified name"
        regex = _regex(_KEY_NAME, "MyName", "my.name", "123-abc")
        with_prefix = " with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')"
        return [f"{what} {_ALPHANUMERIC}{regex}{with_prefix}"]
    problems = []
    if not slash:
        name = prefix
    elif not prefix:
        problems.append("prefix part must be non-empty")
    else:
        problems += [f"prefix part {problem}" for problem in subdomain_problems(prefix, version)]
    if not name:
        problems.append("name part must be non-empty")
    problems += [f"name part {problem}" for problem in _too_long(name, _LONGEST_LABEL, version)]
    if not _IS_KEY_NAME.fullmatch(name):
        problems.append(f"name part {_ALPHANUMERIC}" + _regex(_KEY_NAME, "MyName", "my.name", "123-abc"))
    return problems


def label_value_problems(text: str, version: int) -> list[str]:
    """A label's value; empty is one."""
    problems = _too_long(text, _LONGEST_LABEL, version)
    if not _IS_VALUE.fullmatch(text):
        what = f"a valid label must be an empty string or {_ALPHANUMERIC.removeprefix('must ')}"
        problems.append(what + _regex(_VALUE, "MyValue", "my_value", "12345"))
    return problems


def port_name_problems(text: str, version: int) -> list[str]:
    """A port's name, after RFC 6335."""
    problems = _too_long(text, _LONGEST_PORT_NAME, version)
    if not _PORT_NAME_CHARACTERS.fullmatch(text):
        problems.append("must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)")
    if not _LETTER.search(text):
        problems.append("must contain at least one letter (a-z)")
    if "--" in text:
        problems.append("must not contain consecutive hyphens")
    if text.startswith("-") or text.endswith("-"):
        problems.append("must not begin or end with a hyphen")
    return problems


def _too_long(text: str, limit: int, version: int) -> list[str]:
    unit = "bytes" if version >= _SAYS_BYTES else "characters"
    return [f"must be no more than {limit} {unit}"] if len(text.encode()) > limit else []


def _regex(pattern: str, *examples: str) -> str:
    shown = " or ".join(f"'{example}', " for example in examples)
    return f" (e.g. {shown}regex used for validation is '{pattern}')"
