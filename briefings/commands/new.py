"""`briefings new`: starts a file with the right front matter. It takes no date from the clock."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from briefings.commands import options
from briefings.errors import OK, UsageError
from briefings.languages.ascii import slug

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from briefings.screen import Screen

_ARTICLE: Final = """---
title: {title}
lead:
date: {day}T09:00
source:
url:
tags:
---
{text}
"""
_NOTE: Final = """---
title: {title}
author:
---
{text}
"""
_DESK: Final = """# The desk's settings; every key is optional.
time_zone = "Europe/Istanbul"
cutoff = "24:00"
watch = []

[desk]
contact = ""
name.tr = "Haber Masası"
name.en = "News Desk"

[title]
tr = "Günlük Brifing"
en = "Daily Briefing"
"""
_TEXTS: Final = {"tr": "Metin buraya.", "en": "Text goes here."}


@click.command("new")
@click.argument("what", type=click.Choice(["article", "note", "desk"]))
@click.option("--title", default="", help="Title of the article or note.")
@click.option("--date", "day_text", metavar="DAY", help="Day of publication; needed for articles and notes.")
@click.option("--lang", "language", type=click.Choice(["tr", "en"]), default="tr", show_default=True)
@options.content
@click.pass_obj
def command(screen: Screen, what: str, title: str, day_text: str | None, language: str, content: Path) -> int:
    """Start an article, a note or the desk's settings; never over an existing file."""
    if what == "desk":
        path, text = content / "briefings.toml", _DESK
    elif day_text is None:
        message = f"new {what} needs its day: --date 2025-12-04"
        raise UsageError(message)
    else:
        path, text = _dated(what, title, options.day(day_text, "--date"), language, content)
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        message = f"{path}: is there already and was not touched; choose another --title or --content"
        raise UsageError(message) from None
    screen.summary([f"{path}: started"])
    return OK


def _dated(what: str, title: str, day: date, language: str, content: Path) -> tuple[Path, str]:
    text = _TEXTS[language]
    if what == "note":
        return content / "notes" / f"{day}.{language}.md", _NOTE.format(title=title, text=text)
    name = slug(title) or ("haber" if language == "tr" else "article")
    return content / f"{day}-{name}.{language}.md", _ARTICLE.format(title=title, day=day, text=text)
