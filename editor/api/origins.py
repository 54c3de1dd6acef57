"""Other sites may not write through a person's browser."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.conf import settings
from rest_framework.permissions import SAFE_METHODS, BasePermission
from rest_framework.request import Request

if TYPE_CHECKING:  # the framework reads this file while it reads its own views
    from rest_framework.views import APIView


class SameOrigin(BasePermission):
    """Refuses a write that a browser says comes from another site.

    Every browser of today sends ``Origin`` with such a request, and no page can forge it; a program that is no browser
    sends none and carries nobody's cookies but its own. So no token needs to travel.
    """

    code = "cross_origin"
    message = "This request comes from a page of another site; it is not carried out."

    def has_permission(self, request: Request, view: APIView) -> bool:  # noqa: ARG002 - the framework's own signature
        if request.method in SAFE_METHODS:
            return True
        origin = request.META.get("HTTP_ORIGIN")
        if origin is not None:
            return urlsplit(origin).netloc == request.get_host() or origin in settings.CSRF_TRUSTED_ORIGINS
        return bool(request.META.get("HTTP_SEC_FETCH_SITE", "none") in ("none", "same-origin"))
