"""Lessons: the course, beginning one, and what a learner does in it."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from editor.api.parameters import one_of
from editor.api.schema import answers, json_schema, takes
from editor.api.views import Door
from editor.models import Board
from editor.services import access, courses, learning, lesson_state, progress, visits
from editor.wire.lessons import AskHint, Course, GoToStep, LessonState, Predict, ProgressFile, StartedLesson

_OK = 200
FORMS = {"json": "application/json", "csv": "text/csv; charset=utf-8"}


class LessonsView(Door):
    """The course."""

    @extend_schema(
        operation_id="list_lessons",
        description="Every lesson by track, with how far this browser's session or the account signed in there came.",
        responses=answers(Course),
        tags=["lessons"],
    )
    def get(self, request: Request) -> Response:  # noqa: ARG002 - the framework's own signature
        return self.answer(courses.course(self.person))


class ProgressView(Door):
    """What a person learnt, to take along."""

    @extend_schema(
        operation_id="export_progress",
        description="The lessons that were begun, with steps, tries, hints and predictions, as a file.",
        parameters=[OpenApiParameter("as", {"type": "string", "enum": list(FORMS)}, default="json")],
        responses={
            (_OK, "application/json"): OpenApiResponse(response=json_schema(ProgressFile), description="All of it"),
            (_OK, "text/csv"): OpenApiResponse(response=json_schema(str), description="The same as a table"),
        }
        | {status: held for status, held in answers(ProgressFile, 400).items() if status != _OK},
        tags=["lessons"],
    )
    def get(self, request: Request) -> HttpResponse:
        form = one_of(request, "as", tuple(FORMS))
        headers = {"Content-Disposition": f'attachment; filename="progress.{form}"'}
        return HttpResponse(courses.as_file(self.person, form), content_type=FORMS[form], headers=headers)

    @extend_schema(
        operation_id="import_progress",
        description="Takes in such a file (JSON): lessons that were not begun here, and ticks that are not here yet. "
        "Boards do not come along.",
        request=takes(ProgressFile),
        responses=answers(Course, 400, 403, 413, 415),
        tags=["lessons"],
    )
    def post(self, request: Request) -> Response:
        learner = access.begin(request.session)
        progress.bring(learner, self.body(request, ProgressFile))
        return self.answer(courses.course(learner))


class StartView(Door):
    """Begins a lesson."""

    @extend_schema(
        operation_id="start_lesson",
        description="The person's own board of the lesson: the one that they have, or a new one as the lesson begins.",
        request=None,
        responses=answers(StartedLesson, 403, 404, 409),
        tags=["lessons"],
    )
    def post(self, request: Request, lesson: str) -> Response:
        # As with a board: a browser's first lesson is its own too.
        learner = access.begin(request.session) if "HTTP_ORIGIN" in request.META else self.person
        row = learning.begin(lesson, learner)
        visits.remember(row, access.begin(request.session))
        return self.answer(StartedLesson(board=str(row.pk)))


class _OnBoard(Door):
    """Something done in the lesson of a board; the answer is how the lesson stands then."""

    def stands(self, row: Board) -> Response:
        """The board is read again: what was done may have changed it."""
        return self.answer(lesson_state.state(access.open_board(row.pk)))


class LessonView(_OnBoard):
    """The lesson of a board."""

    @extend_schema(
        operation_id="read_lesson",
        description="The lesson that a board was made for: its steps, the goals of the present one judged on what the "
        "policies do now (drafts included), hints and predictions so far.",
        responses=answers(LessonState, 404),
        tags=["lessons"],
    )
    def get(self, request: Request, board_id: UUID) -> Response:  # noqa: ARG002
        return self.stands(self.board(board_id))


class HintView(_OnBoard):
    """Help."""

    @extend_schema(
        operation_id="ask_for_hint",
        description="Shows the next hint at once; with `solution` the solution, when no hint is left.",
        request=takes(AskHint),
        responses=answers(LessonState, 400, 403, 404),
        tags=["lessons"],
    )
    def post(self, request: Request, board_id: UUID) -> Response:
        row = self.board(board_id)
        learning.ask(row, solution=self.body(request, AskHint).solution)
        return self.stands(row)


class PredictView(_OnBoard):
    """Predictions."""

    @extend_schema(
        operation_id="predict",
        description="Keeps the colours that were set, in the order of the arrows; with `reveal` shows the answer.",
        request=takes(Predict),
        responses=answers(LessonState, 400, 403, 404),
        tags=["lessons"],
    )
    def post(self, request: Request, board_id: UUID) -> Response:
        row = self.board(board_id)
        learning.predict(row, self.body(request, Predict))
        return self.stands(row)


class StepView(_OnBoard):
    """The way through the steps."""

    @extend_schema(
        operation_id="go_to_step",
        description="Goes to a step of the lesson, counted from 0.",
        request=takes(GoToStep),
        responses=answers(LessonState, 400, 403, 404),
        tags=["lessons"],
    )
    def post(self, request: Request, board_id: UUID) -> Response:
        row = self.board(board_id)
        learning.go_to(row, self.body(request, GoToStep).step)
        return self.stands(row)


class ResetView(_OnBoard):
    """Begins anew."""

    @extend_schema(
        operation_id="reset_lesson",
        description="The board as the lesson begins, as one edit that can be undone, and the first step again.",
        request=None,
        responses=answers(LessonState, 403, 404),
        tags=["lessons"],
    )
    def post(self, request: Request, board_id: UUID) -> Response:  # noqa: ARG002
        row = self.board(board_id)
        learning.reset(row, self.actor, self.author)
        return self.stands(row)
