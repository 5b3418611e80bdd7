"""Facts the desk drops or changes (corrections.toml): one entry a fact, signed, with the reason."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, get_args

from briefings.articles.desk.entries import EntryError, flag, localised, marking, needed, only_known, text
from briefings.articles.faults import shown
from briefings.model import Correction, FactKind

if TYPE_CHECKING:
    from briefings.articles.desk.entries import Place
    from briefings.model import Localised

_CHANGES = ("drop", "value", "speaker", "office", "name")
_KINDS: tuple[FactKind, ...] = get_args(FactKind)


def correction_of(entry: dict[str, Any], place: Place) -> Correction:
    """Read one correction."""
    only_known(entry, "article", "words", "kind", "everywhere", *_CHANGES, "by", "reason", "marking")
    given = [key for key in _CHANGES if key in entry]
    if len(given) != 1:
        message = f"one change is needed, {' and '.join(given) or 'none'} given; write one of {', '.join(_CHANGES)}"
        raise EntryError(message)
    if "drop" in entry and not flag(entry, "drop"):
        message = "drop = false drops nothing; write drop = true, or what the fact shall say"
        raise EntryError(message)
    return Correction(
        path=place.path,
        line=place.line,
        article=needed(entry, "article"),
        words=needed(entry, "words"),
        kind=_kind(entry),
        everywhere=flag(entry, "everywhere"),
        by=needed(entry, "by"),
        reason=localised(entry, "reason", is_needed=True),
        written=json.dumps(entry, ensure_ascii=False, sort_keys=True, default=str),
        drop=flag(entry, "drop"),
        value=needed(entry, "value") if "value" in entry else None,
        speaker=_changed(entry, "speaker"),
        office=_changed(entry, "office"),
        name=_changed(entry, "name"),
        marking=marking(entry, place),
    )


def _kind(entry: dict[str, Any]) -> FactKind | None:
    value = text(entry, "kind")
    found = next((kind for kind in _KINDS if kind == value), None)
    if value is not None and found is None:
        message = f"no kind of fact is called {shown(value)!r}; known are {', '.join(_KINDS)}"
        raise EntryError(message)
    return found


def _changed(entry: dict[str, Any], key: str) -> Localised | None:
    return localised(entry, key, is_needed=True) if key in entry else None
