"""The start page and a board's page."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_safe

from editor.pages.faults import ended, not_found, taken_out
from editor.pages.vite import NotBuiltError, entry
from editor.services import access, sharing, visits


@require_safe
@never_cache
@ensure_csrf_cookie
def start(request: HttpRequest) -> HttpResponse:
    """Where a person chooses or makes a board: what this browser makes is its own from now on."""
    access.begin(request.session)
    return application(request, "Netpol Studio")


@require_safe
@never_cache
@ensure_csrf_cookie
def board(request: HttpRequest, board_id: UUID) -> HttpResponse:
    """A board; its browser remembers it from now on."""
    who = access.begin(request.session)
    try:
        row = access.admit(board_id, who)
    except access.NoSuchBoardError:
        return not_found(request)
    except access.TakenOutError:
        return taken_out(request)
    except access.AccessEndedError:
        return ended(request)
    visits.remember(row, who)
    return application(request, f"{row.name} - Netpol Studio")


@require_safe
@never_cache
def share(request: HttpRequest, secret: str) -> HttpResponse:
    """A share link: gives this browser, or the account signed in, its role, and goes on to the board."""
    link = sharing.link_of(secret)
    if link is None or sharing.is_over(link):
        return ended(request)
    if request.method == "GET":
        sharing.use(link, access.begin(request.session))
    return redirect("board", board_id=link.board_id)


def application(request: HttpRequest, title: str) -> HttpResponse:
    """The page that draws itself in the browser."""
    try:
        return render(request, "app.html", {"title": title, "entry": entry()})
    except NotBuiltError as error:
        words = {
            "title": "The editor is not built yet",
            "what": str(error),
            "todo": "Run “make run” once, then reload.",
        }
        return render(request, "fault.html", words, status=503)
