"""A WebSocket to an address that there is not, and the code of that end."""

from __future__ import annotations

from channels.generic.websocket import AsyncWebsocketConsumer

NOT_FOUND = 4404


class NowhereConsumer(AsyncWebsocketConsumer):
    """Says so with a close code, which a browser can read, instead of failing the handshake."""

    async def connect(self) -> None:
        await self.accept()
        await self.close(code=NOT_FOUND)
