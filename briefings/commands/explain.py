"""`briefings explain`: why each story stands where it stands, what was left out and why."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

import click

from briefings import errors, pipeline
from briefings.commands import options
from briefings.desk import Request, read

if TYPE_CHECKING:
    from pathlib import Path

    from briefings.desk import Desk
    from briefings.model import Edition, Reason, Story
    from briefings.screen import Screen

_WORDS: Final = {
    "publishers": "{detail} independent publishers",
    "officials": "speak with an office: {detail}",
    "new": "{detail} since the last edition",
    "ahead": "{detail} dates lie ahead",
    "recency": "late in the window",
    "figures": "{detail} figures with a unit",
    "names": "{detail} people and organisations",
    "watch": "on the watch list: {detail}",
    "priority": "the desk's priority",
    "pin": "pinned by the desk",
}


@click.command("explain")
@click.argument("day", metavar="DAY")
@click.argument("story", required=False, metavar="[STORY]")
@options.content
@options.output
@options.config
@options.as_json
@click.pass_obj
def command(screen: Screen, /, day: str, story: str | None, *, as_json: bool, **where: Path) -> int:
    """Say why each story of DAY stands where it stands. STORY is its place (1, 2 …) or its id."""
    content = options.folder(where["content"])
    request = Request(content, where["output"], where["config"], day=options.day(day, "DAY"))
    desk = read(request)
    edition = pipeline.plan_day(desk, options.day(day, "DAY"))
    listed = [(place, told) for place, told in enumerate(edition.stories, 1) if story in {None, str(place), told.id}]
    if story is not None and not listed:
        message = f"{story}: no story of {day}; it has {len(edition.stories)}: 1 to {len(edition.stories)}"
        raise errors.UsageError(message)
    if as_json:
        click.echo(json.dumps(_as_object(edition, listed, desk), ensure_ascii=False, indent=1))
        return errors.OK
    for place, told in listed:
        click.echo(_in_words(place, told, edition))
    if story is None:
        for record in _left_out(desk):
            click.echo(f"not in an edition: {record['path']} ({record['reason']})")
    screen.summary([f"{len(edition.stories)} stories from {len(edition.articles)} articles"])
    return errors.OK


def _in_words(place: int, story: Story, edition: Edition) -> str:
    article = edition.article(story.headline.article)
    pinned = ", pinned by the desk" if story.pinned else ""
    lines = [f"{place}. {article.words(story.headline.span)}  ({story.score} points{pinned})  {story.id}"]
    lines += [f"   {reason.points:+4d}  {_words_of(reason)}" for reason in story.reasons]
    lines += [f"   from  {edition.article(identity).source.path}" for identity in story.articles]
    return "\n".join(lines)


def _words_of(reason: Reason) -> str:
    return _WORDS[reason.code].format(detail=reason.detail)


def _as_object(edition: Edition, listed: list[tuple[int, Story]], desk: Desk) -> dict[str, Any]:
    return {
        "day": edition.day.isoformat(),
        "stories": [
            {
                "place": place,
                "id": story.id,
                "headline": edition.article(story.headline.article).words(story.headline.span),
                "score": story.score,
                "pinned": story.pinned,
                "reasons": [
                    {"code": reason.code, "points": reason.points, "detail": reason.detail} for reason in story.reasons
                ],
                "articles": [edition.article(identity).source.path for identity in story.articles],
            }
            for place, story in listed
        ],
        "left_out": _left_out(desk),
    }


def _left_out(desk: Desk) -> list[dict[str, str]]:
    return [
        {"path": record.path, "reason": record.reason}
        for record in desk.chosen.inputs
        if record.fate in {"left-out", "ignored"}
    ]
