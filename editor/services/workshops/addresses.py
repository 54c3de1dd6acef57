"""The address at which learners come in: one that their machines can reach."""

from __future__ import annotations

import io
from ipaddress import ip_address
from urllib.parse import urlsplit

import segno
from django.conf import settings

from editor.models import Workshop
from editor.wire.workshops import JoinAt


def join_at(workshop: Workshop, asked_at: str) -> JoinAt:
    """``asked_at``: the origin that the instructor's browser uses, such as ``http://localhost:8000``.

    Who sits at the server's own machine is told its address on the local network.
    """
    origins = _origins(asked_at)
    base = origins[0]
    return JoinAt(
        address=f"{urlsplit(base).netloc}/j",
        link=f"{base}/j/{workshop.code}/",
        reachable=not _is_this_machine(base),
        others=tuple(f"{urlsplit(other).netloc}/j" for other in origins[1:]),
    )


def _origins(asked_at: str) -> list[str]:
    """The best first."""
    if settings.NETPOL_JOIN_AT:
        return [settings.NETPOL_JOIN_AT]
    nearby = [f"http://{place}" for place in settings.NETPOL_LAN]
    if _is_this_machine(asked_at):
        return nearby or [asked_at]
    return [asked_at, *(one for one in nearby if one != asked_at)]


def _is_this_machine(origin: str) -> bool:
    host = urlsplit(origin).hostname or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def qr_code(link: str) -> bytes:
    """The link as an SVG that a camera reads in any theme: black on white, with its quiet zone."""
    made = io.BytesIO()
    segno.make(link, error="m", micro=False).save(
        made, kind="svg", border=4, dark="#000", light="#fff", omitsize=True, xmldecl=False, title="QR code", nl=False
    )
    return made.getvalue()
