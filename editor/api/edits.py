"""Edits: any command, and manifests out."""

from __future__ import annotations

import re
from uuid import UUID, uuid4

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from editor.api.schema import answers, takes
from editor.api.views import Door
from editor.engine.errors import Fault, NetpolError, Place
from editor.services import edits, reverts
from editor.wire.messages import EditMessage, RedoMessage, UndoMessage
from editor.wire.resources import EditAnswer, EditEnvelope, UndoEnvelope

IDEMPOTENCY = OpenApiParameter(
    "Idempotency-Key",
    {"type": "string", "maxLength": 80},
    location="header",
    description="The edit's id: a repeat of the request is answered with what it did the first time.",
)


def edit_id_of(request: Request) -> str:
    """The edit's id that the client chose, or a fresh one. Raises NetpolError: ``bad_edit_id``."""
    given = request.headers.get("Idempotency-Key")
    if given is not None and not re.fullmatch(r"[\x21-\x7e]{1,80}", given):
        message = "An Idempotency-Key has 1 to 80 visible ASCII characters; a UUID will do."
        raise NetpolError([Fault("bad_edit_id", message, Place(path="Idempotency-Key"), given[:80])])
    return given or str(uuid4())


class CommandsView(Door):
    """The one way to change a board."""

    @extend_schema(
        operation_id="submit_command",
        description="Submits one edit, as the WebSocket does: 201, or 200 when this `edit_id` was done before or "
        "changes nothing.",
        request=takes(EditEnvelope),
        responses=answers(EditAnswer) | answers(EditAnswer, 400, 403, 404, 409, 413, 415, status=201),
        tags=["edits"],
    )
    def post(self, request: Request, board_id: UUID) -> Response:
        self.board(board_id)
        envelope = self.body(request, EditEnvelope)
        edit = EditMessage(
            edit_id=_edit_id(envelope),
            command=envelope.command,
            params=envelope.params,
            client_id=envelope.client_id,
            base_revision=envelope.base_revision,
        )
        return done(self, edits.submit(board_id, edit, self.actor, self.author))


class UndoView(Door):
    """Back by one of one's own edits."""

    @extend_schema(
        operation_id="undo",
        description="Takes back the newest edit of whoever asks and keeps what others did since: 201, or 200 for a "
        "repeat; `nothing_to_undo` when there is none.",
        request=takes(UndoEnvelope),
        responses=answers(EditAnswer) | answers(EditAnswer, 400, 403, 404, 409, 413, 415, status=201),
        tags=["edits"],
    )
    def post(self, request: Request, board_id: UUID) -> Response:
        self.board(board_id)
        envelope = self.body(request, UndoEnvelope)
        asked = UndoMessage(edit_id=_edit_id(envelope), client_id=envelope.client_id)
        return done(self, reverts.undo(board_id, asked, self.actor, self.author))


class RedoView(Door):
    """Forward again."""

    @extend_schema(
        operation_id="redo",
        description="Brings back what the newest undo of whoever asks took back: 201, or 200 for a repeat; "
        "`nothing_to_redo` when there is none.",
        request=takes(UndoEnvelope),
        responses=answers(EditAnswer) | answers(EditAnswer, 400, 403, 404, 409, 413, 415, status=201),
        tags=["edits"],
    )
    def post(self, request: Request, board_id: UUID) -> Response:
        self.board(board_id)
        envelope = self.body(request, UndoEnvelope)
        asked = RedoMessage(edit_id=_edit_id(envelope), client_id=envelope.client_id)
        return done(self, reverts.redo(board_id, asked, self.actor, self.author))


def _edit_id(envelope: EditEnvelope | UndoEnvelope) -> str:
    return envelope.edit_id if envelope.edit_id is not None else str(uuid4())


def done(door: Door, outcome: edits.Outcome) -> Response:
    """What an edit did: 201, or 200 when it made no revision now: done before, or nothing to do."""
    fields = {name: held for name, held in vars(outcome.changed).items() if name != "type"}
    return door.answer(EditAnswer(**fields), 200 if outcome.repeated or outcome.idle else 201)
