"""Between a board and a lesson that is written on it: the start, a solution and the goals are taken from what stands
there, and what was recorded is put there again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from editor.board.arrivals import arrive
from editor.board.changes import Change, apply
from editor.board.expectations import listed, understood
from editor.board.export import Wanted, files, joined
from editor.board.from_manifests import sound
from editor.board.records import Board, PolicyRecord
from editor.engine.errors import Fault, NetpolError, Place
from editor.lessons.anew import turned_into
from editor.lessons.lesson import POLICIES, Lesson
from editor.lessons.manuscript import Manuscript, WrittenArrow, WrittenBoard, WrittenGoal
from editor.lessons.starting import starting_board
from editor.manifests.sources import Source

_NO_WORD = re.compile(r"[^a-z0-9]+")
_LONGEST_ID = 40


def with_start(manuscript: Manuscript, board: Board) -> Manuscript:
    """The board as it stands becomes the start."""
    stands = WrittenBoard(
        manifests=_stand_ins(board),
        hosts={host.name: host.address for host in board.hosts.values()},
        arrows=tuple(
            WrittenArrow(
                from_=board.place_name(one.source),
                to=board.place_name(one.destination),
                protocol=one.protocol,
                port=one.port,
            )
            for one in board.connections.values()
        ),
        places=dict(_places(board)),
    )
    policies = joined(_text(one) for one in board.policies.values())
    there = {_ref(one) for one in board.policies.values()}
    locked = tuple(name for name in manuscript.locked if "/" not in name or name in there)
    return replace(manuscript, board=stands, policies=policies, locked=locked)


def with_goals(manuscript: Manuscript, board: Board) -> Manuscript:
    """Expectations of the board that are no goals yet become goals."""
    known = [one.item for one in manuscript.goals]
    goals = list(manuscript.goals)
    for record in listed(board):
        item = {key: value for key, value in record.item.items() if key != "name"}
        if item in known:
            continue
        words = understood(record.item).title.strip()
        sentence = f"{words[:1].upper()}{words[1:].rstrip('.')}."
        goals.append(WrittenGoal(id=_free_id(words, [one.id for one in goals]), sentence=sentence, item=item))
    return replace(manuscript, goals=tuple(goals))


def solution_on(board: Board, lesson: Lesson) -> str:
    """What was changed on the board since the lesson's start, as a solution: all policies that a learner may change,
    and pods and namespaces that differ. Raises NetpolError ``cannot_record`` for what no solution can say.
    """
    begun = starting_board(lesson)
    gone = sorted({*_objects(begun)} - {*_objects(board)})
    if gone:
        words = f"The board no longer has {', '.join(gone)} of the start; a solution takes nothing away."
        raise NetpolError([Fault("cannot_record", words, Place(path="solution"), gone[0])])
    was = _objects(begun)
    pods = [text for name, text in _objects(board).items() if was.get(name) != text]
    policies = [_text(one) for one in board.policies.values() if not _is_locked(lesson, one)]
    if not pods and not policies:
        words = "There is no policy on the board that a learner may change: write one first."
        raise NetpolError([Fault("cannot_record", words, Place(path="solution"))])
    return joined([*pods, *policies])


def shown_on(board: Board, lesson: Lesson, solution: str | None = None) -> Change:
    """The change that makes the board the lesson's start, with a solution played on it if one is given.

    Its expectations stay. Raises NetpolError where the manifests have no meaning.
    """
    begun = starting_board(lesson)
    if solution is not None:
        kept = [one for one in begun.records() if not isinstance(one, PolicyRecord) or _is_locked(lesson, one)]
        begun = Board.of(begun.board, kept)
        begun = apply(begun, arrive(begun, sound([Source("solution", solution)])).change)
    begun = replace(begun, expectations=board.expectations)
    return turned_into(board, begun)


def _objects(board: Board) -> dict[str, str]:
    """Namespaces and pods by kind and name, each as its manifest."""
    found = {f"namespace {space.name}": _alone(board, space.id) for space in board.namespaces.values()}
    return found | {f"pod {board.place_name(pod.id)}": _alone(board, pod.id) for pod in board.pods.values()}


def _alone(board: Board, record_id: str) -> str:
    """The manifest of one namespace or pod."""
    pod = board.pods.get(record_id)
    space = board.namespaces[pod.namespace if pod is not None else record_id]
    alone = Board.of(board.board, [space, *([pod] if pod is not None else [])])
    return files(alone, Wanted(include="all"))[-1].text


def _stand_ins(board: Board) -> str:
    return joined(file.text for file in files(replace(board, policies={}), Wanted(include="all")))


def _places(board: Board) -> Iterator[tuple[str, tuple[float, ...]]]:
    for space in board.namespaces.values():
        yield space.name, (space.x, space.y, space.width, space.height)
    for pod in board.pods.values():
        yield board.place_name(pod.id), (pod.x, pod.y)
    for host in board.hosts.values():
        yield board.place_name(host.id), (host.x, host.y)


def _text(policy: PolicyRecord) -> str:
    return policy.text if policy.text.endswith("\n") else f"{policy.text}\n"


def _ref(policy: PolicyRecord) -> str:
    return f"{policy.namespace}/{policy.name}"


def _is_locked(lesson: Lesson, policy: PolicyRecord) -> bool:
    return POLICIES in lesson.locked or _ref(policy) in lesson.locked


def _free_id(words: str, taken: list[str]) -> str:
    """A short id of a sentence's first words, like no other."""
    base = _NO_WORD.sub("-", words.lower())[:_LONGEST_ID].strip("-") or "goal"
    number, free = 1, base
    while free in taken:
        number += 1
        free = f"{base}-{number}"
    return free
