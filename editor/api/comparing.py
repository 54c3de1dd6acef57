"""Two revisions of a board, compared."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from editor.api import numbers
from editor.api.schema import answers, json_schema
from editor.api.views import Door
from editor.board.comparison_words import as_markdown, summary
from editor.engine.errors import Fault, NetpolError, Place
from editor.services import comparing, travel
from editor.wire.resources import ComparisonAnswer, Snapshot

HIGHEST = 2**53
FORMS = ("json", "markdown")
REVISION = {"type": "integer", "minimum": 0, "maximum": HIGHEST}


class CompareView(Door):
    """From one revision to another."""

    @extend_schema(
        operation_id="compare_revisions",
        description="What differs between two revisions: things added, removed and changed; every drawn connection "
        "as gained, lost, changed or unchanged, with the rules responsible; the policies' texts as unified diffs. "
        "`to` is the board as it stands when it is left out, `from` the revision before `to`; 0 is before the first. "
        "Drafts are left out.",
        parameters=[
            OpenApiParameter("from", REVISION),
            OpenApiParameter("to", REVISION),
            OpenApiParameter("snapshot", {"type": "boolean"}, default=False, description="with the board at `to`"),
            OpenApiParameter("as", {"type": "string", "enum": list(FORMS)}, default=FORMS[0]),
        ],
        responses=answers(ComparisonAnswer, 400, 404)
        | {(200, "text/markdown"): OpenApiResponse(response=json_schema(str), description="For a pull request")},
        tags=["revisions"],
    )
    def get(self, request: Request, board_id: UUID) -> Response | HttpResponse:
        row = self.board(board_id)
        new = numbers.number(request, "to", 0, HIGHEST, row.revision)
        old = numbers.number(request, "from", 0, HIGHEST, max(0, new - 1))
        form = request.query_params.get("as", FORMS[0])
        if form not in FORMS:
            raise NetpolError([Fault("bad_parameter", "as is json or markdown.", Place(path="as"), form[:80])])
        found = comparing.revisions(row, old, new)
        text = as_markdown(found, f"revision {old}", f"revision {new}")
        if form == "markdown":
            return HttpResponse(text, content_type="text/markdown; charset=utf-8")
        shown = travel.board_at(row, new) if numbers.switch(request, "snapshot") else None
        return self.answer(
            ComparisonAnswer(
                from_=old,
                to=new,
                summary=summary(found),
                things=found.things,
                arrows=found.arrows,
                policies=found.policies,
                isolation=found.isolation,  # type: ignore[arg-type]
                snapshot=Snapshot.of(shown) if shown is not None else None,
                markdown=text,
            )
        )
