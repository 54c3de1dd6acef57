"""A request's body has a largest size, whether the client tells it beforehand or not."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse

from editor.engine.errors import Fault

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[..., Awaitable[None]]


# Whole clusters come here; everything else is small.
_IMPORTS = re.compile(r"/api/v1/(deliveries|boards/[^/]+/import)/?\Z")


def most_bytes(path: str) -> int:
    """How large a body may be at an address."""
    most: int = settings.NETPOL_MAX_IMPORT if _IMPORTS.match(path) else settings.NETPOL_MAX_BODY
    return most


def too_large(most: int) -> HttpResponse:
    """The answer to a body that is larger than ``most`` bytes."""
    message = f"The body is larger than {most} bytes. Send less at once."
    return JsonResponse({"errors": [Fault("too_large", message, value=most).as_json()]}, status=413)


def refuse_large_bodies(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Django middleware: refuses by the announced length, before anything is parsed."""

    def middleware(request: HttpRequest) -> HttpResponse:
        announced = request.META.get("CONTENT_LENGTH") or "0"
        most = most_bytes(request.path)
        if announced.isdigit() and int(announced) > most:
            return too_large(most)
        return get_response(request)

    return middleware


class BodyTooLargeError(Exception):
    """More came than is read."""


def bounded(application: Application) -> Application:
    """ASGI middleware: stops reading a body of unknown length at the bound, so that it fills no disk."""

    async def guarded(scope: Any, receive: Receive, send: Send) -> None:  # noqa: ANN401 - ASGI's own type
        seen = 0
        most = most_bytes(scope.get("path", ""))

        async def counted() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b"")) if message["type"] == "http.request" else 0
            if seen > most:
                raise BodyTooLargeError
            return message

        try:
            await application(scope, counted, send)
        except BodyTooLargeError:
            answer = too_large(most)
            headers = [(b"content-type", b"application/json"), (b"connection", b"close")]
            await send({"type": "http.response.start", "status": answer.status_code, "headers": headers})
            await send({"type": "http.response.body", "body": answer.content})

    return guarded
