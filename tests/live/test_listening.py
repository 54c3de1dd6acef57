"""How what one person does reaches everybody: the channel layer of one process, and what goes over the wire."""

import asyncio
import zlib

import pytest
from asgiref.sync import sync_to_async
from channels.layers import get_channel_layer
from hypothesis import given
from hypothesis import strategies as some
from websockets.extensions.permessage_deflate import PerMessageDeflate
from websockets.frames import Frame, Opcode

from editor.live import frames
from editor.live.frames import SHORTEST, OnceDeflate
from editor.live.layer import BEHIND, OneProcessLayer
from editor.wire.publishing import group
from tests.live.browser import on_board
from tests.services.making import board_from


async def test_everybody_in_a_group_hears_the_same_in_the_same_order():
    layer = OneProcessLayer()
    for channel in ("specific.one", "specific.other"):
        await layer.group_add("board.1", channel)
    for number in range(5):
        await layer.group_send("board.1", {"type": "told", "number": number})
    for channel in ("specific.one", "specific.other"):
        assert [(await layer.receive(channel))["number"] for _ in range(5)] == list(range(5))


async def test_who_left_a_group_hears_nothing_more():
    layer = OneProcessLayer()
    await layer.group_add("board.1", "specific.one")
    await layer.group_discard("board.1", "specific.one")
    await layer.group_send("board.1", {"type": "told"})
    await layer.send("specific.one", {"type": "said to one"})
    assert await layer.receive("specific.one") == {"type": "said to one"}


async def test_who_is_too_far_behind_is_told_so_and_the_others_miss_nothing():
    layer = OneProcessLayer(capacity=3)
    await layer.group_add("board.1", "specific.slow")
    for number in range(4):
        await layer.group_send("board.1", {"type": "told", "number": number})
    assert await layer.receive("specific.slow") == BEHIND
    await layer.group_send("board.1", {"type": "told", "number": 4})
    assert (await layer.receive("specific.slow"))["number"] == 4


@pytest.mark.django_db(transaction=True)
async def test_a_browser_that_is_too_far_behind_is_asked_to_come_again():
    row = await sync_to_async(board_from)("case-1")
    async with on_board(row.pk) as one:
        await one.hear("welcome")
        await get_channel_layer().group_send(group(row.pk), BEHIND)
        assert await one.hear_the_end() == 1013


async def test_who_waits_already_hears_at_once():
    layer = OneProcessLayer()
    await layer.group_add("board.1", "specific.one")
    waiting = asyncio.create_task(layer.receive("specific.one"))
    await asyncio.sleep(0)
    await layer.group_send("board.1", {"type": "told"})
    assert await asyncio.wait_for(waiting, 5) == {"type": "told"}


def packer():
    return OnceDeflate(False, True, 12, 15)


def unpacker():
    return PerMessageDeflate(True, False, 15, 12)


@given(some.lists(some.text(max_size=4 * SHORTEST), max_size=6))
def test_every_message_arrives_as_it_was_sent(texts):
    near, far = packer(), unpacker()
    for text in texts:
        sent = Frame(Opcode.TEXT, text.encode())
        assert bytes(far.decode(near.encode(sent)).data) == sent.data


def test_what_fifty_people_hear_is_compressed_once(monkeypatch):
    made = []
    usual = zlib.compressobj
    monkeypatch.setattr(frames.zlib, "compressobj", lambda **named: made.append(1) or usual(**named))
    text = b"a message for everybody " * SHORTEST
    assert len({bytes(packer().encode(Frame(Opcode.TEXT, text)).data) for _ in range(50)}) == 1
    assert made == [1]


def test_a_short_message_is_not_compressed():
    sent = Frame(Opcode.TEXT, b"a" * (SHORTEST - 1))
    assert packer().encode(sent) is sent


def test_what_is_remembered_is_bounded():
    for each in range(frames.REMEMBERED + 5):
        packer().encode(Frame(Opcode.TEXT, f"{each}".encode() + b"x" * SHORTEST))
    packer().encode(Frame(Opcode.TEXT, b"y" * (frames.LONGEST_REMEMBERED + 1)))
    assert len(frames._done) <= frames.REMEMBERED
    assert all(len(text) <= frames.LONGEST_REMEMBERED for _, text in frames._done)
