"""Every refusal in one form: ``{"errors": [...]}``, each with code, message, place and value."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied, RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import Http404, HttpRequest, JsonResponse
from rest_framework import exceptions
from rest_framework.response import Response

from editor.engine.errors import Fault, NetpolError
from editor.services.access import AccessEndedError, NoSuchBoardError, TakenOutError
from editor.services.lessons import NoLessonError, NoSuchLessonError
from editor.services.members import NoSuchMemberError
from editor.services.sharing import NoSuchLinkError
from editor.services.workshops.admission import NoSuchWorkshopError
from editor.services.workshops.seats import NoSuchSeatError

# What was asked for would be right on another state of the board.
CONFLICTS = frozenset(
    (
        "name_taken",
        "connection_exists",
        "id_taken",
        "nothing_to_undo",
        "nothing_to_redo",
        "text_changed",
        "changed_meanwhile",
        "too_many_boards",
        "owner_stays",
        "board_full",
        "already_revealed",
        "no_hint_left",
        "hints_left",
        "predicting",
        "nickname_taken",
        "workshop_full",
        "workshop_closed",
        "too_many_workshops",
        "no_next_lesson",
        "not_open_yet",
        "not_released",
        "no_solution",
        "not_begun",
        "gated",
        "too_many_lessons",
        "a_lesson_already",
        "cannot_record",
        "no_board",
    )
)
# It is not for this person to do.
FORBIDDEN = frozenset(("read_only", "owner_only", "locked", "not_offered", "frozen", "instructor_only"))
# One mistake in a template stands in every object that was made from it.
MOST_FAULTS = 1000


STATUSES = {
    "busy": 503,
    "unknown_delivery": 404,
    "wrong_code": 404,
    "unknown_number": 404,
    "too_many_attempts": 429,
}
CODES = {
    "parse_error": "bad_body",
    "permission_denied": "cross_origin",
    "method_not_allowed": "method_not_allowed",
    "unsupported_media_type": "unsupported_media_type",
    "not_found": "not_found",
}


class GoneError(LookupError):
    """There is no such thing on the board."""


# By what the services raise: the code, what to say, and the status.
NOT_THERE: dict[type[Exception], tuple[str, str, int]] = {
    NoSuchBoardError: ("unknown_board", "There is no board of this id, or it is not open to you.", 404),
    TakenOutError: (
        "seat_removed",
        "The instructor took you out of this workshop. Ask them to let you in again.",
        403,
    ),
    NoSuchWorkshopError: ("unknown_workshop", "There is no workshop of this id, or you have no part in it.", 404),
    NoSuchSeatError: ("unknown_seat", "The workshop has no such seat.", 404),
    AccessEndedError: ("access_ended", "The link that you came by has expired or was revoked. Ask for a new one.", 403),
    NoSuchLinkError: ("unknown_link", "The board has no such link; it may have been revoked.", 404),
    NoSuchMemberError: ("unknown_member", "Nobody of this id came by that link, or they were put out already.", 404),
    NoSuchLessonError: ("unknown_lesson", "There is no lesson of this id; see /api/v1/lessons/.", 404),
    NoLessonError: ("no_lesson", "This board was not made for a lesson.", 404),
    GoneError: ("unknown_object", "This is not on the board; it may have been deleted.", 404),
}


def refusal(faults: Iterable[Fault], status: int | None = None) -> Response:
    """The answer to what is refused; the status is 403 or 409 by their codes, else 400."""
    listed = list(faults)
    if len(listed) > MOST_FAULTS:
        more = f"{len(listed) - MOST_FAULTS} more are wrong; these are the first {MOST_FAULTS}."
        listed = [*listed[:MOST_FAULTS], Fault("more_faults", more)]
    if status is None:
        codes = {fault.code for fault in listed}
        status = 403 if codes & FORBIDDEN else 409 if codes & CONFLICTS else 400
    return Response({"errors": [fault.as_json() for fault in listed]}, status=status)


def fault_of(error: Exception) -> tuple[Fault, int] | None:
    """What to say of an error that is no list of faults, and with which status; None for our own mistakes."""
    if isinstance(error, tuple(NOT_THERE)):
        code, message, status = NOT_THERE[type(error)]
        return Fault(code, message, value=str(error)), status
    if isinstance(error, RequestDataTooBig):
        return Fault("too_large", f"The body is larger than {settings.NETPOL_MAX_BODY} bytes. Send less at once."), 413
    if isinstance(error, (TooManyFieldsSent, TooManyFilesSent)):
        return Fault("too_many_parts", "The form has too many parts; send the manifests as one file."), 400
    return None


def answer_error(error: Exception, context: dict[str, Any]) -> Response | None:  # noqa: ARG001 - the framework's own
    """DRF's exception handler; None lets the error surface as our own mistake."""
    if isinstance(error, NetpolError):
        first = error.faults[0] if error.faults else None
        answer = refusal(error.faults, STATUSES.get(first.code) if first else None)
        if first is not None and first.code == "too_many_attempts":
            answer["Retry-After"] = str(first.value)
        return answer
    told = fault_of(error)
    if told is not None:
        return refusal([told[0]], told[1])
    if isinstance(error, Http404):
        error = exceptions.NotFound()
    if isinstance(error, PermissionDenied):
        error = exceptions.PermissionDenied()
    return _of_framework(error) if isinstance(error, exceptions.APIException) else None


def _of_framework(error: exceptions.APIException) -> Response:
    codes = error.get_codes()
    code = codes if isinstance(codes, str) else error.default_code
    return refusal([Fault(CODES.get(code, code), str(error.detail))], error.status_code)


def nothing_here(request: HttpRequest) -> JsonResponse:
    """The answer to an address below /api/ that there is not."""
    fault = Fault("not_found", "There is nothing at this address; see /api/v1/docs/.", value=request.path[:200])
    return JsonResponse({"errors": [fault.as_json()]}, status=404)


def broken(request: HttpRequest) -> JsonResponse:  # noqa: ARG001 - Django's own signature
    """The answer to our own mistake."""
    fault = Fault("server_error", "The server made a mistake; nothing was changed. Its log says more.")
    return JsonResponse({"errors": [fault.as_json()]}, status=500)
