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
    "what": "The address names no board, or one that was deleted, or one that is not open to you.",
    "todo": "Sign in if it is yours, ask its owner for a link, or start a new board.",
}
NO_WORKSHOP = {
    "title": "There is no workshop here",
    "what": "The address names no workshop, or one that is over and deleted, or one in which this browser has no seat.",
    "todo": "Come in by the code on the wall, or by your personal link.",
}
TAKEN_OUT = {
    "title": "You were taken out of this workshop",
    "what": "The instructor did so; what you worked on is kept.",
    "todo": "Ask the instructor to let you in again, then reload this page.",
}
ENDED = {
    "title": "This link has ended",
    "what": "It has expired, or the owner of the board revoked it, or its address is not complete.",
    "todo": "Ask the owner of the board for a new link.",
}
BROKEN = {
    "title": "The server made a mistake",
    "what": "Nothing was changed; the server's log says more.",
    "todo": "Reload the page. If it happens again, tell whoever runs this server.",
}


def not_found(request: HttpRequest) -> HttpResponse:
    """Says what to do instead."""
    places = {"/boards/": NO_BOARD, "/workshops/": NO_WORKSHOP}
    words = next((words for start, words in places.items() if request.path.startswith(start)), NO_PAGE)
    return render(request, "fault.html", words, status=404)


def ended(request: HttpRequest) -> HttpResponse:
    """A share link that gives nothing (any more)."""
    return render(request, "fault.html", ENDED, status=403)


def taken_out(request: HttpRequest) -> HttpResponse:
    """A learner whom the instructor sent out."""
    return render(request, "fault.html", TAKEN_OUT, status=403)


def broken(request: HttpRequest) -> HttpResponse:
    """Our own mistake."""
    return render(request, "fault.html", BROKEN, status=500)
