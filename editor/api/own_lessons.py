"""Lessons of one's own: made, written, recorded, looked at and taken along as files."""

from __future__ import annotations

from django.http import HttpResponse
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from editor.api.schema import answers, json_schema, takes
from editor.api.views import Door
from editor.board.file_names import slug
from editor.engine.errors import Fault, NetpolError
from editor.lessons.proofs import Proof
from editor.models import OwnLesson
from editor.services import access, authoring, courses, own_lessons, visits
from editor.wire.authoring import (
    KeepManuscript,
    MakeOwnLesson,
    OwnLessons,
    OwnLessonState,
    PreviewedText,
    PreviewText,
    RecordLesson,
    ShowLesson,
)

_OK = 200


class _Written(Door):
    """A door whose answer is the lesson as it stands."""

    def stands(self, held: tuple[OwnLesson, Proof], status: int = 200) -> Response:
        """With what the check says to it."""
        return self.answer(authoring.state(*held), status)


class OwnLessonsView(_Written):
    """The lessons of whoever asks."""

    @extend_schema(
        operation_id="list_own_lessons",
        description="The lessons that this browser's session or the account signed in there wrote.",
        responses=answers(OwnLessons),
        tags=["own lessons"],
    )
    def get(self, request: Request) -> Response:  # noqa: ARG002 - the framework's own signature
        return self.answer(OwnLessons(own=courses.own(self.person)))

    @extend_schema(
        operation_id="make_own_lesson",
        description="Makes a lesson: of a board of one's own, of a lesson to copy, or of a lesson's file. The last two "
        "get a board of their own, on which they are written. A file without meaning is refused with every fault and "
        "its line.",
        request=takes(MakeOwnLesson),
        responses=answers(OwnLessonState, 400, 403, 404, 409, 413, 415, status=201),
        tags=["own lessons"],
    )
    def post(self, request: Request) -> Response:
        wanted = self.body(request, MakeOwnLesson)
        # It belongs to somebody: a browser or program that is new here gets its id now.
        author = access.begin(request.session)
        row = self._made(wanted, author)
        held = own_lessons.board_of(row)
        if held is not None:
            visits.remember(access.open_board(held), author)
        return self.stands((row, own_lessons.proof_of(row)), 201)

    @staticmethod
    def _made(wanted: MakeOwnLesson, author: access.Person) -> OwnLesson:
        given = [one for one in (wanted.board, wanted.lesson, wanted.text) if one is not None]
        if len(given) != 1:
            raise NetpolError([Fault("bad_request", "Name one of `board`, `lesson` and `text`.")])
        if wanted.board is not None:
            return own_lessons.from_board(access.admit(wanted.board, author, "owner"), author)
        if wanted.lesson is not None:
            return own_lessons.from_lesson(wanted.lesson, author)
        return own_lessons.from_file(wanted.file, wanted.text or "", author)


class OwnLessonView(_Written):
    """One of them."""

    @extend_schema(
        operation_id="read_own_lesson",
        description="The lesson as it is written so far, and what the check says to it.",
        responses=answers(OwnLessonState, 404),
        tags=["own lessons"],
    )
    def get(self, request: Request, lesson: str) -> Response:  # noqa: ARG002
        row = own_lessons.opened(lesson, self.person)
        return self.stands((row, own_lessons.proof_of(row)))

    @extend_schema(
        operation_id="write_own_lesson",
        description="Keeps the manuscript, sound or not; the newest sound version is what learners play.",
        request=takes(KeepManuscript),
        responses=answers(OwnLessonState, 400, 403, 404, 409, 413, 415),
        tags=["own lessons"],
    )
    def put(self, request: Request, lesson: str) -> Response:
        said = self.body(request, KeepManuscript)
        return self.stands(own_lessons.keep(lesson, self.person, said.manuscript, said.version))

    @extend_schema(
        operation_id="delete_own_lesson",
        description="Takes it from the list. Its board stays, and whoever plays it may finish.",
        responses={204: None} | answers(OwnLessonState, 403, 404, status=404),
        tags=["own lessons"],
    )
    def delete(self, request: Request, lesson: str) -> Response:  # noqa: ARG002
        own_lessons.delete(lesson, self.person)
        return Response(status=204)


class OwnLessonFileView(Door):
    """The lesson to take along."""

    @extend_schema(
        operation_id="export_own_lesson",
        description="The lesson as the file that `netpol lesson check` reads, as it is written so far.",
        responses={(_OK, "application/yaml"): OpenApiResponse(response=json_schema(str), description="A lesson's file")}
        | {status: held for status, held in answers(OwnLessonState, 404).items() if status != _OK},
        tags=["own lessons"],
    )
    def get(self, request: Request, lesson: str) -> HttpResponse:  # noqa: ARG002
        row = own_lessons.opened(lesson, self.person)
        headers = {"Content-Disposition": f'attachment; filename="{slug(row.title, "lesson")}.yaml"'}
        return HttpResponse(own_lessons.file_of(row), content_type="application/yaml; charset=utf-8", headers=headers)


class RecordView(_Written):
    """From the board into the lesson."""

    @extend_schema(
        operation_id="record_own_lesson",
        description="Takes the start, the goals (of the expectations), the solution or a wrong solution from the "
        "lesson's board as it stands, with what is being typed.",
        request=takes(RecordLesson),
        responses=answers(OwnLessonState, 400, 403, 404, 409),
        tags=["own lessons"],
    )
    def post(self, request: Request, lesson: str) -> Response:
        return self.stands(authoring.record(lesson, self.person, self.body(request, RecordLesson)))


class ShowView(_Written):
    """From the lesson onto the board."""

    @extend_schema(
        operation_id="show_own_lesson",
        description="Puts the start, the solution or a wrong solution on the lesson's board, as one edit.",
        request=takes(ShowLesson),
        responses=answers(OwnLessonState, 400, 403, 404, 409),
        tags=["own lessons"],
    )
    def post(self, request: Request, lesson: str) -> Response:
        author = authoring.Author(self.person, self.actor, self.author)
        authoring.show(lesson, author, self.body(request, ShowLesson))
        row = own_lessons.opened(lesson, self.person)
        return self.stands((row, own_lessons.proof_of(row)))


class TextView(Door):
    """A text as a learner sees it."""

    @extend_schema(
        operation_id="preview_lesson_text",
        description="Markdown of a step as safe HTML, with the pictures of the canvas that it holds.",
        request=takes(PreviewText),
        responses=answers(PreviewedText, 400, 403, 404),
        tags=["own lessons"],
    )
    def post(self, request: Request, lesson: str) -> Response:
        return self.answer(authoring.previewed(lesson, self.person, self.body(request, PreviewText).text))
