"""The pages of workshops, and the ways in."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_safe

from editor.pages.faults import not_found, taken_out
from editor.pages.views import application
from editor.services import access, attempts
from editor.services.access import TakenOutError
from editor.services.workshops import admission, joining


@require_safe
@never_cache
@ensure_csrf_cookie
def listed(request: HttpRequest) -> HttpResponse:
    """The workshops of whoever asks."""
    access.begin(request.session)
    return application(request, "Workshops - Netpol Studio")


@require_safe
@never_cache
@ensure_csrf_cookie
def join(request: HttpRequest, code: str = "") -> HttpResponse:  # noqa: ARG001 - the page asks about the code
    """Where learners come in."""
    access.begin(request.session)
    return application(request, "Join a workshop - Netpol Studio")


@require_safe
@never_cache
@ensure_csrf_cookie
def workshop(request: HttpRequest, workshop_id: UUID) -> HttpResponse:
    """The room, for its instructor and its learners."""
    try:
        found, _ = admission.enter(workshop_id, access.begin(request.session))
    except admission.NoSuchWorkshopError:
        return not_found(request)
    except TakenOutError:
        return taken_out(request)
    return application(request, f"{found.title} - Netpol Studio")


@require_safe
@never_cache
def come_back(request: HttpRequest, code: str) -> HttpResponse:
    """A learner's personal link: this browser sits at their seat from now on."""
    who = access.begin(request.session)
    if attempts.wait(request, "wrong code", who.browser) is not None:
        return redirect("/j/?lost=1")
    try:
        seat = joining.come_back(code, who)
    except joining.WrongCodeError:
        attempts.too_many(request, "wrong code", who.browser)
        return redirect("/j/?lost=1")
    except TakenOutError:
        return taken_out(request)
    joining.be_called(request.session, seat)
    return redirect("workshop", workshop_id=seat.workshop_id)
