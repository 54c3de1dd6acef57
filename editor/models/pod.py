"""Pods."""

from django.db import models

from editor.models.board import OnBoard
from editor.models.namespace import Namespace


class Pod(OnBoard):
    """A pod in a namespace; x and y count from the corner of the namespace's frame."""

    # A Change names everything that goes; the database checks at commit that nothing was left behind.
    namespace = models.ForeignKey(Namespace, on_delete=models.DO_NOTHING, related_name="+")
    name = models.CharField(max_length=253)
    labels = models.JSONField(default=dict)
    ports = models.JSONField(default=list)
    addresses = models.JSONField(default=list)
    host_network = models.BooleanField(default=False)
    node = models.TextField(null=True)
    node_addresses = models.JSONField(default=list)
    phase = models.CharField(max_length=20, default="Running")
    owner = models.JSONField(null=True)
    x = models.FloatField()
    y = models.FloatField()

    class Meta(OnBoard.Meta):
        constraints = [
            models.UniqueConstraint(fields=["namespace", "name"], name="pod_name_once_per_namespace"),
        ]

    def __str__(self) -> str:
        return self.name
