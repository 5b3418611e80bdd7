"""Write docs/facts.md: the contract, every rule by kind, the reasons for turning down, the sizes of word lists.

Run it from the project's folder after a rule or its description (briefings/facts/rules.toml) has changed. The page
holds no examples out of the cases, so that a new case leaves it as it is; descriptions give their own.
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

from briefings.facts.dates.finding import DOUBTFUL  # noqa: E402 - the project is no installed package here
from briefings.facts.reference import reasons, tables  # noqa: E402 - the project is no installed package here
from briefings.languages.en import dates as english  # noqa: E402
from briefings.languages.tr import dates as turkish  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Mapping

PAGE = PROJECT / "docs" / "facts.md"
HEAD = PROJECT / "tools" / "facts_head.md"
"""What the page begins with: the contract, and the values of dates."""
REASONS = """
Candidates that were turned down, with the reason, as `briefings facts --explain` shows them. A date that has the
pattern of a rule, and nothing around it that says so, is shown with that rule.
"""
GRAMMARS = {"tr": turkish, "en": english}
TITLES = {
    "date": ("Dates", "Days and longer stretches of the calendar. Feasts: `languages/dates/holidays.toml`."),
    "duration": ("Lengths of time", "Type DURATION."),
    "set": ("What comes again", "Type SET."),
    "time": ("Times of day", "Type TIME."),
    "quantity": (
        "Quantities",
        "Named after how the number is written, or `counted`. Codes: ISO 4217; symbols: SI, else the word.",
    ),
    "name": ("People, organisations, places", "Tables and their sources: [names.md](names.md)."),
    "quote": ("Quotations and reported speech", "A speaker is never guessed: null where the text names nobody."),
    "deed": (
        "Who did what",
        "One a key sentence; parts that are not clear are left out. Who says that somebody acted is the actor.",
    ),
}


def reference() -> str:
    """Give docs/facts.md."""
    parts = [HEAD.read_text(encoding="utf-8"), *(_table(*entry) for entry in tables().items())]
    return "\n\n".join(part.strip() for part in (*parts, _reasons(), _word_lists())) + "\n"


def _table(name: str, rules: Mapping[str, str]) -> str:
    """Give the rules of one kind; of dates with the languages that have them."""
    title, words = TITLES[name]
    rows = [f"| `{rule}` | {_cell(finds)} | {_languages(rule) or 'tr en'} |" for rule, finds in rules.items()]
    return "\n".join([f"### {title}", "", words, "", "| rule | finds | in |", "|---|---|---|", *rows])


def _languages(rule: str) -> str:
    """Give the languages whose date grammar has a rule; digits are doubtful in English alone."""
    if rule in DOUBTFUL.values():
        return "en"
    return " ".join(
        language
        for language, module in GRAMMARS.items()
        if any(one.name == f"{language}.{rule}" for stage in module.grammar().stages for one in stage.rules)
    )


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;")


def _reasons() -> str:
    rows = [f"| `{name}` | {_cell(words)} |" for name, words in reasons().items()]
    return "\n".join(["## What is no fact", REASONS, "| reason | says |", "|---|---|", *rows])


def _word_lists() -> str:
    """Give the size of every file of words, rounded so that a word more or less leaves this page as it is."""
    rows = [
        f"| `{path.relative_to(PROJECT).as_posix()}` | {_about(_words_in(path))} |"
        for path in sorted((PROJECT / "briefings" / "languages").rglob("*"))
        if path.suffix in {".toml", ".txt"} and not path.stem.isupper() and "NOTICE" not in path.name
    ]
    head = ["## Word lists", "", "Where the names are from: [names.md](names.md).", "", "| file | words |", "|---|---|"]
    return "\n".join([*head, *rows])


def _words_in(path: Path) -> int:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".txt":
        return sum(len(line.split()) for line in text.splitlines() if not line.startswith("#"))
    return _counted(tomllib.loads(text))


def _counted(value: object) -> int:
    """Count the words in all strings of a TOML value."""
    if isinstance(value, str):
        return len(value.replace(",", " ").split())
    if isinstance(value, dict):
        return sum(map(_counted, value.values()))
    return sum(map(_counted, value)) if isinstance(value, list) else 0


def _about(count: int) -> str:
    """Give an order of size: under 100, hundreds, thousands and so on."""
    digits = len(str(count))
    return "under 100" if digits < 3 else f"over {10 ** (digits - 1):,}"


def main() -> None:
    """Write the page."""
    PAGE.write_text(reference(), encoding="utf-8")
    print(f"{PAGE.relative_to(PROJECT)}: written")


if __name__ == "__main__":
    main()
