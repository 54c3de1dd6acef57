"""What a learner does in a workshop."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from editor.api.lessons import FORMS
from editor.api.parameters import one_of
from editor.api.schema import answers, json_schema, takes
from editor.api.views import Door
from editor.services import visits
from editor.services.workshops import admission, beginning, results, seats
from editor.services.workshops.facts import seat_facts
from editor.wire.lessons import StartedLesson
from editor.wire.room import Results
from editor.wire.workshop_requests import BeginHere, SeatPatch
from editor.wire.workshops import SeatFacts

_OK = 200


class OwnSeatView(Door):
    """One's own seat."""

    @extend_schema(
        operation_id="read_own_seat",
        description="The learner's own part in the workshop, with the personal code to come back by.",
        responses=answers(SeatFacts, 403, 404),
        tags=["workshops"],
    )
    def get(self, request: Request, workshop_id: UUID) -> Response:  # noqa: ARG002 - the framework's own signature
        return self.answer(seat_facts(admission.attending(workshop_id, self.person)))

    @extend_schema(
        operation_id="change_own_seat",
        description="Another nickname; the hand up (`I am stuck`) or down.",
        request=takes(SeatPatch),
        responses=answers(SeatFacts, 400, 403, 404, 409, 413, 415),
        tags=["workshops"],
    )
    def patch(self, request: Request, workshop_id: UUID) -> Response:
        seat, asked = admission.attending(workshop_id, self.person), self.body(request, SeatPatch)
        seats.change(seat, asked.nickname, asked.hand)
        return self.answer(seat_facts(seat))


class OwnBoardView(Door):
    """One's own board of a lesson."""

    @extend_schema(
        operation_id="begin_in_workshop",
        description="The learner's own board of a lesson of the workshop: the one that they have, or a new one.",
        request=takes(BeginHere),
        responses=answers(StartedLesson, 400, 403, 404, 409, 413, 415),
        tags=["workshops"],
    )
    def post(self, request: Request, workshop_id: UUID) -> Response:
        seat, asked = admission.attending(workshop_id, self.person), self.body(request, BeginHere)
        row = beginning.begin(seat, asked.lesson)
        visits.remember(row, self.person)
        return self.answer(StartedLesson(board=str(row.pk)))


class OwnProgressView(Door):
    """What one learnt, to take along."""

    @extend_schema(
        operation_id="export_own_workshop_progress",
        description="The learner's own lines of the results, as a file; after the workshop was closed too.",
        parameters=[OpenApiParameter("as", {"type": "string", "enum": list(FORMS)}, default="json")],
        responses={
            (_OK, "application/json"): OpenApiResponse(response=json_schema(Results), description="All of it"),
            (_OK, "text/csv"): OpenApiResponse(response=json_schema(str), description="The same as a table"),
        }
        | {status: held for status, held in answers(Results, 400, 403, 404).items() if status != _OK},
        tags=["workshops"],
    )
    def get(self, request: Request, workshop_id: UUID) -> HttpResponse:
        seat, form = admission.attending(workshop_id, self.person), one_of(request, "as", tuple(FORMS))
        name, content = results.as_file(seat.workshop, form, seat)
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return HttpResponse(content, content_type=FORMS[form], headers=headers)
