"""What a person sees: the colours of painted arrows, read from a screenshot's pixels, and the same in words."""

import io
import time
from collections import Counter

from PIL import Image

TOKENS = ("allow", "deny", "warn")
MEANING = {"allow": True, "deny": False, "warn": None}
REACH = 7  # CSS pixels around a point on the line: a dash and its gap are narrower together


def arrows(page):
    """Every entry of the accessible list of connections: (source, destination, protocol, port) -> its attributes."""
    entries = page.get_by_role("list", name="Connections").locator("[data-connection]").all()
    found = {}
    for entry in entries:
        told = entry.evaluate("node => ({...node.dataset, sentence: node.textContent})")
        found[told["source"], told["destination"], told["protocol"], int(told["port"])] = told
    return found


def in_words(page):
    """What the accessible tree says of every arrow: True allowed, False blocked, None undefined."""
    said = {}
    for arrow, told in arrows(page).items():
        words = told["sentence"].lower()
        said[arrow] = False if "blocked" in words else True if "allowed" in words else None
    return said


def in_paint(page):
    """What the pixels of every arrow say. An arrow of which no token's colour is found is left out."""
    colours = tokens(page)
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    seen = {}
    for arrow, told in arrows(page).items():
        points = [tuple(map(float, point.split(","))) for point in told.get("pathPoints", "").split()]
        votes = Counter(vote for point in points for vote in colours_near(picture, point, colours))
        if votes:
            seen[arrow] = MEANING[votes.most_common(1)[0][0]]
    return seen


def tokens(page):
    """The colours of the theme as (red, green, blue)."""
    script = """names => {
      const probe = document.body.appendChild(document.createElement('i'));
      const read = names.map(name => {
        probe.style.color = getComputedStyle(document.body).getPropertyValue('--' + name);
        return getComputedStyle(probe).color;
      });
      probe.remove();
      return read;
    }"""
    read = page.evaluate(script, list(TOKENS))
    return {name: tuple(int(part) for part in text[4:-1].split(",")) for name, text in zip(TOKENS, read, strict=True)}


def colours_near(picture, point, colours):
    """The token whose pixel lies nearest to a point on the line, if any does within reach."""
    x0, y0 = round(point[0]), round(point[1])
    around = sorted(
        (dx * dx + dy * dy, x0 + dx, y0 + dy) for dx in range(-REACH, REACH + 1) for dy in range(-REACH, REACH + 1)
    )
    for _, x, y in around:
        if 0 <= x < picture.width and 0 <= y < picture.height:
            pixel = picture.getpixel((x, y))
            for name, colour in colours.items():
                if all(abs(a - b) <= 24 for a, b in zip(pixel, colour, strict=True)):
                    return [name]
    return []


def eventually(check, wanted, seconds=10):
    """Wait until ``check()`` answers ``wanted``; show the last answer if it never does."""
    until = time.monotonic() + seconds
    answer = check()
    while answer != wanted and time.monotonic() < until:
        time.sleep(0.15)
        answer = check()
    assert answer == wanted, difference(answer, wanted)


def difference(answer, wanted):
    """Only what differs, for a readable failure."""
    if not (isinstance(answer, dict) and isinstance(wanted, dict)):
        return f"{answer!r} is not {wanted!r}"
    keys = [key for key in {**answer, **wanted} if answer.get(key, "absent") != wanted.get(key, "absent")]
    return {key: f"{answer.get(key, 'absent')} instead of {wanted.get(key, 'absent')}" for key in keys}
