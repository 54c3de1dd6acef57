"""What the views of the interface have in common."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from rest_framework.permissions import SAFE_METHODS
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from editor.api.negotiation import OneForm
from editor.board.shapes import as_json, read
from editor.models import Board
from editor.services import access, visits
from editor.services.people import display_name
from editor.wire.messages import Role

Shape = TypeVar("Shape")


class Door(APIView):
    """A view of the interface: one form of answer, and no rule of its own."""

    content_negotiation_class = OneForm
    # The role that a method needs; else reading needs "view" and everything else "edit".
    needs: Mapping[str, Role] = {}

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - the framework's own
        """Who asks is known from the session that came with the request: one begun by it is nobody's yet."""
        self.person = access.person(request.session)
        self.actor = self.person.actor
        self.author = display_name(request.session)
        super().initial(request, *args, **kwargs)

    def board(self, board_id: UUID, *, binned: bool = False) -> Board:
        """The board of the address, if this person may do there what the method does; they remember it.

        Raises as ``access.admit``.
        """
        method = str(self.request.method)
        need = self.needs.get(method, "view" if method in SAFE_METHODS else "edit")
        row = access.admit(board_id, self.person, need, binned=binned)
        visits.remember(row, access.begin(self.request.session))
        return row

    @staticmethod
    def body(request: Request, shape: type[Shape]) -> Shape:
        """The request's body as ``shape``. Raises NetpolError with every fault."""
        return read(shape, request.data)

    @staticmethod
    def answer(value: Any, status: int = 200) -> Response:  # noqa: ANN401 - whatever has a shape
        """A shape, or a list of them, as JSON."""
        return Response(as_json(value), status=status)
