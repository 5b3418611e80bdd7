"""What the desk says about an article in its front matter: priority, embargo, marking and so on."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from briefings.articles.dates import ImpossibleDateError, moment_of
from briefings.articles.faults import LeftOutError, Remark, shown
from briefings.languages.ascii import folded
from briefings.model import DeskMarks

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from briefings.articles.fields import Value
    from briefings.config import Config

_YES = frozenset({"true", "yes", "on", "1", "evet", "dogru"})
_NO = frozenset({"false", "no", "off", "0", "hayir", "yanlis"})
_HIGHEST = 1_000


def marks_of(fields: Mapping[str, Value], config: Config, remarks: list[Remark]) -> DeskMarks:
    """Give the desk's marks; what cannot be read has its remark.

    `LeftOutError` where reading on could publish what the desk meant to hold back.
    """
    tags = fields.get("tags")
    return DeskMarks(
        tags=() if tags is None else tags.items or tuple(part.strip() for part in tags.text.split(",") if part.strip()),
        section=_text(fields, "section"),
        priority=_priority(fields, remarks),
        pin=_flag(fields, "pin", remarks, unread=False),
        skip=_flag(fields, "skip", remarks, unread=True),
        draft=_flag(fields, "draft", remarks, unread=True),
        embargo_until=_embargo(fields, config, remarks),
        marking=_marking(fields, config),
        withdrawn=_text(fields, "withdrawn"),
    )


def _text(fields: Mapping[str, Value], key: str) -> str | None:
    return fields[key].text if key in fields else None


def _priority(fields: Mapping[str, Value], remarks: list[Remark]) -> int:
    value = fields.get("priority")
    if value is None:
        return 0
    words = value.text.strip()
    if len(words) <= len(str(-_HIGHEST)) and words.lstrip("+-").isdecimal() and abs(int(words)) <= _HIGHEST:
        return int(words)
    message = f"priority {shown(words)!r} is no whole number from -{_HIGHEST} to {_HIGHEST}; it counts as 0"
    remarks.append(Remark("priority", value.line, message))
    return 0


def _flag(fields: Mapping[str, Value], key: str, remarks: list[Remark], *, unread: bool) -> bool:
    """Read yes or no; words that are neither count as `unread`, the safer of the two."""
    value = fields.get(key)
    if value is None:
        return False
    plain = folded(value.text.strip())
    if plain in _YES or plain in _NO:
        return plain in _YES
    message = f"{key} {shown(value.text)!r} is neither true nor false; it counts as {'true' if unread else 'false'}"
    remarks.append(Remark("flag", value.line, message))
    return unread


def _embargo(fields: Mapping[str, Value], config: Config, remarks: list[Remark]) -> datetime | None:
    value = fields.get("embargo_until")
    if value is None:
        return None
    try:
        moment = moment_of(value.text, ZoneInfo(config.time_zone), day_first=config.day_first)
    except ImpossibleDateError as error:
        message = f"the embargo cannot be read: {error}"
        raise LeftOutError(message, code="embargo", line=value.line) from error
    remarks += [Remark(code, value.line, message) for code, message in moment.remarks]
    return moment.at


def _marking(fields: Mapping[str, Value], config: Config) -> str | None:
    """Give the id of the marking on the desk's scale; a marking that is not on it leaves the article out."""
    value = fields.get("marking")
    if value is None:
        return None
    wanted = folded(value.text)
    for step in config.markings:
        if wanted in {folded(step.id), folded(step.label.tr), folded(step.label.en)}:
            return step.id
    known = ", ".join(step.id for step in config.markings) or "none"
    message = f"marking {shown(value.text)!r} is not on the desk's scale (known: {known}); correct it"
    raise LeftOutError(message, code="marking-unknown", line=value.line)
