"""What an instructor does in a workshop. The answer is how the workshop stands then."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from editor.api.lessons import FORMS
from editor.api.parameters import one_of
from editor.api.schema import answers, json_schema, takes
from editor.api.workshops import WorkshopDoor
from editor.engine.errors import Fault, NetpolError, Place
from editor.services.workshops import (
    addresses,
    closing,
    freezing,
    gates,
    lessons,
    opening,
    releasing,
    resetting,
    results,
    seats,
    showing,
)
from editor.services.workshops.facts import seat_facts
from editor.wire.room import Results
from editor.wire.workshop_requests import Freeze, Gate, LessonChoice, OpenLesson, Release, ResetSeats, SeatPatch, Show
from editor.wire.workshops import SeatFacts, WorkshopState

_OK = 200
DONE = answers(WorkshopState, 400, 403, 404, 409, 413, 415)


class AddLessonView(WorkshopDoor):
    """One more lesson."""

    @extend_schema(
        operation_id="add_workshop_lesson",
        description="One more lesson, at the end.",
        request=takes(LessonChoice),
        responses=DONE,
        tags=["workshops"],
    )
    def post(self, request: Request, workshop_id: UUID) -> Response:
        workshop = self.mine(workshop_id)
        opening.add_lesson(workshop, self.body(request, LessonChoice), self.person)
        return self.stands(workshop)


class OpenLessonView(WorkshopDoor):
    """The next lesson."""

    @extend_schema(
        operation_id="open_workshop_lesson",
        description="Opens lessons up to one and asks everybody there; without a number the next; `all`: every one.",
        request=takes(OpenLesson),
        responses=DONE,
        tags=["workshops"],
    )
    def post(self, request: Request, workshop_id: UUID) -> Response:
        workshop = self.mine(workshop_id)
        lessons.open_lesson(workshop, self.body(request, OpenLesson))
        return self.stands(workshop)


class GateView(WorkshopDoor):
    """How far learners may go."""

    @extend_schema(
        operation_id="gate_workshop_lesson",
        description="The last step of a lesson, from 0, that learners may go to; null lets all run.",
        request=takes(Gate),
        responses=DONE,
        tags=["workshops"],
    )
    def post(self, request: Request, workshop_id: UUID) -> Response:
        workshop, asked = self.mine(workshop_id), self.body(request, Gate)
        gates.set_gate(workshop, asked.lesson, asked.step)
        return self.stands(workshop)


class FreezeView(WorkshopDoor):
    """Hands off, and on again."""

    @extend_schema(
        operation_id="freeze_workshop",
        description="Learners may look and not edit (`frozen` 403), or edit again. What is under way for 3 seconds "
        "after is still taken, and drafts are kept.",
        request=takes(Freeze),
        responses=DONE,
        tags=["workshops"],
    )
    def post(self, request: Request, workshop_id: UUID) -> Response:
        workshop = self.mine(workshop_id)
        freezing.freeze(workshop, frozen=self.body(request, Freeze).frozen)
        return self.stands(workshop)


class ReleaseView(WorkshopDoor):
    """A hint, or the solution."""

    @extend_schema(
        operation_id="release_in_workshop",
        description="Gives everybody the next hint of a lesson, or its solution.",
        request=takes(Release),
        responses=DONE,
        tags=["workshops"],
    )
    def post(self, request: Request, workshop_id: UUID) -> Response:
        workshop = self.mine(workshop_id)
        releasing.release(workshop, self.body(request, Release))
        return self.stands(workshop)


class ResetView(WorkshopDoor):
    """Back to the start."""

    @extend_schema(
        operation_id="reset_in_workshop",
        description="The lesson of one learner, or without `seat` everybody's, as it began: an edit on each board.",
        request=takes(ResetSeats),
        responses=DONE,
        tags=["workshops"],
    )
    def post(self, request: Request, workshop_id: UUID) -> Response:
        workshop, asked = self.mine(workshop_id), self.body(request, ResetSeats)
        seat = as_uuid(asked.seat, "seat") if asked.seat is not None else None
        resetting.reset(workshop, asked.lesson, seat, self.actor, self.author)
        return self.stands(workshop)


class ShowView(WorkshopDoor):
    """One canvas for the whole room."""

    @extend_schema(
        operation_id="show_to_workshop",
        description="Shows the room a copy of a learner's board without the name (`seat`, `lesson`), or a board of "
        "one's own as it changes (`board`); with neither the room is shown nothing more.",
        request=takes(Show),
        responses=DONE,
        tags=["workshops"],
    )
    def post(self, request: Request, workshop_id: UUID) -> Response:
        workshop, asked = self.mine(workshop_id), self.body(request, Show)
        given = (asked.seat is not None, asked.lesson is not None, asked.board is not None)
        if given == (True, True, False):
            showing.show_learner(workshop, as_uuid(asked.seat, "seat"), asked.lesson or 0, self.person)
        elif given == (False, False, True):
            showing.show_own(workshop, as_uuid(asked.board, "board"), self.person)
        elif not any(given):
            showing.end(workshop)
        else:
            message = "Name a `seat` and a `lesson`, or a `board`, or nothing."
            raise NetpolError([Fault("bad_request", message, Place(path="seat"))])
        return self.stands(workshop)


class CloseView(WorkshopDoor):
    """The end."""

    @extend_schema(
        operation_id="close_workshop",
        description="From now on learners may look, export and copy; at `gone_at` all of it is deleted.",
        request=None,
        responses=answers(WorkshopState, 403, 404, 409),
        tags=["workshops"],
    )
    def post(self, request: Request, workshop_id: UUID) -> Response:  # noqa: ARG002 - the framework's own signature
        workshop = self.mine(workshop_id)
        closing.close(workshop)
        return self.stands(workshop)


class ResultsView(WorkshopDoor):
    """What everybody did."""

    @extend_schema(
        operation_id="export_workshop_results",
        description="A line for each learner and lesson, as a file.",
        parameters=[OpenApiParameter("as", {"type": "string", "enum": list(FORMS)}, default="json")],
        responses={
            (_OK, "application/json"): OpenApiResponse(response=json_schema(Results), description="All of it"),
            (_OK, "text/csv"): OpenApiResponse(response=json_schema(str), description="The same as a table"),
        }
        | {status: held for status, held in answers(Results, 400, 403, 404).items() if status != _OK},
        tags=["workshops"],
    )
    def get(self, request: Request, workshop_id: UUID) -> HttpResponse:
        workshop, form = self.mine(workshop_id), one_of(request, "as", tuple(FORMS))
        name, content = results.as_file(workshop, form)
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return HttpResponse(content, content_type=FORMS[form], headers=headers)


class QrView(WorkshopDoor):
    """The way in for cameras."""

    @extend_schema(
        operation_id="draw_workshop_qr",
        description="The join link as a QR code.",
        responses={
            (_OK, "image/svg+xml"): OpenApiResponse(response=json_schema(str), description="The picture"),
        }
        | {status: held for status, held in answers(WorkshopState, 403, 404).items() if status != _OK},
        tags=["workshops"],
    )
    def get(self, request: Request, workshop_id: UUID) -> HttpResponse:
        workshop = self.mine(workshop_id)
        link = addresses.join_at(workshop, request.build_absolute_uri("/").rstrip("/")).link
        return HttpResponse(addresses.qr_code(link), content_type="image/svg+xml")


class SeatView(WorkshopDoor):
    """One learner, to the instructor."""

    @extend_schema(
        operation_id="read_seat",
        description="The learner's part as they see it, with the personal code: for who lost it with their device.",
        responses=answers(SeatFacts, 403, 404),
        tags=["workshops"],
    )
    def get(self, request: Request, workshop_id: UUID, seat_id: UUID) -> Response:  # noqa: ARG002
        return self.answer(seat_facts(seats.seat_in(self.mine(workshop_id), seat_id)))

    @extend_schema(
        operation_id="change_seat",
        description="Another nickname; the hand down.",
        request=takes(SeatPatch),
        responses=DONE,
        tags=["workshops"],
    )
    def patch(self, request: Request, workshop_id: UUID, seat_id: UUID) -> Response:
        workshop, asked = self.mine(workshop_id), self.body(request, SeatPatch)
        seats.change(seats.seat_in(workshop, seat_id), asked.nickname, asked.hand)
        return self.stands(workshop)

    @extend_schema(
        operation_id="remove_seat",
        description="Takes a learner out at once. What they did stays in the results.",
        responses=answers(WorkshopState, 403, 404),
        tags=["workshops"],
    )
    def delete(self, request: Request, workshop_id: UUID, seat_id: UUID) -> Response:  # noqa: ARG002
        workshop = self.mine(workshop_id)
        seats.remove(seats.seat_in(workshop, seat_id))
        return self.stands(workshop)


class RestoreSeatView(WorkshopDoor):
    """In again."""

    @extend_schema(
        operation_id="restore_seat",
        description="Lets a learner in again who was taken out.",
        request=None,
        responses=answers(WorkshopState, 403, 404, 409),
        tags=["workshops"],
    )
    def post(self, request: Request, workshop_id: UUID, seat_id: UUID) -> Response:  # noqa: ARG002
        workshop = self.mine(workshop_id)
        seats.restore(seats.seat_in(workshop, seat_id))
        return self.stands(workshop)


def as_uuid(text: str | None, field: str) -> UUID:
    """An id in a body. Raises NetpolError ``bad_id``."""
    try:
        return UUID(text)
    except (ValueError, TypeError):
        message = f"`{field}` is an id, a UUID."
        raise NetpolError([Fault("bad_id", message, Place(path=field), (text or "")[:80])]) from None
