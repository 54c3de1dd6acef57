"""Compression of the live connection: what everybody hears is compressed once, and what is short not at all."""

from __future__ import annotations

import zlib
from collections import OrderedDict
from collections.abc import Sequence
from typing import Any

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.extensions.base import Extension
from websockets.extensions.permessage_deflate import PerMessageDeflate, ServerPerMessageDeflateFactory
from websockets.frames import CTRL_OPCODES, Frame
from websockets.typing import ExtensionParameter

# Below, compressing costs more than it saves: one packet carries that much.
SHORTEST = 1024
# The messages of a few boards at once; each is compressed for the first hearer and remembered for the others.
REMEMBERED, LONGEST_REMEMBERED = 32, 65536
_SYNC_END = 4

_done: OrderedDict[tuple[int, bytes], bytes] = OrderedDict()


class OnceDeflate(PerMessageDeflate):
    """Each message is compressed by itself (RFC 7692, ``server_no_context_takeover``): all get the same bytes."""

    def encode(self, frame: Frame) -> Frame:
        """The frame as it goes out; a short one as it is, which the extension allows for each message."""
        if frame.opcode in CTRL_OPCODES or not frame.fin or len(frame.data) < SHORTEST:
            return frame
        asked = self.local_max_window_bits, bytes(frame.data)
        packed = _done.get(asked)
        if packed is None:
            packed = _packed(*asked)
            _remember(asked, packed)
        return Frame(frame.opcode, packed, rsv1=True)


def _remember(asked: tuple[int, bytes], packed: bytes) -> None:
    if len(asked[1]) <= LONGEST_REMEMBERED:
        _done[asked] = packed
    while len(_done) > REMEMBERED:
        _done.popitem(last=False)


def _packed(window_bits: int, text: bytes) -> bytes:
    packer = zlib.compressobj(level=4, wbits=-window_bits)
    return (packer.compress(text) + packer.flush(zlib.Z_SYNC_FLUSH))[:-_SYNC_END]


class _Factory(ServerPerMessageDeflateFactory):
    def process_request_params(
        self, params: Sequence[ExtensionParameter], accepted_extensions: Sequence[Extension]
    ) -> tuple[list[ExtensionParameter], PerMessageDeflate]:
        """As the parent; but its own extension, and with what was agreed."""
        answer, usual = super().process_request_params(params, accepted_extensions)
        return answer, OnceDeflate(
            usual.remote_no_context_takeover,
            usual.local_no_context_takeover,
            usual.remote_max_window_bits,
            usual.local_max_window_bits,
        )


class Wire(WebSocketsSansIOProtocol):
    """Uvicorn's WebSocket with that compression: ``uvicorn --ws editor.live.frames:Wire``."""

    def __init__(self, *given: Any, **named: Any) -> None:  # noqa: ANN401 - Uvicorn's own
        super().__init__(*given, **named)
        if self.config.ws_per_message_deflate:
            factory = _Factory(server_no_context_takeover=True, client_max_window_bits=12)
            self.conn.available_extensions = [factory]
