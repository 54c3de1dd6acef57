"""The board, and what every row on one has."""

from django.db import models


class Board(models.Model):
    """A board. ``revision`` is the number of its newest revision; 0 before the first."""

    id = models.UUIDField(primary_key=True, editable=False)
    name = models.CharField(max_length=120)
    revision = models.PositiveBigIntegerField(default=0)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return self.name


class OnBoard(models.Model):
    """A thing on a board. ``made`` says when it came, by revision and place in it, for a steady order."""

    id = models.UUIDField(primary_key=True, editable=False)
    board = models.ForeignKey(Board, on_delete=models.CASCADE, related_name="+")
    made = models.PositiveBigIntegerField()

    class Meta:
        abstract = True
        ordering = ["made"]
