"""Judged expectations as lines for a person, and as JUnit for a build server."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from xml.etree import ElementTree

from editor.analysis.expectations.judgement import FAILS, HOLDS, UNCLEAR, Judgement
from editor.cli.answers import line_of

_MARKS = {HOLDS: "ok", FAILS: "FAILS", UNCLEAR: "UNCLEAR"}


def lines(judged: Sequence[Judgement]) -> str:
    """One line for each, why under those that do not hold, and a count."""
    said = []
    for one in judged:
        said.append(f"{_MARKS[one.status]:<8}{one.expectation.title}")
        if one.words():
            where = "" if one.holds else line_of(one.expectation.place)
            said.append(f"        {where}{one.words()}")
    counts = Counter(one.status for one in judged)
    said.append(f"{counts[HOLDS]} of {len(judged)} hold")
    return "\n".join(said)


def junit(judged: Sequence[Judgement]) -> str:
    """JUnit's XML: what fails is a failure, what could not be judged is an error."""
    counts = Counter(one.status for one in judged)
    numbers = {"tests": len(judged), "failures": counts[FAILS], "errors": counts[UNCLEAR]}
    attributes = {"name": "netpol test", **{name: str(number) for name, number in numbers.items()}}
    suites = ElementTree.Element("testsuites", attributes)
    suite = ElementTree.SubElement(suites, "testsuite", attributes)
    for one in judged:
        place = one.expectation.place
        case = {"classname": place.file or "expectations", "name": one.expectation.title}
        if place.file is not None:
            case |= {"file": place.file, "line": str(place.line)}
        made = ElementTree.SubElement(suite, "testcase", case)
        if not one.holds:
            word = "failure" if one.status == FAILS else "error"
            ElementTree.SubElement(made, word, message=one.words()).text = line_of(place) + one.words()
    ElementTree.indent(suites)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(suites, encoding="unicode")
