"""``manage.py purge_boards``: deletes for good what has lain in the bin for its days."""

from typing import Any

from django.core.management.base import BaseCommand

from editor.services import binned


class Command(BaseCommand):
    """For a timer on a server whose lists nobody opens; whoever opens a list does the same."""

    help = "Deletes for good the boards that have lain in the bin for NETPOL_BIN_DAYS days."

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ANN401, ARG002 - Django's own signature
        """Says how many there were."""
        self.stdout.write(f"Deleted for good: {binned.purge()}.")
