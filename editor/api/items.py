"""The things on a board one by one. Every write is a command, so that it has its revision and everybody sees it."""

from __future__ import annotations

from dataclasses import dataclass
from types import ModuleType
from typing import Any
from uuid import UUID

from django.urls import URLPattern, path
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from editor.api.edits import IDEMPOTENCY, edit_id_of
from editor.api.errors import GoneError
from editor.api.schema import answers, object_schema, takes
from editor.api.views import Door
from editor.board.commands import (
    add_expectation,
    add_host,
    add_namespace,
    add_pod,
    add_policy,
    connect,
    edit_connection,
    edit_expectation,
    edit_host,
    edit_namespace,
    edit_pod,
    edit_policy,
)
from editor.board.hints import fields_of
from editor.board.records import SHAPES, PolicyRecord, Record, Table
from editor.engine.errors import Fault, NetpolError
from editor.services import edits, evaluation, warnings
from editor.wire.messages import Changed, EditMessage
from editor.wire.resources import PolicyAnswer


@dataclass(frozen=True)
class Kind:
    """A table, what one of its things is called, and the commands that add and change one."""

    table: Table
    one: str
    add: ModuleType
    edit: ModuleType


KINDS = (
    Kind("namespaces", "namespace", add_namespace, edit_namespace),
    Kind("pods", "pod", add_pod, edit_pod),
    Kind("hosts", "host", add_host, edit_host),
    Kind("connections", "connection", connect, edit_connection),
    Kind("policies", "policy", add_policy, edit_policy),
    Kind("expectations", "expectation", add_expectation, edit_expectation),
)


class Items(Door):
    """What the views of all tables have in common."""

    kind: Kind

    def records(self, board_id: UUID) -> dict[str, Record]:
        """The table as it stands."""
        return dict(evaluation.state(self.board(board_id)).table(self.kind.table))

    def record(self, board_id: UUID, item_id: UUID) -> Record:
        """One thing. Raises GoneError."""
        found = self.records(board_id).get(str(item_id))
        if found is None:
            raise GoneError(str(item_id))
        return found

    def submit(self, board_id: UUID, command: str, params: dict[str, Any]) -> Changed:
        """Carries out one command."""
        edit = EditMessage(edit_id=edit_id_of(self.request), command=command, params=params)
        return edits.submit(board_id, edit, self.actor, self.author).changed

    def shown(self, record: Record) -> Any:  # noqa: ANN401 - a record, or a record with more
        """A record as its table answers it: a policy with the warnings on its text."""
        if not isinstance(record, PolicyRecord):
            return record
        return PolicyAnswer(**vars(record), warnings=warnings.of_policy(record.id, record.text))

    @staticmethod
    def fields(request: Request) -> dict[str, Any]:
        """The body as a JSON object. Raises NetpolError: ``wrong_type``."""
        if not isinstance(request.data, dict):
            raise NetpolError([Fault("wrong_type", "The body must be a JSON object.")])
        return dict(request.data)


def views(kind: Kind) -> tuple[type[Items], type[Items]]:
    """The view of a table and the view of one thing in it."""
    shape: type[Any] = PolicyAnswer if kind.table == "policies" else SHAPES[kind.table]

    class TableView(Items):
        @extend_schema(
            operation_id=f"list_{kind.table}",
            description=f"Every {kind.one} of the board.",
            responses=answers(list[shape], 404),  # type: ignore[valid-type]
            tags=[kind.table],
        )
        def get(self, request: Request, board_id: UUID) -> Response:  # noqa: ARG002 - the framework's own signature
            return self.answer([self.shown(record) for record in self.records(board_id).values()])

        @extend_schema(
            operation_id=f"add_{kind.one}",
            description=f"Adds a {kind.one}, as the command `{kind.add.NAME}` does.",
            parameters=[IDEMPOTENCY],
            request=takes(kind.add.Params),
            responses=answers(shape, 400, 403, 404, 409, 413, 415, status=201),
            tags=[kind.table],
        )
        def post(self, request: Request, board_id: UUID) -> Response:
            self.board(board_id)
            changed = self.submit(board_id, kind.add.NAME, self.fields(request))
            made = next(item.record for item in changed.change.puts if item.table == kind.table)
            return self.answer(self.shown(made), 201)

    class ItemView(Items):
        @extend_schema(
            operation_id=f"read_{kind.one}",
            description=f"One {kind.one}.",
            responses=answers(shape, 404),
            tags=[kind.table],
        )
        def get(self, request: Request, board_id: UUID, item_id: UUID) -> Response:  # noqa: ARG002
            return self.answer(self.shown(self.record(board_id, item_id)))

        @extend_schema(
            operation_id=f"edit_{kind.one}",
            description=f"Changes the fields that are given, as the command `{kind.edit.NAME}` does.",
            parameters=[IDEMPOTENCY],
            request={"application/json": _without_id(kind.edit)},
            responses=answers(shape, 400, 403, 404, 409, 413, 415),
            tags=[kind.table],
        )
        def patch(self, request: Request, board_id: UUID, item_id: UUID) -> Response:
            self.record(board_id, item_id)
            self.submit(board_id, kind.edit.NAME, self.fields(request) | {"id": str(item_id)})
            return self.answer(self.shown(self.record(board_id, item_id)))

        @extend_schema(
            operation_id=f"delete_{kind.one}",
            description=f"Deletes the {kind.one}, with what cannot be without it.",
            parameters=[IDEMPOTENCY],
            responses={204: None} | answers(shape, 400, 403, 404, status=404),
            tags=[kind.table],
        )
        def delete(self, request: Request, board_id: UUID, item_id: UUID) -> Response:  # noqa: ARG002
            self.record(board_id, item_id)
            self.submit(board_id, "delete", {"ids": [str(item_id)]})
            return Response(status=204)

    for view in (TableView, ItemView):
        view.kind = kind
    return TableView, ItemView


def _without_id(command: ModuleType) -> dict[str, Any]:
    """The parameters of a command about one thing, whose id stands in the address."""
    return object_schema([field for field in fields_of(command.Params) if field.key != "id"])


def item_paths() -> list[URLPattern]:
    """The addresses of every table and its things, with and without the last slash."""
    found = []
    for kind in KINDS:
        table, item = (view.as_view() for view in views(kind))
        for slash in ("/", ""):
            found.append(path(f"boards/<uuid:board_id>/{kind.table}{slash}", table))
            found.append(path(f"boards/<uuid:board_id>/{kind.table}/<uuid:item_id>{slash}", item))
    return found
