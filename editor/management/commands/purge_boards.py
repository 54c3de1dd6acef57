"""``manage.py purge_boards``: deletes for good what is over its time, and puts what nobody uses into the bin."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from editor.services import binned
from editor.services.workshops import purging


class Command(BaseCommand):
    """For a timer on a server; whoever opens a list empties the bin as well."""

    help = (
        "Deletes boards after NETPOL_BIN_DAYS days in the bin, and workshops after NETPOL_WORKSHOP_DAYS. With "
        "--unused-for, boards of no account that nobody edited or opened for so many days go into the bin."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Without the option nothing leaves a list."""
        parser.add_argument("--unused-for", metavar="DAYS", type=int)

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ANN401, ARG002 - Django's own signature
        """Says how many there were."""
        self.stdout.write(f"Deleted for good: {binned.purge()} boards, {purging.purge()} workshops.")
        days = options["unused_for"]
        if days is None:
            return
        try:
            self.stdout.write(f"Put into the bin, unused for {days} days: {binned.clear_unused(days)}.")
        except ValueError as error:
            raise CommandError(str(error)) from error
