"""The board, and what every row on one has."""

from django.conf import settings
from django.db import models
from django.db.models import Q


class Board(models.Model):
    """A board. ``revision`` is the number of its newest revision; 0 before the first.

    It belongs to an account (``owner``), or to a browser by the id that its session keeps (``browser``), or to nobody:
    then its address is the key. ``archived_at``: its owner put it aside. ``deleted_at``: it lies in the bin, and is
    there for nobody until it is restored. ``lesson``: the id of the lesson that it was made for, else empty.
    ``seat``: the learner of a workshop whose it is; then ``browser`` is the seat's own id and no browser's.
    ``workshop``: that it was made in, and goes with.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    name = models.CharField(max_length=120)
    revision = models.PositiveBigIntegerField(default=0)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="+")
    browser = models.CharField(max_length=32, default="", db_index=True)
    lesson = models.CharField(max_length=80, default="")
    seat = models.ForeignKey("editor.Seat", null=True, on_delete=models.CASCADE, related_name="boards")
    workshop = models.ForeignKey("editor.Workshop", null=True, on_delete=models.CASCADE, related_name="+")
    archived_at = models.DateTimeField(null=True)
    deleted_at = models.DateTimeField(null=True, db_index=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(owner__isnull=True) | Q(browser=""), name="board_has_one_owner_at_most"),
            models.CheckConstraint(
                condition=Q(seat__isnull=True) | (Q(owner__isnull=True) & ~Q(browser="") & Q(workshop__isnull=False)),
                name="board_of_a_seat_is_nobody_elses",
            ),
        ]

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
