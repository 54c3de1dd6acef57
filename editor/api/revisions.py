"""What happened: the log, its names, and the way back to any of its revisions."""

from __future__ import annotations

from uuid import UUID, uuid4

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from editor.api import numbers
from editor.api.edits import done
from editor.api.schema import answers, takes
from editor.api.views import Door
from editor.services import histories, milestones, travel
from editor.wire.messages import RestoreMessage
from editor.wire.resources import (
    EditAnswer,
    NamedRevision,
    RevisionEntry,
    RevisionName,
    UndoEnvelope,
)

MOST_REVISIONS = 200
HIGHEST = 2**53


class RevisionsView(Door):
    """The log."""

    @extend_schema(
        operation_id="list_revisions",
        description=f"The revisions after number `after` and before `before`, the newest first, {MOST_REVISIONS} at "
        "most; with `named=true` those alone that somebody gave a name. The next page is before the last number.",
        parameters=[
            OpenApiParameter("after", {"type": "integer", "minimum": 0, "maximum": HIGHEST}, default=0),
            OpenApiParameter("before", {"type": "integer", "minimum": 0, "maximum": HIGHEST}, default=HIGHEST),
            OpenApiParameter("limit", {"type": "integer", "minimum": 1, "maximum": MOST_REVISIONS}, default=100),
            OpenApiParameter("named", {"type": "boolean"}, default=False),
        ],
        responses=answers(list[RevisionEntry], 400, 404),
        tags=["revisions"],
    )
    def get(self, request: Request, board_id: UUID) -> Response:
        row = self.board(board_id)
        asked = histories.Page(
            after=numbers.number(request, "after", 0, HIGHEST, 0),
            before=numbers.number(request, "before", 0, HIGHEST, HIGHEST),
            limit=numbers.number(request, "limit", 1, MOST_REVISIONS, 100),
            named=numbers.switch(request, "named"),
        )
        return self.answer(histories.page(row, asked, self.actor))


class RevisionView(Door):
    """One line of the log."""

    @extend_schema(
        operation_id="read_revision",
        description="One revision.",
        responses=answers(RevisionEntry, 400, 404),
        tags=["revisions"],
    )
    def get(self, request: Request, board_id: UUID, number: int) -> Response:  # noqa: ARG002 - the framework's own
        return self.answer(histories.one(self.board(board_id), number, self.actor))


class RestoreView(Door):
    """Back to a revision."""

    @extend_schema(
        operation_id="restore_revision",
        description="Makes the board what it was at this revision, as a new revision that can be undone like any edit: "
        "201, or 200 for a repeat and when nothing differs. 0 is before the first edit.",
        request=takes(UndoEnvelope),
        responses=answers(EditAnswer) | answers(EditAnswer, 400, 403, 404, 409, 413, 415, status=201),
        tags=["revisions"],
    )
    def post(self, request: Request, board_id: UUID, number: int) -> Response:
        self.board(board_id)
        envelope = self.body(request, UndoEnvelope)
        edit_id = envelope.edit_id if envelope.edit_id is not None else str(uuid4())
        asked = RestoreMessage(edit_id=edit_id, revision=number, client_id=envelope.client_id)
        return done(self, travel.restore(board_id, asked, self.actor, self.author))


class NameView(Door):
    """The name of a revision."""

    @extend_schema(
        operation_id="name_revision",
        description="Gives the revision a name, or another one.",
        request=takes(RevisionName),
        responses=answers(NamedRevision, 400, 403, 404, 413, 415),
        tags=["revisions"],
    )
    def put(self, request: Request, board_id: UUID, number: int) -> Response:
        self.board(board_id)
        named = milestones.name(board_id, number, self.body(request, RevisionName).name, self.author)
        return self.answer(NamedRevision(revision=named.revision, name=named.name or ""))

    @extend_schema(
        operation_id="unname_revision",
        description="Takes the revision's name away.",
        responses={204: None} | answers(NamedRevision, 400, 403, 404, status=404),
        tags=["revisions"],
    )
    def delete(self, request: Request, board_id: UUID, number: int) -> Response:  # noqa: ARG002
        self.board(board_id)
        milestones.unname(board_id, number)
        return Response(status=204)
