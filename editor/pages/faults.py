"""Pages for addresses that there are not, and for our own mistakes."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

NO_PAGE = {
    "title": "There is no page here",
    "what": "Nothing in Netpol Studio has this address.",
    "todo": "Check the address, or start from the beginning.",
}
NO_BOARD = {
    "title": "There is no board here",
    "what": "The address names no board, or the board was deleted.",
    "todo": "Check the link that you were given, or start a new board.",
}
BROKEN = {
    "title": "The server made a mistake",
    "what": "Nothing was changed; the server's log says more.",
    "todo": "Reload the page. If it happens again, tell whoever runs this server.",
}


def not_found(request: HttpRequest) -> HttpResponse:
    """Says what to do instead."""
    words = NO_BOARD if request.path.startswith("/boards/") else NO_PAGE
    return render(request, "fault.html", words, status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """Our own mistake."""
    return render(request, "fault.html", BROKEN, status=500)
