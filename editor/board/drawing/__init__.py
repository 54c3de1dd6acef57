"""A picture of a board as SVG: frames, cards, arrows with their verdicts. No script, no font, no other file."""

from editor.board.drawing.svg import THEMES, Theme, draw

__all__ = ["THEMES", "Theme", "draw"]
