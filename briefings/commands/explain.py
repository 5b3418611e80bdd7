"""`briefings explain`: why each story stands where it stands, what was left out and why."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

import click

from briefings import errors, pipeline
from briefings.commands import options
from briefings.desk import Request, read
from briefings.model import AgendaItem, CutReason, Note, Voice
from briefings.planning.stories import ENOUGH

if TYPE_CHECKING:
    from pathlib import Path

    from briefings.desk import Desk
    from briefings.model import Cut, Edition, Join, Reason, Story
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
_KINDS: Final = {
    "story": "the story",
    "point": "sentences ({count}) of",
    "quote": "quotations ({count}) of",
    "dispute": "disputed values ({count}) of",
    "voice": "the voice of",
    "agenda": "the date",
    "note": "the note",
}
_CUT: Final[dict[CutReason, str]] = {
    "room": "no room on its pages: {pages}",
    "days": "more than seven days ahead",
    "language": "not told in every language",
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
    edition, cut = pipeline.plan_day(desk, options.day(day, "DAY"))
    listed = [(place, told) for place, told in enumerate(edition.stories, 1) if story in {None, str(place), told.id}]
    if story is not None and not listed:
        message = f"{story}: no story of {day}; it has {len(edition.stories)}: 1 to {len(edition.stories)}"
        raise errors.UsageError(message)
    if as_json:
        whole = {**_as_object(edition, listed, desk), "left_to_desk": [_cut_object(item, edition) for item in cut]}
        click.echo(json.dumps(whole, ensure_ascii=False, indent=1))
        return errors.OK
    chosen = {told.id for _, told in listed}
    for place, told in listed:
        click.echo(_in_words(place, told, edition))
    for line in _cut_in_words([item for item in cut if story is None or item.story in chosen], edition, desk):
        click.echo(f"left to the desk edition: {line}")
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
    course = f", day {story.day_number}, going on from {story.id}" if story.day_number > 1 else ""
    lines.append(f"   {story.status}{course}; publishers: {', '.join(story.publishers)}")
    for join in story.joins:
        lines.append(f"   from  {edition.article(join.article).source.path}")
        lines += [f"         {words}" for words in _join_in_words(join, story, edition)]
    if story.nearest:
        path = edition.article(story.nearest[0]).source.path
        lines.append(f"   apart from {path}: likeness {story.nearest[1]:.2f}, {ENOUGH:.2f} would join them")
    return "\n".join(lines)


def _join_in_words(join: Join, story: Story, edition: Edition) -> list[str]:
    """Say why an article belongs to its story; nothing for one that stands alone."""
    paths = {article.id: article.source.path for article in edition.articles}
    lines = [f"prints the text of {paths.get(join.copy_of, join.copy_of)} again"] if join.copy_of else []
    if join.translated:
        lines.append("translation of another article of the story")
    if len(story.articles) > 1:
        shown = ", ".join(_term_in_words(term, edition) for term in join.terms)
        lines.append(f"likeness {join.likeness:.2f} by {shown}")
    return lines


def _term_in_words(term: str, edition: Edition) -> str:
    """Give a term as a reader knows it: a name, a subject, a figure, a day, the beginning of a word."""
    kind, _, value = term.partition(":")
    if kind in {"who", "where"}:
        return next((entry.name for entry in edition.index if entry.key == value), value)
    if kind == "subject":
        return value.partition(".")[2]
    if kind == "figure":
        return value.rpartition(":")[2]
    return {"day": value, "story": f"the earlier story {value}"}.get(kind, f"{value}…")


def _cut_in_words(cut: list[Cut], edition: Edition, desk: Desk) -> list[str]:
    """Say what the principal's edition leaves out, and why; the sentences of one story together."""
    pages = desk.config.profiles.principal.pages
    lines: dict[tuple[str, str, CutReason], int] = {}
    for item in cut:
        key = (item.kind, _cut_words(item, edition), item.reason)
        lines[key] = lines.get(key, 0) + 1
    return [
        f"{_KINDS[kind].format(count=count)}: {words} ({_CUT[reason].format(pages=pages)})"
        for (kind, words, reason), count in lines.items()
    ]


def _cut_words(item: Cut, edition: Edition) -> str:
    """Give the words that name what was cut: a headline, a speaker, a day, a note's title."""
    match item.what:
        case Voice(speaker=speaker):
            return speaker
        case AgendaItem(first=first):
            return first.isoformat()
        case Note(title=title, path=path):
            return title or path
    told = next(told for told in edition.stories if told.id == item.story)
    return edition.article(told.headline.article).words(told.headline.span)


def _cut_object(item: Cut, edition: Edition) -> dict[str, str | None]:
    return {"kind": item.kind, "reason": item.reason, "story": item.story, "words": _cut_words(item, edition)}


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
                "status": story.status,
                "day_number": story.day_number,
                "publishers": list(story.publishers),
                "articles": [edition.article(identity).source.path for identity in story.articles],
                "joins": [
                    {"path": edition.article(join.article).source.path, "likeness": join.likeness}
                    | {"terms": list(join.terms), "copy_of": join.copy_of, "translated": join.translated}
                    for join in story.joins
                ],
                "nearest": _nearest(story, edition),
            }
            for place, story in listed
        ],
        "left_out": _left_out(desk),
    }


def _nearest(story: Story, edition: Edition) -> dict[str, Any] | None:
    if story.nearest is None:
        return None
    return {"path": edition.article(story.nearest[0]).source.path, "likeness": story.nearest[1], "joins_from": ENOUGH}


def _left_out(desk: Desk) -> list[dict[str, str]]:
    return [
        {"path": record.path, "reason": record.reason}
        for record in desk.chosen.inputs
        if record.fate in {"left-out", "ignored"}
    ]
