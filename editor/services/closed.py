"""What the lesson of a board keeps shut: every verdict while a prediction is asked for, and tools that it does not
offer.

A board that was not made for a lesson pays nothing: its row says so.
"""

from __future__ import annotations

from editor.board.project import Judged
from editor.engine.errors import Fault, NetpolError
from editor.lessons.lesson import DRAW, FIXES, FORM, PROBLEMS, YAML
from editor.models import Board as BoardRow
from editor.services import progress
from editor.services.lessons import lesson_of

NOTHING = Judged()

# By command, the tools that it belongs to: one of them must be offered. Any other command is always there.
TOOLS_OF = {
    "edit_policy": (YAML, PROBLEMS),
    "import_manifests": (YAML,),
    "edit_policy_fields": (FORM,),
    "connect": (DRAW,),
    "connect_and_write": (DRAW,),
    "edit_policies": (YAML, FIXES, DRAW),
}
_WORDS = {
    YAML: "writing YAML",
    FORM: "the form of a policy",
    DRAW: "drawing connections",
    FIXES: "proposed policies",
    PROBLEMS: "the list of problems",
}
PREDICTING = Fault(
    "predicting", "A prediction is asked for: set the colours and reveal the answer, then everything is shown again."
)


def predicting(row: BoardRow) -> bool:
    """Whether the learner of a board is to predict and has not been shown the answer yet."""
    lesson = lesson_of(row)
    if lesson is None or all(step.prediction is None for step in lesson.steps):
        return False
    held = progress.of_board(row)
    if held is None:
        return False
    step = min(held.step, len(lesson.steps) - 1)
    return lesson.steps[step].prediction is not None and not held.predictions.get(str(step), {}).get("revealed")


def refuse_verdicts(row: BoardRow) -> None:
    """Raises NetpolError ``predicting`` where the answer would tell what a learner is to predict."""
    if predicting(row):
        raise NetpolError([PREDICTING])


def told(row: BoardRow, judged: Judged) -> Judged:
    """What may be told of it to everybody on the board: nothing while a prediction is asked for."""
    return NOTHING if predicting(row) else judged


def offers(row: BoardRow, *tools: str) -> bool:
    """Whether the lesson of a board offers one of these tools; any other board offers all."""
    lesson = lesson_of(row)
    return lesson is None or bool(set(tools) & set(lesson.tools))


def refuse_tool(row: BoardRow, *tools: str) -> None:
    """Raises NetpolError ``not_offered`` unless the lesson of a board offers one of these tools."""
    if not offers(row, *tools):
        words = _WORDS[tools[0]]
        raise NetpolError([Fault("not_offered", f"This lesson is done without {words}.", value=tools[0])])


def refuse_command(row: BoardRow, command: str) -> None:
    """The same for a command."""
    if command in TOOLS_OF:
        refuse_tool(row, *TOOLS_OF[command])
