"""``netpol lesson``: check lessons, play them, list those that come with the product."""

from __future__ import annotations

import argparse

SUMMARY = "check that lessons keep what they promise"
EXAMPLES = """\
netpol lesson
netpol lesson track.yaml"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("verb", choices=("check", "list"), help="check FILEs, or list the built-in lessons")
    parser.add_argument(
        "files", nargs="*", metavar="FILE", help="lesson files; for check, none means the built-in ones"
    )


def run(given: argparse.Namespace) -> int:
    """Check or list; 1 when a lesson is broken, 2 when it cannot be read."""
    from editor.cli.exits import FINE, WRONG_USE
    from editor.lessons.catalogue import tracks

    if given.verb == "check":
        return _check(given.files)
    if given.files:
        import sys

        sys.stderr.write("netpol lesson list takes no FILE.\n")
        return WRONG_USE
    for track in tracks():
        print(f"{track.title}: {track.summary}")
        for lesson in track.lessons:
            print(f"  {lesson.id:<32}{lesson.title} ({lesson.minutes} min)")
    return FINE


def _check(files: list[str]) -> int:
    from editor.cli.answers import remark
    from editor.cli.exits import ANSWER_IS_NO, FINE, WRONG_USE
    from editor.cli.files import sources
    from editor.engine.errors import NetpolError
    from editor.lessons.catalogue import TRACKS, lesson_files, name_of
    from editor.lessons.checking import check
    from editor.lessons.reading import read_lesson

    code = FINE
    paths = files or [str(path) for name, *_ in TRACKS for path in lesson_files(name)]
    for source in sources(paths):
        try:
            faults = check(read_lesson(name_of(source.name), source))
        except NetpolError as wrong:
            remark(wrong.faults, "error")
            code = WRONG_USE
            continue
        print(f"{source.name}: {'ok' if not faults else f'{len(faults)} wrong'}")
        remark(faults, "error")
        code = max(code, ANSWER_IS_NO if faults else FINE)
    return code
