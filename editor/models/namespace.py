"""Namespaces."""

from django.db import models

from editor.models.board import OnBoard


class Namespace(OnBoard):
    """A namespace and its frame on the canvas."""

    name = models.CharField(max_length=63)
    labels = models.JSONField(default=dict)
    x = models.FloatField()
    y = models.FloatField()
    width = models.FloatField()
    height = models.FloatField()

    class Meta(OnBoard.Meta):
        constraints = [
            models.UniqueConstraint(fields=["board", "name"], name="namespace_name_once_per_board"),
        ]

    def __str__(self) -> str:
        return self.name
