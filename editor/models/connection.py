"""The arrows that a person drew."""

from django.db import models
from django.db.models import Q

from editor.models.board import OnBoard
from editor.models.host import ExternalHost
from editor.models.pod import Pod


def _one_of(pod: str, host: str) -> Q:
    return Q(**{f"{pod}__isnull": False, f"{host}__isnull": True}) | Q(
        **{f"{pod}__isnull": True, f"{host}__isnull": False}
    )


class Connection(OnBoard):
    """An arrow between a pod and a pod or an outside address, for one protocol and port."""

    source_pod = models.ForeignKey(Pod, null=True, on_delete=models.DO_NOTHING, related_name="+")
    source_host = models.ForeignKey(ExternalHost, null=True, on_delete=models.DO_NOTHING, related_name="+")
    destination_pod = models.ForeignKey(Pod, null=True, on_delete=models.DO_NOTHING, related_name="+")
    destination_host = models.ForeignKey(ExternalHost, null=True, on_delete=models.DO_NOTHING, related_name="+")
    protocol = models.CharField(max_length=4)
    port = models.PositiveIntegerField()

    class Meta(OnBoard.Meta):
        constraints = [
            models.CheckConstraint(condition=_one_of("source_pod", "source_host"), name="connection_one_source"),
            models.CheckConstraint(
                condition=_one_of("destination_pod", "destination_host"), name="connection_one_destination"
            ),
            models.CheckConstraint(
                condition=Q(source_pod__isnull=False) | Q(destination_pod__isnull=False), name="connection_has_a_pod"
            ),
            models.CheckConstraint(condition=Q(port__gte=1, port__lte=65535), name="connection_port_in_range"),
            models.CheckConstraint(condition=Q(protocol__in=["TCP", "UDP", "SCTP"]), name="connection_protocol_known"),
            # A null is equal to nothing, so that each of these holds for the arrows that have both its ends.
            models.UniqueConstraint(
                fields=["source_pod", "destination_pod", "protocol", "port"], name="connection_once_pod_to_pod"
            ),
            models.UniqueConstraint(
                fields=["source_host", "destination_pod", "protocol", "port"], name="connection_once_host_to_pod"
            ),
            models.UniqueConstraint(
                fields=["source_pod", "destination_host", "protocol", "port"], name="connection_once_pod_to_host"
            ),
        ]
