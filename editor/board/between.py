"""The change that leads from one board to another: what restoring does, and what a comparison lists."""

from __future__ import annotations

from dataclasses import fields

from editor.board.changes import Change, Patch, Put, Remove, patches
from editor.board.records import SHAPES, Board, Record


def between(old: Board, new: Board) -> Change:
    """What must happen to ``old`` to make it ``new``; records are the same when their ids are.

    The board's own record has one id only: of two different boards the names are compared.
    """
    found: list[Patch] = []
    puts: list[Put] = []
    removes: list[Remove] = []
    for table in SHAPES:
        if table == "board":
            found.extend(patches(old.board, name=new.board.name))
            continue
        before, after = old.table(table), new.table(table)
        if before is after:
            continue
        removes.extend(Remove(table=table, record=gone) for key, gone in before.items() if key not in after)
        puts.extend(Put(table=table, record=come) for key, come in after.items() if key not in before)
        for key, held in before.items():
            if key in after and held is not after[key] and held != after[key]:
                found.extend(_patches(held, after[key]))
    return Change(puts=tuple(puts), patches=tuple(found), removes=tuple(removes))


def _patches(before: Record, after: Record) -> tuple[Patch, ...]:
    return patches(before, **{field.name: getattr(after, field.name) for field in fields(after) if field.name != "id"})
