"""Addresses outside the cluster."""

from django.db import models

from editor.models.board import OnBoard


class ExternalHost(OnBoard):
    """One address outside the cluster, under a name."""

    name = models.CharField(max_length=63)
    address = models.CharField(max_length=45)
    x = models.FloatField()
    y = models.FloatField()

    class Meta(OnBoard.Meta):
        constraints = [
            models.UniqueConstraint(fields=["board", "name"], name="host_name_once_per_board"),
        ]

    def __str__(self) -> str:
        return self.name
