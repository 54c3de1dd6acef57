"""Two revisions of a board, two boards, or a board and manifests, compared."""

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
from editor.board.pairs import Pairs
from editor.engine.errors import Fault, NetpolError, Place
from editor.models import Board
from editor.services import access, comparing
from editor.services.comparing import Compared
from editor.wire.comparing import ComparedPairs, ComparedSide, ComparisonAnswer
from editor.wire.resources import Snapshot

HIGHEST = 2**53
FORMS = ("json", "markdown")
REVISION = {"type": "integer", "minimum": 0, "maximum": HIGHEST}
SWITCH = {"type": "boolean"}


class CompareView(Door):
    """From one revision to another, or from a board to another one or to manifests."""

    @extend_schema(
        operation_id="compare_revisions",
        description="What differs: things added, removed and changed; every drawn connection as gained, lost, changed "
        "or unchanged, with the rules responsible; the same of all pairs of workloads, drawn or not; the "
        "policies' texts as unified diffs. Without `board` and `delivery` from the revision `from` to the revision "
        "`to` of the board: `to` is the board as it stands when it is left out, `from` the revision before `to`; 0 is "
        "before the first. With one of them from the board at `from` (or as it stands) to the other board, or to the "
        "manifests. Drafts are left out.",
        parameters=[
            OpenApiParameter("from", REVISION),
            OpenApiParameter("to", REVISION),
            OpenApiParameter("board", {"type": "string", "format": "uuid"}, description="another board"),
            OpenApiParameter("at", REVISION, description="the other board's revision; as it stands when left out"),
            OpenApiParameter("delivery", {"type": "string"}, description="manifests that were read (`deliveries/`)"),
            OpenApiParameter("swap", SWITCH, default=False, description="from the other one to this board"),
            OpenApiParameter("pairs", SWITCH, default=True, description="with all pairs, and the Markdown"),
            OpenApiParameter("snapshot", SWITCH, default=False, description="with what is to be drawn"),
            OpenApiParameter("as", {"type": "string", "enum": list(FORMS)}, default=FORMS[0]),
        ],
        responses=answers(ComparisonAnswer, 400, 403, 404)
        | {(200, "text/markdown"): OpenApiResponse(response=json_schema(str), description="For a pull request")},
        tags=["revisions"],
    )
    def get(self, request: Request, board_id: UUID) -> Response | HttpResponse:
        row = self.board(board_id)
        form = request.query_params.get("as", FORMS[0])
        if form not in FORMS:
            raise NetpolError([Fault("bad_parameter", "as is json or markdown.", Place(path="as"), form[:80])])
        # Whoever asks for the text asks for all of it.
        pairs = numbers.switch(request, "pairs", default=True) or form == "markdown"
        compared, old, new = self._compared(request, row, pairs=pairs)
        text = as_markdown(compared.found, old.name, new.name) if pairs else ""
        if form == "markdown":
            return HttpResponse(text, content_type="text/markdown; charset=utf-8")
        found = compared.found
        return self.answer(
            ComparisonAnswer(
                from_=old.revision,
                to=new.revision,
                old=old,
                new=new,
                summary=summary(found),
                things=found.things,
                arrows=found.arrows,
                policies=found.policies,
                pairs=_pairs(found.pairs),
                isolation=found.isolation,  # type: ignore[arg-type]
                snapshot=Snapshot.of(compared.picture) if numbers.switch(request, "snapshot") else None,
                markdown=text,
            )
        )

    def _compared(self, request: Request, row: Board, *, pairs: bool) -> tuple[Compared, ComparedSide, ComparedSide]:
        """What differs, and the names of both sides."""
        other, delivery = (request.query_params.get(name) for name in ("board", "delivery"))
        if not other and not delivery:
            new = numbers.number(request, "to", 0, HIGHEST, row.revision)
            old = numbers.number(request, "from", 0, HIGHEST, max(0, new - 1))
            was, now = (ComparedSide(name=f"revision {each}", board=str(row.pk), revision=each) for each in (old, new))
            return comparing.revisions(row, old, new, pairs=pairs), was, now
        if other and delivery:
            message = "Compare with a board or with manifests: give one of the two."
            raise NetpolError([Fault("bad_parameter", message, Place(path="delivery"), delivery[:80])])
        here = numbers.number(request, "from", 0, HIGHEST, row.revision)
        swapped = numbers.switch(request, "swap")
        mine = ComparedSide(name=_name(row, here), board=str(row.pk), revision=here)
        if other:
            there = access.admit(other, self.person)
            at = numbers.number(request, "at", 0, HIGHEST, there.revision)
            theirs = ComparedSide(name=_name(there, at), board=str(there.pk), revision=at)
            found = comparing.boards(row, here, there, at, swapped=swapped)
        else:
            theirs = ComparedSide(name="the manifests", board=None, revision=None)
            found = comparing.manifests(row, here, str(delivery), swapped=swapped)
        return (found, theirs, mine) if swapped else (found, mine, theirs)


def _name(row: Board, revision: int) -> str:
    return row.name if revision == row.revision else f"{row.name} at revision {revision}"


def _pairs(found: Pairs | None) -> ComparedPairs | None:
    if found is None:
        return None
    differing = found.turns.differing
    return ComparedPairs(
        listed=found.listed(),
        left_out=found.left_out,
        gained=sum(bool(one.gained) for one in differing),
        lost=sum(bool(one.lost) for one in differing),
        unchanged=found.turns.alike_count,
        alike=found.alike(),
    )
