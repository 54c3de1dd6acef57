"""The strokes that a picture is made of, as SVG elements."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

SANS = "Inter, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif"
MONO = "'JetBrains Mono', Menlo, Consolas, 'Liberation Mono', 'DejaVu Sans Mono', monospace"
_WIDE, _MONO_WIDE = 0.56, 0.605  # of a letter, in its size


def rect(x: float, y: float, width: float, height: float, radius: float, more: str) -> str:
    """A box with round corners."""
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" rx="{radius}" {more}/>'


def text(x: float, y: float, words: str, size: float, fill: str, *, mono: bool = False, bold: bool = False) -> str:
    """A line of text; ``y`` is its base line."""
    face = f' font-family="{MONO}"' if mono else ""
    weight = ' font-weight="600"' if bold else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" fill="{fill}"{face}{weight}>{escape(words)}</text>'


def width_of(words: str, size: float, *, mono: bool = False) -> float:
    """About how wide a text is; letters beyond Latin count double, so that nothing is cut off."""
    letters = sum(1 if ord(letter) < 0x250 else 1.8 for letter in words)  # noqa: PLR2004 - the end of Latin
    return letters * size * (_MONO_WIDE if mono else _WIDE)


def fitted(words: str, size: float, width: float, *, mono: bool = False) -> str:
    """As much of a text as fits, with ``…`` for the rest."""
    if width_of(words, size, mono=mono) <= width:
        return words
    while words and width_of(f"{words}…", size, mono=mono) > width:
        words = words[:-1]
    return f"{words}…"


def titled(title: str, inner: str) -> str:
    """A group that says what it is to who cannot see it, and to the pointer."""
    return f'<g role="img" aria-label={quoteattr(title)}><title>{escape(title)}</title>{inner}</g>'


def sign(outcome: str, x: float, y: float, colour: str, size: float = 3.6) -> str:
    """A tick, a cross or a question mark: the verdict without its colour."""
    stroke = f'fill="none" stroke="{colour}" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"'
    if outcome == "allowed":
        tick = f"M{x - size:.1f} {y:.1f}l{size * 0.75:.1f} {size * 0.75:.1f}l{size:.1f} {-size * 1.5:.1f}"
        return f'<path d="{tick}" {stroke}/>'
    if outcome == "blocked":
        both = f"M{x - size:.1f} {y - size:.1f}l{2 * size} {2 * size}m0 {-2 * size}l{-2 * size} {2 * size}"
        return f'<path d="{both}" {stroke}/>'
    return text(x - size, y + size, "?", 3 * size, colour, bold=True)


def lock(x: float, y: float, colour: str) -> str:
    """A shut lock, 9 wide and 11 high, its top left corner at x, y."""
    bow = f'<path d="M{x + 2} {y + 5}v-2a2.5 2.5 0 0 1 5 0v2" fill="none" stroke="{colour}" stroke-width="1.5"/>'
    return bow + rect(x, y + 5, 9, 6, 1.5, f'fill="{colour}"')
