"""``netpol serve``: the web editor on this machine."""

from __future__ import annotations

import argparse

SUMMARY = "start the web editor"
HOST = "127.0.0.1"
PORT = 8000


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("--host", default=HOST, help=f"address to listen on (default {HOST}: this machine only)")
    parser.add_argument("--port", type=int, default=PORT, help=f"port to listen on (default {PORT})")


def run(given: argparse.Namespace) -> int:
    """Bring the database up to date, then serve until interrupted."""
    import os

    import django
    import uvicorn
    from django.core.management import call_command

    from editor.cli.exits import FINE

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "editor.config.settings.base")
    django.setup()
    call_command("migrate", interactive=False, verbosity=0)
    # Measured: the sans-I/O WebSocket implementation answers many clients soonest.
    uvicorn.run(
        "editor.config.asgi:application", host=given.host, port=given.port, ws="websockets-sansio", log_level="warning"
    )
    return FINE
