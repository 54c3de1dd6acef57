"""``# netpol:ignore ID reason``: somebody knows of a problem, and has said why it stays."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from editor.analysis.problem import Problem
from editor.analysis.written import Written
from editor.engine.errors import Fault, Place

MARK = "netpol:ignore"
_COMMENT = re.compile(r"(?:^|\s)#\s*netpol:ignore(?:\s+(?P<id>\S+))?(?:\s+(?P<reason>\S.*?))?\s*$")
_ONLY_COMMENT = re.compile(r"\s*(#.*)?$")


@dataclass(frozen=True, slots=True)
class Ignored:
    """One comment: on its own line it speaks of what comes below, at the end of a line of that line.

    ``last``: the last line that it speaks of when it stands alone.
    """

    file: str
    line: int
    id: str
    reason: str
    alone: bool
    last: int


def ignored_in(file: str, text: str, known: Iterable[str]) -> tuple[list[Ignored], list[Fault]]:
    """The comments of a text, and what is wrong with them: ``unknown_problem``, ``ignored_without_reason``."""
    if MARK not in text:
        return [], []
    found: list[Ignored] = []
    faults: list[Fault] = []
    identities = frozenset(known)
    lines = text.splitlines()
    for at, line in enumerate(lines, 1):
        comment = _COMMENT.search(line) if MARK in line else None
        if comment is None:
            continue
        identity, reason = comment["id"] or "", comment["reason"] or ""
        place = Place(file=file, line=at, column=line.index("#", comment.start()) + 1, end_line=at)
        if identity not in identities:
            message = f"`{identity}` is no problem's id, so that this ignores nothing: `netpol lint --list` names them."
            faults.append(Fault("unknown_problem", message, place, identity))
        elif not reason:
            message = f"Say why {identity} is ignored: `# {MARK} {identity} REASON`. Without a reason it is not."
            faults.append(Fault("ignored_without_reason", message, place, identity))
        else:
            found.append(Ignored(file, at, identity, reason, not line[: comment.start()].strip(), _below(lines, at)))
    return found, faults


def _below(lines: list[str], at: int) -> int:
    """The number of the first line below line ``at`` that is more than a comment."""
    while at < len(lines) and _ONLY_COMMENT.match(lines[at]):
        at += 1
    return at + 1


def with_ignored(
    problems: Iterable[Problem], comments: Mapping[str, list[Ignored]], written: Iterable[Written]
) -> Iterator[Problem]:
    """The problems, with the reason of whoever ignored them."""
    headed = {one.policy.ref: _heads(one) for one in written}
    for problem in problems:
        found = comments.get(problem.place.file or "", ())
        reason = next((c.reason for c in found if c.id == problem.id and _speaks_of(c, problem, headed)), None)
        yield problem if reason is None else replace(problem, ignored=reason)


def _heads(one: Written) -> frozenset[int]:
    """The lines of a policy on which, or above which, a comment speaks of the whole policy."""
    first, metadata = one.place("", at_key=True).line, one.place("metadata", at_key=True).line
    return frozenset(line for line in (first, metadata) if line)


def _speaks_of(comment: Ignored, problem: Problem, headed: Mapping[str, frozenset[int]]) -> bool:
    heads = headed.get(problem.policy, frozenset()) if problem.policy else frozenset()
    lines = {problem.place.line, *heads}
    return comment.last in lines if comment.alone else comment.line in lines


def with_comment(text: str, line: int, identity: str, reason: str) -> str:
    """``text`` with the comment that ignores a problem of ``line`` (from 1) put on a line of its own above it."""
    lines = text.splitlines(keepends=True)
    at = min(max(line, 1), len(lines)) - 1 if lines else 0
    indent = re.match(r"[ \t]*", lines[at])[0] if lines else ""  # type: ignore[index]
    words = " ".join(reason.split())
    ending = "\r\n" if lines and lines[at].endswith("\r\n") else "\n"
    return "".join([*lines[:at], f"{indent}# {MARK} {identity} {words}{ending}", *lines[at:]])
