"""The ASGI application: pages and the REST interface by Django, live boards by Channels."""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "editor.config.settings.base")
http = get_asgi_application()

from channels.routing import ProtocolTypeRouter, URLRouter  # noqa: E402 - Django must be set up before
from channels.security.websocket import OriginValidator  # noqa: E402
from channels.sessions import SessionMiddlewareStack  # noqa: E402
from django.conf import settings  # noqa: E402
from django.urls import path, re_path  # noqa: E402

from editor.config.bounds import bounded  # noqa: E402
from editor.live.consumer import BoardConsumer  # noqa: E402
from editor.live.nowhere import NowhereConsumer  # noqa: E402
from editor.live.workshop import WorkshopConsumer  # noqa: E402

rooms = URLRouter(
    [
        path("ws/boards/<uuid:board_id>/", BoardConsumer.as_asgi()),
        path("ws/workshops/<uuid:workshop_id>/", WorkshopConsumer.as_asgi()),
        re_path("", NowhereConsumer.as_asgi()),
    ]
)
# The same origins as for a write over REST: a page of another site must not speak for the person.
origins = [*settings.ALLOWED_HOSTS, *settings.CSRF_TRUSTED_ORIGINS]

application = ProtocolTypeRouter(
    {"http": bounded(http), "websocket": OriginValidator(SessionMiddlewareStack(rooms), origins)}
)
