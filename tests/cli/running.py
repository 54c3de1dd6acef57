"""Run ``netpol`` within this process, with files made for the test."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass

from editor.cli.main import main


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)


class Input(io.StringIO):
    """Standard input with the bytes below it, as a real one has."""

    @property
    def buffer(self):
        return io.BytesIO(self.getvalue().encode())


def runner(capsys, monkeypatch):
    """A function that runs ``netpol`` with words and standard input, and gives what came of it."""

    def run(*words: object, stdin: str = "") -> Ran:
        monkeypatch.setattr("sys.stdin", Input(stdin))
        capsys.readouterr()
        try:
            code = main([str(word) for word in words])
        except SystemExit as stopped:
            code = stopped.code
        out, err = capsys.readouterr()
        return Ran(code, out, err)

    return run
