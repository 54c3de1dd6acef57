"""A room that an instructor teaches, its lessons, and who sits in it."""

from django.db import models
from django.db.models import Q

from editor.models.board import Board
from editor.models.sharing import OfPerson

CODE, RETURN_CODE, NICKNAME = 6, 8, 24


class Workshop(OfPerson):
    """A workshop of one instructor; learners come in by ``code``.

    ``opened``: how many of its lessons are open, from the first; ``current``: the number of the one that everybody is
    asked to be in, null in the beginning. ``shown``: the board that the room is shown, to look at alone; ``anonymous``:
    it is a copy of somebody's. ``used_at``: when somebody last did something here. ``keep_days``: how long all of it
    stays after the end.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    title = models.CharField(max_length=80)
    code = models.CharField(max_length=CODE, unique=True)
    opened = models.PositiveSmallIntegerField(default=0)
    current = models.PositiveSmallIntegerField(null=True)
    frozen_at = models.DateTimeField(null=True)
    shown = models.ForeignKey(Board, null=True, on_delete=models.SET_NULL, related_name="+")
    shown_lesson = models.PositiveSmallIntegerField(null=True)
    anonymous = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)
    used_at = models.DateTimeField(db_index=True)
    keep_days = models.PositiveSmallIntegerField(default=14)
    closed_at = models.DateTimeField(null=True, db_index=True)

    class Meta:
        ordering = ["-created_at"]
        constraints = [
            models.CheckConstraint(condition=Q(account__isnull=True) ^ Q(browser=""), name="workshop_of_one_person"),
        ]

    def __str__(self) -> str:
        return self.title


class WorkshopLesson(models.Model):
    """A lesson of a workshop, ``number`` from 0. ``lesson``: its id.

    ``taken``: what it was when the instructor chose it: the records of a board, or the text of a lesson of their own;
    null for a lesson of the course.

    ``gate``: the last step, from 0, that learners may go to; null: all of them. ``hints``: how many were released to
    everybody; ``solution``: whether it was.
    """

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="lessons")
    number = models.PositiveSmallIntegerField()
    lesson = models.CharField(max_length=80, db_index=True)
    taken = models.JSONField(null=True)
    gate = models.PositiveSmallIntegerField(null=True)
    hints = models.PositiveSmallIntegerField(default=0)
    solution = models.BooleanField(default=False)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["workshop", "number"], name="lesson_number_once_per_workshop"),
            models.UniqueConstraint(fields=["workshop", "lesson"], name="lesson_once_per_workshop"),
        ]


class Seat(models.Model):
    """A learner in a workshop. ``key``: the nickname as it is compared, empty once they were taken out.

    ``return_code``: by which they come back from another device. ``hand_at``: since when they ask for help.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="seats")
    nickname = models.CharField(max_length=NICKNAME)
    key = models.CharField(max_length=4 * NICKNAME, default="")
    return_code = models.CharField(max_length=RETURN_CODE, unique=True)
    hand_at = models.DateTimeField(null=True)
    joined_at = models.DateTimeField(auto_now_add=True)
    removed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["joined_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["workshop", "key"], condition=Q(removed_at__isnull=True), name="nickname_once_per_workshop"
            ),
        ]

    def __str__(self) -> str:
        return self.nickname


class Device(models.Model):
    """A browser at which a learner sits, by the id that its session keeps: one seat a workshop."""

    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="devices")
    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="+")
    browser = models.CharField(max_length=32, db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["workshop", "browser"], name="one_seat_per_browser_and_workshop"),
        ]
