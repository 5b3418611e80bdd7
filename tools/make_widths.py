"""Write the advance widths of the shipped fonts, by which lines are counted without a layout.

    .venv/bin/python tools/make_widths.py

Reads templates/fonts/*.ttf and gives the same bytes each time; `tests/rendering/test_paper.py` compares the two.
Kerning is left out: it draws letters together, so that a line reckoned without it is never too short.
"""

from __future__ import annotations

import json
import sys
from itertools import pairwise
from pathlib import Path

from fontTools.ttLib import TTFont

PROJECT = Path(__file__).resolve().parent.parent
FONTS = PROJECT / "templates" / "fonts"
TABLE = PROJECT / "briefings" / "rendering" / "paper" / "widths.json"


def main() -> int:
    """Write the table; give the exit code."""
    TABLE.write_text(table_of(FONTS), encoding="utf-8")
    return 0


def table_of(folder: Path) -> str:
    """Give the table as JSON: for each font, runs of characters as [first code point, advances in 1/1000 em]."""
    fonts = {path.stem.removeprefix("briefings-"): _runs(_advances(path)) for path in sorted(folder.glob("*.ttf"))}
    lines = (f" {json.dumps(name)}: {json.dumps(runs, separators=(',', ':'))}" for name, runs in fonts.items())
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _advances(path: Path) -> dict[int, int]:
    font = TTFont(path)
    units, metrics = font["head"].unitsPerEm, font["hmtx"].metrics
    return {code: round(metrics[glyph][0] * 1000 / units) for code, glyph in font.getBestCmap().items()}


def _runs(advances: dict[int, int]) -> list[tuple[int, list[int]]]:
    """Put characters that follow one another into one run."""
    codes = sorted(advances)
    starts = [codes[0], *(code for before, code in pairwise(codes) if code != before + 1)]
    runs = []
    for start in starts:
        end = start
        while end in advances:
            end += 1
        runs.append((start, [advances[code] for code in range(start, end)]))
    return runs


if __name__ == "__main__":
    sys.exit(main())
