"""The one Django app: its models are in ``editor.models``, its migrations in ``editor.migrations``."""

from django.apps import AppConfig


class EditorConfig(AppConfig):
    """Netpol Studio."""

    name = "editor"
    verbose_name = "Netpol Studio"
    default_auto_field = "django.db.models.BigAutoField"
