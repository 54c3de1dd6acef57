"""A browser's end of a live connection."""

import json
import uuid

from asgiref.testing import ApplicationCommunicator

from editor.config.asgi import application

OWN_SITE = "http://localhost"
OF_PEOPLE = ("people", "presence", "left")
# What is found comes when it is found, between any two other messages.
BETWEEN = (*OF_PEOPLE, "problems", "expectations")


class Browser:
    """Says things, and hears what it is told. ``opened`` is the server's first answer."""

    def __init__(self, path, origin=OWN_SITE):
        headers = [(b"origin", origin.encode()), (b"host", b"localhost")]
        scope = {"type": "websocket", "path": path, "headers": headers, "query_string": b"", "subprotocols": []}
        self.wire = ApplicationCommunicator(application, scope)
        self.opened = None

    async def __aenter__(self):
        await self.wire.send_input({"type": "websocket.connect"})
        self.opened = await self.wire.receive_output(timeout=5)
        return self

    async def __aexit__(self, *_):
        await self.wire.send_input({"type": "websocket.disconnect", "code": 1000})
        await self.wire.wait(timeout=5)

    async def say(self, **message):
        await self.say_text(json.dumps(message))

    async def say_text(self, text):
        await self.wire.send_input({"type": "websocket.receive", "text": text})

    async def say_bytes(self, raw):
        await self.wire.send_input({"type": "websocket.receive", "bytes": raw})

    async def hear(self, kind):
        """The next message of that type; what is told of people and of problems may come in between."""
        while True:
            message = await self._next()
            if message["type"] == kind:
                return message
            assert message["type"] in BETWEEN, message

    async def _next(self):
        output = await self.wire.receive_output(timeout=5)
        assert output["type"] == "websocket.send", output
        return json.loads(output["text"])

    async def hear_the_end(self):
        """The code that the connection is closed with."""
        while True:
            output = await self.wire.receive_output(timeout=5)
            if output["type"] == "websocket.close":
                return output["code"]
            assert json.loads(output["text"])["type"] in BETWEEN, output

    async def edit(self, command, edit_id=None, client_id="c", **params):
        edit_id = edit_id or str(uuid.uuid4())
        asked = {"edit_id": edit_id, "command": command, "params": params, "client_id": client_id, "base_revision": 0}
        await self.say(type="edit", **asked)
        return edit_id


def on_board(board_id, origin=OWN_SITE):
    """A browser on that board."""
    return Browser(f"/ws/boards/{board_id}/", origin)
