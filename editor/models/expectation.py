"""What people expect of a board."""

from django.db import models

from editor.models.board import OnBoard


class Expectation(OnBoard):
    """What must reach what, or must not: ``item`` is one item of an expectations file."""

    order = models.FloatField()
    item = models.JSONField()

    class Meta(OnBoard.Meta):
        pass
