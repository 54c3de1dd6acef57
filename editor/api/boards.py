"""Boards as wholes."""

from __future__ import annotations

from typing import cast
from uuid import UUID, uuid4

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from editor.api.numbers import number, switch
from editor.api.parameters import one_of
from editor.api.schema import answers, takes
from editor.api.views import Door
from editor.services import access, binned, boards, duplicates, edits, listing, ownership, visits
from editor.services.listing import ORDERS
from editor.wire.messages import EditMessage
from editor.wire.resources import BoardPatch, BoardSummary, BoardWhole, Me, NewBoard, VerdictsNow

MOST_BOARDS = 200
MOST_LISTED = 100_000
LONGEST_SEARCH = 120
SHELVES = ("active", "archived", "deleted")


class BoardsView(Door):
    """The boards of whoever asks."""

    @extend_schema(
        operation_id="list_boards",
        description="The boards of this browser's session and of the account that is signed in there: made, "
        "shared with them, or opened. `q` searches the names.",
        parameters=[
            OpenApiParameter("state", {"type": "string", "enum": list(SHELVES)}, default=SHELVES[0]),
            OpenApiParameter("q", {"type": "string", "maxLength": LONGEST_SEARCH}, default=""),
            OpenApiParameter("sort", {"type": "string", "enum": list(ORDERS)}, default="opened"),
            OpenApiParameter("offset", {"type": "integer", "minimum": 0, "maximum": MOST_LISTED}, default=0),
            OpenApiParameter("limit", {"type": "integer", "minimum": 1, "maximum": MOST_BOARDS}, default=MOST_BOARDS),
        ],
        responses=answers(list[BoardSummary], 400),
        tags=["boards"],
    )
    def get(self, request: Request) -> Response:
        wanted = listing.Wanted(
            shelf=cast(listing.Shelf, one_of(request, "state", SHELVES)),
            text=request.query_params.get("q", "")[:LONGEST_SEARCH].replace("\0", "").strip(),
            order=cast(listing.Order, one_of(request, "sort", tuple(ORDERS))),
            first=number(request, "offset", 0, MOST_LISTED, 0),
            most=number(request, "limit", 1, MOST_BOARDS, MOST_BOARDS),
        )
        return self.answer(listing.listed(self.person, wanted))

    @extend_schema(
        operation_id="create_board",
        description="Makes a board: empty, from an example, or from manifests. It belongs to the account or to the "
        "browser's session. One that a program without a session makes belongs to nobody: its id opens it.",
        request=takes(NewBoard),
        responses=answers(BoardWhole, 400, 403, 404, 409, 413, 415, status=201),
        tags=["boards"],
    )
    def post(self, request: Request) -> Response:
        wanted = self.body(request, NewBoard)
        # A browser names its page with every write, a program does not: a browser's first board is its own too.
        maker = access.begin(request.session) if "HTTP_ORIGIN" in request.META else self.person
        row = boards.create(wanted, maker)
        visits.remember(row, access.begin(request.session))
        return self.answer(boards.whole(row), 201)


class BoardView(Door):
    """One board."""

    needs = {"DELETE": "owner"}

    @extend_schema(
        operation_id="read_board",
        description="The board with everything on it.",
        responses=answers(BoardWhole, 404),
        tags=["boards"],
    )
    def get(self, request: Request, board_id: UUID) -> Response:  # noqa: ARG002 - the framework's own signature
        return self.answer(boards.whole(self.board(board_id)))

    @extend_schema(
        operation_id="change_board",
        description="Gives the board another name, or puts it aside (`archived`, for its owner alone).",
        request=takes(BoardPatch),
        responses=answers(BoardWhole, 400, 403, 404, 413, 415),
        tags=["boards"],
    )
    def patch(self, request: Request, board_id: UUID) -> Response:
        row = self.board(board_id)
        wanted = self.body(request, BoardPatch)
        if wanted.archived is not None:
            access.admit(board_id, self.person, "owner")
        if wanted.name is not None:
            params = {"name": wanted.name}
            edits.submit(
                board_id,
                EditMessage(edit_id=str(uuid4()), command="rename_board", params=params),
                self.actor,
                self.author,
            )
        if wanted.archived is not None:
            boards.archive(row, archived=wanted.archived)
        return self.answer(boards.whole(self.board(board_id)))

    @extend_schema(
        operation_id="delete_board",
        description="Puts the board into the bin, from where `restore/` brings it back for some days. With `for_good` "
        "a board of the bin is deleted with its history.",
        parameters=[OpenApiParameter("for_good", {"type": "boolean"}, default=False)],
        responses={204: None} | answers(BoardWhole, 400, 403, 404, status=404),
        tags=["boards"],
    )
    def delete(self, request: Request, board_id: UUID) -> Response:
        if switch(request, "for_good"):
            binned.burn(self.board(board_id, binned=True))
        else:
            self.board(board_id)
            binned.throw_away(board_id)
        return Response(status=204)


class RestoreView(Door):
    """Out of the bin."""

    needs = {"POST": "owner"}

    @extend_schema(
        operation_id="restore_board",
        description="Takes a deleted board out of the bin, as it was.",
        request=None,
        responses=answers(BoardWhole, 403, 404),
        tags=["boards"],
    )
    def post(self, request: Request, board_id: UUID) -> Response:  # noqa: ARG002
        return self.answer(boards.whole(binned.take_back(self.board(board_id, binned=True))))


class DuplicateView(Door):
    """The same once more."""

    needs = {"POST": "view"}

    @extend_schema(
        operation_id="duplicate_board",
        description="Makes a copy that belongs to whoever asks: what is saved on the board, without its history.",
        request=None,
        responses=answers(BoardWhole, 403, 404, 409, status=201),
        tags=["boards"],
    )
    def post(self, request: Request, board_id: UUID) -> Response:
        row = duplicates.duplicate(self.board(board_id), self.person)
        visits.remember(row, access.begin(request.session))
        return self.answer(boards.whole(row), 201)


class MeView(Door):
    """Who asks."""

    @extend_schema(
        operation_id="read_me",
        description="The account that is signed in, if any, and how many boards there are.",
        responses=answers(Me),
        tags=["boards"],
    )
    def get(self, request: Request) -> Response:  # noqa: ARG002
        claimable = len(ownership.claimable(self.person))
        totals = listing.totals(self.person)
        return self.answer(Me(name=self.person.name or None, boards=totals, claimable=claimable))


class VerdictsView(Door):
    """What holds now."""

    @extend_schema(
        operation_id="read_verdicts",
        description="One verdict for every connection, drafts included, and the revision they are of.",
        responses=answers(VerdictsNow, 404),
        tags=["verdicts"],
    )
    def get(self, request: Request, board_id: UUID) -> Response:  # noqa: ARG002
        return self.answer(boards.verdicts(self.board(board_id)))
