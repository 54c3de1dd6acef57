"""A WebSocket to an address that there is not, and the codes of ends that are nobody's doing."""

from __future__ import annotations

from channels.generic.websocket import AsyncWebsocketConsumer

NOT_FOUND = 4404
# Too far behind to be told everything (RFC 6455's "try again later").
BEHIND = 1013


class NowhereConsumer(AsyncWebsocketConsumer):
    """Says so with a close code, which a browser can read, instead of failing the handshake."""

    async def connect(self) -> None:
        await self.accept()
        await self.close(code=NOT_FOUND)
