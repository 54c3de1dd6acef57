"""Who else may open a board, and who did."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from editor.models.board import Board


class ShareLink(models.Model):
    """A link that gives whoever opens it a role on a board, until it expires or is revoked.

    Its secret is not kept: it is made from the id with the server's key.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    board = models.ForeignKey(Board, on_delete=models.CASCADE, related_name="links")
    role = models.CharField(max_length=4)
    label = models.CharField(max_length=80, default="")
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)
    last_used_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-created_at", "id"]
        constraints = [models.CheckConstraint(condition=Q(role__in=["view", "edit"]), name="link_role_known")]

    def __str__(self) -> str:
        return self.label or f"{self.role} link"


class OfPerson(models.Model):
    """Something of one person: of an account, or of a browser by the id that its session keeps."""

    account = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="+")
    browser = models.CharField(max_length=32, default="", db_index=True)

    class Meta:
        abstract = True


class Grant(OfPerson):
    """A person opened a link, and has its role for as long as the link lives.

    ``removed_at``: the owner put this person out; the link lets them in no more.
    """

    link = models.ForeignKey(ShareLink, on_delete=models.CASCADE, related_name="grants")
    used_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(account__isnull=True) ^ Q(browser=""), name="grant_of_one_person"),
            models.UniqueConstraint(
                fields=["link", "account"], condition=Q(account__isnull=False), name="grant_once_per_account"
            ),
            models.UniqueConstraint(
                fields=["link", "browser"], condition=~Q(browser=""), name="grant_once_per_browser"
            ),
        ]


class Visit(OfPerson):
    """When a person opened a board last: the order of their list, and what opens by its address alone."""

    board = models.ForeignKey(Board, on_delete=models.CASCADE, related_name="visits")
    opened_at = models.DateTimeField()

    class Meta:
        ordering = [F("opened_at").desc()]
        constraints = [
            models.CheckConstraint(condition=Q(account__isnull=True) ^ Q(browser=""), name="visit_of_one_person"),
            models.UniqueConstraint(
                fields=["board", "account"], condition=Q(account__isnull=False), name="visit_once_per_account"
            ),
            models.UniqueConstraint(
                fields=["board", "browser"], condition=~Q(browser=""), name="visit_once_per_browser"
            ),
        ]
