"""Workshops: opened and listed, and the way in."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from editor.api.schema import answers, takes
from editor.api.views import Door
from editor.engine.errors import Fault, NetpolError
from editor.models import Seat, Workshop
from editor.services import access, attempts
from editor.services.access import Person
from editor.services.workshops import addresses, admission, joining, opening, purging, state
from editor.services.workshops.joining import WrongCodeError
from editor.wire.workshop_requests import Joining, NewWorkshop, WithCode, WorkshopPatch
from editor.wire.workshops import Door as Entrance
from editor.wire.workshops import Workshops, WorkshopState

Answer = TypeVar("Answer")


class WorkshopDoor(Door):
    """What the views of workshops have in common."""

    def stands(self, workshop: Workshop, seat: Seat | None = None, status: int = 200) -> Response:
        """The workshop as it is now."""
        fresh = Workshop.objects.get(pk=workshop.pk)
        join = addresses.join_at(fresh, self.request.build_absolute_uri("/").rstrip("/"))
        return self.answer(state.state(fresh, seat, join), status)

    def mine(self, workshop_id: UUID) -> Workshop:
        """The workshop, for its instructor. Raises as ``admission.teaching``."""
        return admission.teaching(workshop_id, self.person)

    def by_code(self, ask: Callable[[Person], Answer]) -> Answer:
        """What a code leads to, for this browser. Wrong codes are counted; after too many none is looked at."""
        browser = access.begin(self.request.session)
        seconds = attempts.wait(self.request, "wrong code", browser.browser)
        if seconds is not None:
            message = f"Too many wrong codes. Wait {-(-seconds // 60)} minutes, then try again."
            raise NetpolError([Fault("too_many_attempts", message, value=seconds)])
        try:
            return ask(browser)
        except WrongCodeError:
            attempts.too_many(self.request, "wrong code", browser.browser)
            raise


class WorkshopsView(WorkshopDoor):
    """Those of a person."""

    @extend_schema(
        operation_id="list_workshops",
        description="The workshops that this browser's session, or the account signed in there, teaches and attends.",
        responses=answers(Workshops),
        tags=["workshops"],
    )
    def get(self, request: Request) -> Response:  # noqa: ARG002 - the framework's own signature
        return self.answer(state.workshops(self.person))

    @extend_schema(
        operation_id="open_workshop",
        description="Opens a workshop with these lessons. It belongs to the session, or to the account signed in.",
        request=takes(NewWorkshop),
        responses=answers(WorkshopState, 400, 403, 409, 413, 415, status=201),
        tags=["workshops"],
    )
    def post(self, request: Request) -> Response:
        made = opening.open_workshop(self.body(request, NewWorkshop), access.begin(request.session))
        return self.stands(made, status=201)


class LookView(WorkshopDoor):
    """What a code leads to."""

    @extend_schema(
        operation_id="look_at_code",
        description="The workshop behind a code, before a nickname is chosen. Wrong codes are limited: 20 an hour "
        "from a browser, 200 from an address.",
        request=takes(WithCode),
        responses=answers(Entrance, 400, 403, 404, 413, 415, 429),
        tags=["workshops"],
    )
    def post(self, request: Request) -> Response:
        asked = self.body(request, WithCode)
        return self.answer(self.by_code(lambda who: joining.look(asked.code, who)))


class JoinView(WorkshopDoor):
    """A new seat."""

    @extend_schema(
        operation_id="join_workshop",
        description="Takes a seat under a nickname; without an account. A browser that has one keeps it, and its name.",
        request=takes(Joining),
        responses=answers(WorkshopState, 400, 403, 404, 409, 413, 415, 429) | answers(WorkshopState, status=201),
        tags=["workshops"],
    )
    def post(self, request: Request) -> Response:
        asked = self.body(request, Joining)
        seat, workshop, new = self.by_code(lambda who: joining.join(asked.code, asked.nickname, who))
        if new and seat is not None:
            joining.be_called(request.session, seat)
        return self.stands(workshop, seat, 201 if new else 200)


class ReturnView(WorkshopDoor):
    """Back to a seat."""

    @extend_schema(
        operation_id="return_to_workshop",
        description="Takes this browser to the seat of a personal code: on another device, or after cookies were lost.",
        request=takes(WithCode),
        responses=answers(WorkshopState, 400, 403, 404, 413, 415, 429),
        tags=["workshops"],
    )
    def post(self, request: Request) -> Response:
        asked = self.body(request, WithCode)
        seat = self.by_code(lambda who: joining.come_back(asked.code, who))
        who = access.person(request.session)
        workshop, own = admission.enter(seat.workshop_id, who)
        return self.stands(workshop, own)


class WorkshopView(WorkshopDoor):
    """One workshop."""

    @extend_schema(
        operation_id="read_workshop",
        description="The workshop as whoever asks may know it: `room` for its instructor, `seat` for a learner.",
        responses=answers(WorkshopState, 403, 404),
        tags=["workshops"],
    )
    def get(self, request: Request, workshop_id: UUID) -> Response:  # noqa: ARG002
        return self.stands(*admission.enter(workshop_id, self.person))

    @extend_schema(
        operation_id="rename_workshop",
        description="Another title.",
        request=takes(WorkshopPatch),
        responses=answers(WorkshopState, 400, 403, 404, 409, 413, 415),
        tags=["workshops"],
    )
    def patch(self, request: Request, workshop_id: UUID) -> Response:
        workshop = self.mine(workshop_id)
        opening.rename(workshop, self.body(request, WorkshopPatch).title)
        return self.stands(workshop)

    @extend_schema(
        operation_id="delete_workshop",
        description="Deletes it now, with all seats, boards and results.",
        responses={204: None} | answers(WorkshopState, 403, 404, status=404),
        tags=["workshops"],
    )
    def delete(self, request: Request, workshop_id: UUID) -> Response:  # noqa: ARG002
        purging.delete(self.mine(workshop_id))
        return Response(status=204)
