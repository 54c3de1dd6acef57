"""The tables of the database, brought to what this version needs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management import call_command
from django.db import connection

# Any number that no other program takes on the same database: "netpol" in ASCII.
LOCK = 0x6E6574706F6C


def bring_up_to_date() -> None:
    """Carries out what is missing of the migrations; processes that start at once do it one after the other."""
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
