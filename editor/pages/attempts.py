"""How often somebody may try: nobody guesses passwords or floods mail boxes by the thousand."""

from __future__ import annotations

import hashlib

from django.http import HttpRequest
from rest_framework.throttling import SimpleRateThrottle

# From one address, and for one name wherever it is asked from.
RATES = {"sign in": ("20/minute", "30/hour"), "sign up": ("10/hour", "10/hour"), "reset": ("10/hour", "5/hour")}


class _Rate(SimpleRateThrottle):
    """A rate for whatever ``subject`` names."""

    scope = "attempts"

    def __init__(self, rate: str, subject: str) -> None:
        self.rate = rate
        self.subject = subject
        super().__init__()

    def get_cache_key(self, request: object, view: object) -> str:  # noqa: ARG002 - the framework's own signature
        return "attempts:" + hashlib.sha256(self.subject.encode()).hexdigest()


def too_many(request: HttpRequest, what: str, name: str) -> bool:
    """Counts one attempt; whether it is one too many, from this address or for this name."""
    by_address, by_name = RATES[what]
    address = _Rate(by_address, "").get_ident(request)  # type: ignore[arg-type]
    rates = [_Rate(by_address, f"{what} from {address}"), _Rate(by_name, f"{what} of {name.strip().lower()[:200]}")]
    return not all([rate.allow_request(request, None) for rate in rates])  # type: ignore[arg-type] # noqa: C419
