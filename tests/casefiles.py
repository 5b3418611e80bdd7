"""Case files: many cases in one text, so that a bug becomes a few lines of text.

A case begins with `=== its name`; lines of `~~~` part what is given from what must come out. `⟦202e⟧` stands for the
character of that number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "cases"
_CHARACTER = re.compile(r"⟦([0-9a-f]{1,6})⟧")


@dataclass(frozen=True)
class Case:
    """One case: its name and its parts."""

    name: str
    parts: tuple[str, ...]

    def __str__(self) -> str:
        """Name the case in pytest's report."""
        return self.name


def cases_in(path: str) -> list[Case]:
    """Give the cases of a file below tests/cases."""
    text = (FOLDER / path).read_text(encoding="utf-8")
    found = []
    for chunk in re.split(r"(?m)^=== ", text)[1:]:
        name, _, rest = chunk.partition("\n")
        parts = re.split(r"(?m)^~~~\n", rest)
        found.append(Case(name.strip(), tuple(_with_characters(part) for part in parts)))
    return found


def rows_in(path: str) -> list[tuple[str, ...]]:
    """Give the rows of a table file: cells parted by ` | `, comments and empty lines left out."""
    lines = (FOLDER / path).read_text(encoding="utf-8").split("\n")
    return [
        tuple(_with_characters(cell.strip()) for cell in line.split(" | "))
        for line in lines
        if line.strip() and not line.startswith("#")
    ]


def _with_characters(text: str) -> str:
    return _CHARACTER.sub(lambda match: chr(int(match[1], 16)), text)
