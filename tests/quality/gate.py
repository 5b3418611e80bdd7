"""The quality gate: what is found in the labelled texts may not get worse unnoticed.

python -m tests.quality.gate            figures against their floors, and every difference with its words
python -m tests.quality.gate --repin    write the floors anew; a figure falls only when named with --lower
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.quality.gold import fingerprint, gold_texts
from tests.quality.scoring import FIGURES, KINDS, Remark, Score, score

if TYPE_CHECKING:
    from collections.abc import Iterable

FLOORS = Path(__file__).with_name("floors.toml")
REPIN = "./dev quality --repin"


@dataclass(frozen=True, slots=True)
class Floors:
    """The least every figure must reach, and the texts they were measured on."""

    fingerprint: str
    figures: dict[str, float]
    """By `KIND.LANGUAGE.FIGURE`, in per cent."""


def read_floors(path: Path = FLOORS) -> Floors:
    """Read the pinned figures; there are none before the first pinning."""
    if not path.exists():
        return Floors("", {})
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    figures = {
        f"{kind}.{language}.{name}": float(value)
        for kind, languages in table.items()
        if kind != "fingerprint"
        for language, values in languages.items()
        for name, value in values.items()
    }
    return Floors(table["fingerprint"], figures)


def faults(figures: dict[str, float], texts: str, floors: Floors) -> list[str]:
    """Say what keeps the gate shut: changed texts, figures below their floors, figures without one."""
    found = []
    if texts != floors.fingerprint:
        found.append(f"the labelled texts have changed since the floors were pinned; look at the report, then {REPIN}")
    for name, floor in floors.figures.items():
        if figures.get(name, 0.0) < floor:
            found.append(f"{name} is {figures.get(name, 0.0)}, its floor is {floor}")
    new = [name for name in figures if name not in floors.figures]
    if new:
        found.append(f"no floor yet for {', '.join(new)}; {REPIN}")
    return found


def lowered(figures: dict[str, float], floors: Floors, allowed: Iterable[str]) -> list[str]:
    """Name the figures that would fall by pinning anew though nobody said they may."""
    falling = [name for name, floor in floors.figures.items() if figures.get(name, 0.0) < floor]
    return [name for name in falling if name not in set(allowed)]


def pinned(figures: dict[str, float], texts: str) -> str:
    """Write the floors as TOML."""
    lines = [
        "# Written by `./dev quality --repin`; docs/quality.md says what the figures mean.",
        f'fingerprint = "{texts}"',
    ]
    table = ""
    for name, value in figures.items():
        head, _, figure = name.rpartition(".")
        if head != table:
            table = head
            lines += ["", f"[{head}]"]
        lines.append(f"{figure} = {value}")
    return "\n".join(lines) + "\n"


def report(total: Score, floors: Floors) -> str:
    """Give the table of figures, then every difference by kind and language."""
    lines = [f"{'':18}" + "".join(f"{figure:>11}" for figure in FIGURES)]
    for kind, language in sorted(total.tallies, key=lambda key: (KINDS.index(key[0]), key[1])):
        figures = total.tallies[kind, language].figures()
        cells = "".join(
            _cell(value, floors.figures.get(f"{kind}.{language}.{name}")) for name, value in figures.items()
        )
        lines.append(f"{kind + '.' + language:18}{cells}")
    order = sorted(total.remarks, key=lambda one: (KINDS.index(one.kind), one.language, one.trouble, one.text))
    head = ""
    for remark in order:
        if head != f"{remark.kind}.{remark.language}":
            head = f"{remark.kind}.{remark.language}"
            lines += ["", f"== {head}"]
        lines += _described(remark)
    return "\n".join(lines) + "\n"


def _cell(value: float, floor: float | None) -> str:
    """Show a figure, with an arrow when it left its floor."""
    arrow = " " if floor is None or value == floor else "↑" if value > floor else "↓"
    return f"{value:>10}{arrow}"


def _described(remark: Remark) -> list[str]:
    lines = [f"{remark.trouble:7}{remark.language}/{remark.text}: {remark.wanted or remark.found}"]
    if remark.wanted and remark.found:
        lines.append(f"       found {remark.found}")
    if remark.sentence:
        lines.append(f"       in: {remark.sentence}")
    return lines


def main(arguments: list[str]) -> int:
    """Measure, report and, when asked, pin; 1 when the gate is shut or pinning refused."""
    parser = argparse.ArgumentParser(
        prog="./dev quality", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--repin", action="store_true", help="write the floors anew")
    parser.add_argument("--lower", metavar="KIND.LANG.FIGURE", action="append", default=[], help="let this figure fall")
    asked = parser.parse_args(arguments)
    floors, texts, total = read_floors(), fingerprint(), score(gold_texts())
    figures = total.figures()
    say = sys.stdout.write
    say(report(total, floors))
    if not asked.repin:
        found = faults(figures, texts, floors)
        say("".join(f"\n{fault}" for fault in found) + "\n" if found else "")
        return int(bool(found))
    unknown = [name for name in asked.lower if name not in floors.figures]
    if unknown:
        parser.error(f"no such figure: {', '.join(unknown)}")
    refused = lowered(figures, floors, asked.lower)
    if refused:
        say("\nnot pinned, these would fall: " + " ".join(f"--lower {name}" for name in refused) + "\n")
        return 1
    FLOORS.write_text(pinned(figures, texts), encoding="utf-8")
    say("\npinned\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
