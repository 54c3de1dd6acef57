"""Share links of a board, for its owner."""

from __future__ import annotations

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from editor.api.schema import answers, takes
from editor.api.views import Door
from editor.services import access, members, ownership, sharing
from editor.wire.resources import Ownership
from editor.wire.sharing import ChangedLink, NewLink, ShareLinkEntry


class OwnerView(Door):
    """Whose a board is."""

    needs = {"GET": "owner", "HEAD": "owner", "POST": "owner"}

    @extend_schema(
        operation_id="read_owner",
        description="Whose the board is: yours, or nobody's. A board that a program without a session made belongs to "
        "nobody, and whoever knows its address may do everything there.",
        responses=answers(Ownership, 403, 404),
        tags=["sharing"],
    )
    def get(self, request: Request, board_id: UUID) -> Response:  # noqa: ARG002 - the framework's own signature
        return self.answer(Ownership(owner=ownership.whose(self.board(board_id))))

    @extend_schema(
        operation_id="take_board",
        description="Makes a board that belongs to nobody yours: the account's that is signed in, else the browser's. "
        "Whoever has its address alone is out at once.",
        request=None,
        responses=answers(Ownership, 403, 404, 409),
        tags=["sharing"],
    )
    def post(self, request: Request, board_id: UUID) -> Response:
        ownership.take(self.board(board_id), access.begin(request.session))
        return self.answer(Ownership(owner="you"))


class LinksView(Door):
    """All of them."""

    needs = {"GET": "owner", "HEAD": "owner", "POST": "owner"}

    @extend_schema(
        operation_id="list_links",
        description="The links that were not revoked, the newest first, and who came by each.",
        responses=answers(list[ShareLinkEntry], 404),
        tags=["sharing"],
    )
    def get(self, request: Request, board_id: UUID) -> Response:  # noqa: ARG002 - the framework's own signature
        return self.answer(sharing.links(self.board(board_id)))

    @extend_schema(
        operation_id="make_link",
        description="Makes a link: whoever opens its `path` in a browser has its role until it ends.",
        request=takes(NewLink),
        responses=answers(ShareLinkEntry, 400, 403, 404, 413, 415, status=201),
        tags=["sharing"],
    )
    def post(self, request: Request, board_id: UUID) -> Response:
        return self.answer(sharing.make(self.board(board_id), self.body(request, NewLink)), 201)


class LinkView(Door):
    """One link."""

    needs = {"PATCH": "owner", "DELETE": "owner"}

    @extend_schema(
        operation_id="change_link",
        description="Another role, label or expiry. Whoever came by the link has it at once.",
        request=takes(ChangedLink),
        responses=answers(ShareLinkEntry, 400, 403, 404, 413, 415),
        tags=["sharing"],
    )
    def patch(self, request: Request, board_id: UUID, link_id: UUID) -> Response:
        row = self.board(board_id)
        return self.answer(sharing.change(row, link_id, self.body(request, ChangedLink), request.data))

    @extend_schema(
        operation_id="revoke_link",
        description="Ends the link for good. Whoever came by it is out at once.",
        responses={204: None} | answers(ShareLinkEntry, 403, 404, status=404),
        tags=["sharing"],
    )
    def delete(self, request: Request, board_id: UUID, link_id: UUID) -> Response:  # noqa: ARG002
        sharing.revoke(self.board(board_id), link_id)
        return Response(status=204)


class MemberView(Door):
    """Somebody who came by a link."""

    needs = {"DELETE": "owner"}

    @extend_schema(
        operation_id="remove_member",
        description="Puts a person out at once; no link of the board that they opened lets them in again. The link "
        "stays open for others.",
        responses={204: None} | answers(ShareLinkEntry, 403, 404, status=404),
        tags=["sharing"],
    )
    def delete(self, request: Request, board_id: UUID, link_id: UUID, member: int) -> Response:  # noqa: ARG002
        members.put_out(self.board(board_id), link_id, member)
        return Response(status=204)


class MembershipView(Door):
    """What whoever asks has of somebody else's board."""

    needs = {"DELETE": "view"}

    @extend_schema(
        operation_id="leave_board",
        description="Takes somebody else's board off one's list and closes it to oneself, until one opens a link of it "
        "again. Its owner is refused with `owner_stays`.",
        responses={204: None} | answers(ShareLinkEntry, 403, 404, 409, status=404),
        tags=["sharing"],
    )
    def delete(self, request: Request, board_id: UUID) -> Response:  # noqa: ARG002
        members.leave(self.board(board_id), self.person)
        return Response(status=204)
