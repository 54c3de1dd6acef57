"""Tables for spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from editor.board.shapes import as_json

# What a spreadsheet would take for a formula: https://owasp.org/www-community/attacks/CSV_Injection
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def as_csv(shape: type[Any], lines: Iterable[Any]) -> bytes:
    """Lines of that dataclass as CSV under its field names. What somebody wrote is never taken for a formula."""
    written = io.StringIO()
    table = csv.writer(written)
    table.writerow([field.name for field in fields(shape)])
    table.writerows([_cell(value) for value in as_json(line).values()] for line in lines)
    return written.getvalue().encode()


def _cell(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value
