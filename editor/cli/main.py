"""``netpol``: choose the command, run it, turn errors into exit codes."""

from __future__ import annotations

import argparse
import gc
import importlib
import os
import pkgutil
import sys
from collections.abc import Sequence
from typing import NoReturn, Protocol, cast

from editor.cli import colours, commands
from editor.cli.answers import remark
from editor.cli.exits import INTERRUPTED, WRONG_USE
from editor.engine.errors import NetpolError

DESCRIPTION = "Who may reach whom under Kubernetes NetworkPolicies, and why."
EPILOG = """\
PATH is a file, a folder (read with its subfolders: .yaml, .yml, .json) or - for standard input.
Exit codes: 0 fine; 1 the answer is no; 2 wrong use or unreadable input."""
LASTING = ("serve",)


class Command(Protocol):
    """What a module in ``commands`` provides."""

    SUMMARY: str
    EXAMPLES: str

    def arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare what the command takes."""

    def run(self, given: argparse.Namespace) -> int:
        """Do it; the exit code. Raises NetpolError for input without meaning."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run ``netpol`` with ``argv``, the process's own arguments when None. Returns the exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    given = _parser(words).parse_args(words)
    if given.command is None:
        _parser([]).print_help(sys.stderr)
        return WRONG_USE
    command = _load(given.command)
    colours.choose(given.color)
    # Such a process ends before the search for cycles would pay, and it takes half the time over many small objects.
    searching = gc.isenabled() and given.command not in LASTING
    if searching:
        gc.disable()
    try:
        code = command.run(given)
        sys.stdout.flush()
    except NetpolError as wrong:
        remark(wrong.faults, "error")
        return WRONG_USE
    except BrokenPipeError:
        # The reader, such as `head`, had enough. Python would complain once more when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return INTERRUPTED
    finally:
        if searching:
            gc.enable()
    return code


def entry() -> NoReturn:
    """The program ``netpol``."""
    code = main()
    # Python searches for cycles once more before it goes, when nothing is left that anybody will miss.
    gc.freeze()
    sys.exit(code)


def _parser(words: Sequence[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="netpol", description=DESCRIPTION, epilog=EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    choices = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    named = sorted(module.name for module in pkgutil.iter_modules(commands.__path__))
    # The command that is asked for is the only one whose arguments matter.
    for name in [words[0]] if words and words[0] in named else named:
        command = _load(name)
        sub = choices.add_parser(
            name,
            help=command.SUMMARY,
            description=command.SUMMARY,
            epilog=f"examples:\n{_indented(command.EXAMPLES)}\n\n{EPILOG}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        command.arguments(sub)
        sub.add_argument(
            "--color", choices=colours.CHOICES, default="auto", help="default: on a terminal, unless NO_COLOR is set"
        )
    return parser


def _indented(examples: str) -> str:
    return "\n".join(f"  {line}" for line in examples.splitlines())


def _load(name: str) -> Command:
    return cast(Command, importlib.import_module(f"editor.cli.commands.{name}"))


if __name__ == "__main__":
    entry()
