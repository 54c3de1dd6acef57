"""One value written as people write it: block and flow mixed, comments, quotes, indents, line breaks."""

from __future__ import annotations

import json

from hypothesis import strategies as st

from editor.manifests.dump import quoted

COMMENTS = ("# the web pods", "# - not: an item", '# "quoted: {', "#")


@st.composite
def written(draw: st.DrawFn, value: dict) -> str:
    """A text that means ``value``."""
    writer = Writer(draw)
    form = draw(st.sampled_from(("block", "block", "block", "flow", "json", "pretty")))
    if form == "json":
        text = json.dumps(value)
    elif form == "pretty":
        text = json.dumps(value, indent=draw(st.sampled_from((1, 2, 4))))
    elif form == "flow":
        text = writer.flow(value)
    else:
        text = "\n".join(writer.block(value))
    before = draw(st.sampled_from(("", "", "---\n", "# first\n---\n", "\n")))
    behind = draw(st.sampled_from(("", "\n", "\n", "\n\n# last\n", "\n...\n")))
    return (before + text + behind).replace("\n", draw(st.sampled_from(("\n", "\n", "\r\n"))))


class Writer:
    """Draws the style of each value."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.step = draw(st.sampled_from((2, 2, 3, 4)))
        self.dashes = draw(st.sampled_from((0, 2)))

    def chance(self, one_in: int) -> bool:
        return self.draw(st.integers(1, one_in)) == 1

    def comment(self) -> str:
        return self.draw(st.sampled_from(COMMENTS))

    def behind(self) -> str:
        return f"  {self.comment()}" if self.chance(6) else ""

    def scalar(self, value: object) -> str:
        if isinstance(value, str):
            plain = quoted(value)
            quotes = (plain, json.dumps(value), "'" + value.replace("'", "''") + "'")
            return self.draw(st.sampled_from(quotes)) if plain == value else plain
        return json.dumps(value)

    def flow(self, value: object) -> str:
        space = self.draw(st.sampled_from(("", " ")))
        if isinstance(value, dict):
            fields = ", ".join(f"{self.scalar(key)}: {self.flow(inner)}" for key, inner in value.items())
            return f"{{{space}{fields}{space}}}"
        if isinstance(value, list):
            return f"[{space}{', '.join(map(self.flow, value))}{space}]"
        return self.scalar(value)

    def inline(self, value: object) -> bool:
        return not isinstance(value, dict | list) or not value or self.chance(6)

    def gap(self) -> list[str]:
        return self.draw(st.sampled_from(([], [], [], [], [""], [self.comment()], ["   " + self.comment()])))

    def block(self, value: object) -> list[str]:
        if self.inline(value) and not (isinstance(value, dict) and "kind" in value):
            return [self.flow(value) + self.behind()]
        return self.fields(value) if isinstance(value, dict) else self.items(value)

    def fields(self, value: dict) -> list[str]:
        found = []
        for number, (key, inner) in enumerate(value.items()):
            found += self.gap() if number else []
            if self.inline(inner):
                found.append(f"{self.scalar(key)}: {self.flow(inner)}{self.behind()}")
                continue
            found.append(f"{self.scalar(key)}:{self.behind()}")
            found += self.gap()
            indent = " " * (self.step if isinstance(inner, dict) else self.dashes)
            lines = self.fields(inner) if isinstance(inner, dict) else self.items(inner)
            found += [indent + line if line else line for line in lines]
        return found

    def items(self, value: list) -> list[str]:
        found = []
        for number, item in enumerate(value):
            found += self.gap() if number else []
            wide = self.draw(st.sampled_from((1, 1, 3)))
            first, *rest = self.block(item)
            found.append("-" + " " * wide + first)
            found += [" " * (1 + wide) + line if line else line for line in rest]
        return found
