"""How often somebody may try: nobody guesses passwords or codes, or floods mail boxes, by the thousand."""

from __future__ import annotations

import hashlib
from math import ceil

from django.http import HttpRequest
from rest_framework.throttling import SimpleRateThrottle

# From one address, and for one name wherever it is asked from. Of codes only wrong ones are counted, by browser: a
# whole class may sit behind one address.
RATES = {
    "sign in": ("20/minute", "30/hour"),
    "sign up": ("10/hour", "10/hour"),
    "reset": ("10/hour", "5/hour"),
    "wrong code": ("200/hour", "20/hour"),
}


class _Rate(SimpleRateThrottle):
    """A rate for whatever ``subject`` names."""

    scope = "attempts"

    def __init__(self, rate: str, subject: str) -> None:
        self.rate = rate
        self.subject = subject
        super().__init__()

    def get_cache_key(self, request: object, view: object) -> str:  # noqa: ARG002 - the framework's own signature
        return "attempts:" + hashlib.sha256(self.subject.encode()).hexdigest()

    def left(self) -> float | None:
        """Seconds until one more is allowed; None when it is now. Counts nothing."""
        most, seconds = (held or 0 for held in self.parse_rate(self.rate))
        now = self.timer()
        # The newest stand first.
        made = [at for at in self.cache.get(self.get_cache_key(None, None), []) if at > now - seconds]
        return made[most - 1] + seconds - now if len(made) >= most else None


def too_many(request: HttpRequest, what: str, name: str) -> bool:
    """Counts one attempt; whether it is one too many, from this address or for this name."""
    return not all([rate.allow_request(request, None) for rate in _rates(request, what, name)])  # type: ignore[arg-type] # noqa: C419


def wait(request: HttpRequest, what: str, name: str) -> int | None:
    """Seconds to wait after too many attempts, without counting one; None when there is no need to."""
    found = [left for rate in _rates(request, what, name) if (left := rate.left()) is not None]
    return ceil(max(found)) if found else None


def _rates(request: HttpRequest, what: str, name: str) -> list[_Rate]:
    by_address, by_name = RATES[what]
    address = _Rate(by_address, "").get_ident(request)  # type: ignore[arg-type]
    return [_Rate(by_address, f"{what} from {address}"), _Rate(by_name, f"{what} of {name.strip().lower()[:200]}")]
