"""``netpol serve``: the web editor on this machine."""

from __future__ import annotations

import argparse
import sys

SUMMARY = "start the web editor"
EXAMPLES = """\
netpol serve
netpol serve --port 8073
netpol serve --host 0.0.0.0"""
HOST = "127.0.0.1"
PORT = 8000


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("--host", default=HOST, help=f"address to listen on (default {HOST}: this machine only)")
    parser.add_argument("--port", type=int, default=PORT, help=f"port to listen on (default {PORT})")


def run(given: argparse.Namespace) -> int:
    """Bring the database up to date, say where the editor is, then serve until interrupted."""
    import os
    import socket

    import django
    import uvicorn
    from django.core.management import call_command

    from editor.cli import local_network
    from editor.cli.exits import FINE, WRONG_USE

    family = socket.AF_INET6 if ":" in given.host else socket.AF_INET
    try:
        listening = socket.create_server((given.host, given.port), family=family)
    except OSError as error:
        advice = f"{error.strerror}; choose another with --port, or stop what listens there"
        print(f"netpol serve: cannot listen on {given.host} port {given.port}: {advice}", file=sys.stderr)
        return WRONG_USE
    port = listening.getsockname()[1]
    nearby = local_network.addresses(given.host)
    if nearby:
        # These names and no others: a page elsewhere cannot reach this server under a name of its own.
        os.environ.setdefault("NETPOL_ALLOWED_HOSTS", ",".join(("localhost", HOST, "[::1]", *nearby)))
        os.environ.setdefault("NETPOL_LAN", ",".join(f"{address}:{port}" for address in nearby))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "editor.config.settings.base")
    django.setup()
    call_command("migrate_in_turn")
    # Measured: the sans-I/O WebSocket implementation answers many clients soonest.
    settings = uvicorn.Config("editor.config.asgi:application", ws="websockets-sansio", log_level="warning")
    shown = f"[{given.host}]" if ":" in given.host else given.host
    if given.host in local_network.EVERYWHERE:
        shown = "localhost"
    # Whoever opens the address at once waits in the socket's queue for the moment that the server takes to load.
    print(f"Netpol Studio is on http://{shown}:{port} (Ctrl+C stops it)", flush=True)
    if nearby and shown == "localhost":
        print(f"Others on your network: http://{nearby[0]}:{port}", flush=True)
    uvicorn.Server(settings).run(sockets=[listening])
    return FINE
