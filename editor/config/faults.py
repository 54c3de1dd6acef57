"""Answers to addresses that there are not, and to our own mistakes: JSON below /api/, a page for people elsewhere."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from editor.api import errors
from editor.pages import faults


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 - Django's own
    """Nothing has this address."""
    return errors.nothing_here(request) if _is_api(request) else faults.not_found(request)


def broken(request: HttpRequest) -> HttpResponse:
    """Something raised what nobody expected. Nothing of what the request wanted to write was kept."""
    return errors.broken(request) if _is_api(request) else faults.broken(request)


def _is_api(request: HttpRequest) -> bool:
    return request.path.startswith("/api/")
