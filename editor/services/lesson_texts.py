"""The texts of lessons for the page: Markdown as safe HTML, and the pictures of the canvas between it as SVG."""

from __future__ import annotations

from functools import lru_cache

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token

from editor.board.drawing.svg import draw
from editor.board.project import judged
from editor.lessons.lesson import Lesson
from editor.lessons.pictures import Picture, pictured, pictures
from editor.lessons.starting import starting_board
from editor.wire.lessons import TextPart

CANVAS = "canvas"
# HTML in the text itself is shown as it is written.
_MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")
# What lessons need, and nothing that loads, runs or styles.
TAGS = {"p", "strong", "em", "code", "pre", "ul", "ol", "li", "a", "blockquote", "h3", "h4", "hr", "br"}
TAGS |= {"table", "thead", "tbody", "tr", "th", "td"}
ATTRIBUTES = {"a": {"href"}}
SCHEMES = {"https", "http"}


@lru_cache(maxsize=256)
def step_text(lesson: Lesson, step: int) -> tuple[TextPart, ...]:
    """The text of a step."""
    return _parts(lesson, lesson.steps[step].text)


@lru_cache(maxsize=256)
def reveal_text(lesson: Lesson, step: int) -> tuple[TextPart, ...]:
    """The text that comes with the answer of a step's prediction; nothing when it has none."""
    prediction = lesson.steps[step].prediction
    return _parts(lesson, prediction.reveal) if prediction is not None else ()


def preview(lesson: Lesson, text: str) -> tuple[TextPart, ...]:
    """A text that is being written for a lesson. Raises NetpolError for a picture that cannot be drawn."""
    return _parts(lesson, text)


def _parts(lesson: Lesson, text: str) -> tuple[TextPart, ...]:
    shown = iter(tuple(pictures(text)))
    parts: list[TextPart] = []
    waiting: list[Token] = []
    for token in _MARKDOWN.parse(text):
        if token.type == "fence" and token.info.split()[:1] == [CANVAS]:
            parts += [*_words(waiting), _drawn(lesson, next(shown))]
            waiting = []
        else:
            waiting.append(token)
    return (*parts, *_words(waiting))


def _words(tokens: list[Token]) -> tuple[TextPart, ...]:
    html = _clean(_MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {}))
    return (TextPart(html=html, light="", dark="", alt=""),) if html.strip() else ()


def _clean(html: str) -> str:
    return nh3.clean(html, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel="noopener noreferrer")


def _drawn(lesson: Lesson, picture: Picture) -> TextPart:
    board = starting_board(pictured(lesson, picture))
    held = judged(board)
    said = {True: "allowed", False: "blocked", None: "undefined"}
    arrows = (
        f"{board.place_name(one.source)} to {board.place_name(one.destination)} on {one.protocol} {one.port}: "
        f"{said[held.verdicts[one.id]['allowed']]}"
        for one in board.connections.values()
    )
    alt = f"Picture of the canvas. {'; '.join(arrows)}."
    light, dark = (draw(board, held, theme, legend=False) for theme in ("light", "dark"))
    return TextPart(html="", light=light, dark=dark, alt=alt)
