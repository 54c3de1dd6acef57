"""Whether what manifests bring fits on a board: names that Kubernetes would take, text that a database can hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from editor.board.arriving import ArrivingPolicy, Brought, as_record
from editor.board.checks import name_faults
from editor.board.policies import LONGEST_NAME
from editor.board.records import NamespaceRecord, PodRecord
from editor.board.shapes import as_json, read
from editor.engine.errors import Fault, NetpolError, Place


class Fit:
    """Keeps what a database can hold and Kubernetes would name so, and says what is wrong with the rest."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []

    def sound(self, brought: Iterable[Any]) -> Iterator[Any]:
        for one in brought:
            faults = _faults_of(one)
            self.faults += (replace(f, place=_placed(one, f)) for f in faults)
            if not faults:
                yield one


def _placed(one: Brought, fault: Fault) -> Place:
    return replace(fault.place, file=one.at.file, document=one.at.document, line=one.at.line)


def _faults_of(one: Brought) -> list[Fault]:
    """What no board can hold: names that Kubernetes refuses, text with a NUL, or without end."""
    record = as_record(one)
    what = {NamespaceRecord: "namespace", PodRecord: "pod"}.get(type(record))
    faults = name_faults(one.name, what, ()) if what else []
    space = getattr(one, "namespace", None)
    if space is not None:
        faults += [replace(f, place=Place(path="metadata.namespace")) for f in name_faults(space, "namespace", ())]
    if isinstance(one, ArrivingPolicy) and not 0 < len(one.name) <= LONGEST_NAME:
        message = f"A policy's name has 1 to {LONGEST_NAME} characters; write it at metadata.name."
        faults.append(Fault("invalid_name", message, Place(path="metadata.name"), one.name[:80]))
    try:
        read(type(record), as_json(record))
    except NetpolError as error:
        faults += error.faults
    return faults
