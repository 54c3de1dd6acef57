"""``manage.py migrate_in_turn``: ``migrate``, one process after the other when several start at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connection

# Any number that no other program takes on the same database: "netpol" in ASCII.
LOCK = 0x6E6574706F6C


class Command(BaseCommand):
    """Brings the tables of the database to what this version needs."""

    help = "Carries out what is missing of the migrations; processes that start at once do it one after the other."

    def handle(self, *_args: Any, **_options: Any) -> None:  # noqa: ANN401 - Django's own
        """Waits for its turn, then migrates without asking."""
        with _alone():
            call_command("migrate", interactive=False, verbosity=0)


@contextmanager
def _alone() -> Iterator[None]:
    """Holds PostgreSQL's advisory lock; SQLite serves one process."""
    if connection.vendor != "postgresql":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        try:
            yield
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK])
