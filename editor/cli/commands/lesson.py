"""``netpol lesson``: check lessons, play them, list those that come with the product."""

from __future__ import annotations

import argparse

SUMMARY = "check that lessons keep what they promise"
EXAMPLES = """\
netpol lesson
netpol lesson track.yaml"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument(
        "verb", choices=("check", "play", "list"), help="check FILEs, play one FILE, or list the built-in lessons"
    )
    parser.add_argument(
        "files", nargs="*", metavar="FILE", help="lesson files; for check, none means the built-in ones"
    )
    parser.add_argument(
        "--policies", metavar="PATH", help="for play: manifests as a learner would write them; left out: the start"
    )


def run(given: argparse.Namespace) -> int:
    """Check, play or list; 1 when a lesson is broken or a goal is not reached, 2 when a file cannot be read."""
    if given.policies and given.verb != "play":
        return _misused(f"netpol lesson {given.verb} takes no --policies.")
    if given.verb == "check":
        return _check(given.files)
    if given.verb == "list":
        return _misused("netpol lesson list takes no FILE.") if given.files else _list()
    if len(given.files) != 1:
        return _misused("netpol lesson play takes one FILE.")
    return _play(given.files[0], given.policies)


def _misused(words: str) -> int:
    import sys

    from editor.cli.exits import WRONG_USE

    sys.stderr.write(f"{words}\n")
    return WRONG_USE


def _list() -> int:
    from editor.cli.exits import FINE
    from editor.lessons.catalogue import tracks

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


def _play(file: str, policies: str | None) -> int:
    from editor.cli.exits import ANSWER_IS_NO, FINE
    from editor.cli.files import sources, text
    from editor.cli.formats.goals import lines
    from editor.lessons.catalogue import name_of
    from editor.lessons.judging import play
    from editor.lessons.misconceptions import problems
    from editor.lessons.reading import read_lesson
    from editor.manifests.load import read_strict

    lesson = read_lesson(name_of(file), text(file))
    written = sources([policies]) if policies else []
    read_strict(written)  # what is wrong with them is told with their names
    played = "\n---\n".join(source.text for source in written) if policies else None
    outcome = play(lesson, played)
    print(lines(lesson, outcome, problems(lesson, played)))
    return FINE if outcome.passed else ANSWER_IS_NO
