"""`briefings new`: starts a file with the right front matter, or from a shipped one; no date is from the clock."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from briefings.commands import options
from briefings.errors import OK, UsageError
from briefings.languages.ascii import slug
from briefings.model.look import FOLDER as LOOK
from briefings.rendering.look.starting import labels_file, shipped

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
_STORY_NOTE: Final = """---
title: {title}
story: {story}
author:
---
{text}
"""
_CORRECTION: Final = """
[[correction]]
article = ""      # path of the article in this folder, or its id
words = ""        # the words of the fact, as the article has them
value = ""        # or: speaker, office, name = "…"; or drop = true
by = ""
reason.tr = ""
reason.en = ""
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

# Who gets editions by `briefings send` (docs/delivery.md):
# [delivery.server]
# host = "localhost"                    # tls = "starttls", user, password_file or password_env
# [delivery.sender]
# address = "masa@bakanlik.example"
# [delivery.lists.makam]
# recipients = [{ address = "makam@bakanlik.example", name = "Özel Kalem" }]
"""
_TEXTS: Final = {"tr": "Metin buraya.", "en": "Text goes here."}


@click.command("new")
@click.argument("what", type=click.Choice(["article", "note", "desk", "correction", "template", "labels"]))
@click.argument("name", default="")
@click.option("--title", default="", help="Title of the article or note.")
@click.option("--date", "day_text", metavar="DAY", help="Day of publication; needed for articles and notes.")
@click.option("--story", default="", help="Path, id or headline of the story a note belongs to.")
@click.option("--lang", "language", type=click.Choice(["tr", "en"]), default="tr", show_default=True)
@options.content
@click.pass_obj
def command(screen: Screen, /, what: str, name: str, day_text: str | None, content: Path, **words: str) -> int:
    """Start an article, a note, the desk's settings or a correction; never over an existing file.

    A correction is added below those that corrections.toml holds. `template NAME` and `labels` start a look of the
    desk's own from a shipped file.
    """
    if name and what != "template":
        message = f"new {what} takes no name; see briefings new --help"
        raise UsageError(message)
    if what == "template":
        path, text = content / LOOK / name, shipped(name)
    elif what == "labels":
        path, text = content / LOOK / f"labels.{words['language']}.toml", labels_file(words["language"])
    elif what == "correction":
        path, text = content / "corrections.toml", _CORRECTION
    elif what == "desk":
        path, text = content / "briefings.toml", _DESK
    elif day_text is None:
        message = f"new {what} needs its day: --date 2025-12-04"
        raise UsageError(message)
    else:
        path, text = _dated(what, options.day(day_text, "--date"), content, words)
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("a" if what == "correction" else "x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        message = f"{path}: is there already and was not touched; choose another --title or --content"
        raise UsageError(message) from None
    screen.summary([f"{path}: started"])
    return OK


def _dated(what: str, day: date, content: Path, words: dict[str, str]) -> tuple[Path, str]:
    title, story, language = words["title"], words["story"], words["language"]
    text = _TEXTS[language]
    if what == "note" and story:
        name = f"{day}-{slug(title or story)}.{language}.md"
        return content / "notes" / name, _STORY_NOTE.format(title=title, story=story, text=text)
    if what == "note":
        return content / "notes" / f"{day}.{language}.md", _NOTE.format(title=title, text=text)
    name = slug(title) or ("haber" if language == "tr" else "article")
    return content / f"{day}-{name}.{language}.md", _ARTICLE.format(title=title, day=day, text=text)
