"""The start page and a board's page."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_safe

from editor.pages.faults import not_found
from editor.pages.vite import NotBuiltError, entry
from editor.services import access


@require_safe
@never_cache
@ensure_csrf_cookie
def start(request: HttpRequest) -> HttpResponse:
    """Where a person chooses or makes a board."""
    return _application(request, "Netpol Studio")


@require_safe
@never_cache
@ensure_csrf_cookie
def board(request: HttpRequest, board_id: UUID) -> HttpResponse:
    """A board; its browser remembers it from now on."""
    try:
        row = access.open_board(board_id)
    except access.NoSuchBoardError:
        return not_found(request)
    access.remember(request.session, board_id)
    return _application(request, f"{row.name} - Netpol Studio")


def _application(request: HttpRequest, title: str) -> HttpResponse:
    try:
        return render(request, "app.html", {"title": title, "entry": entry()})
    except NotBuiltError as error:
        words = {
            "title": "The editor is not built yet",
            "what": str(error),
            "todo": "Run “make run” once, then reload.",
        }
        return render(request, "fault.html", words, status=503)
