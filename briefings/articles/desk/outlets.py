"""Publishers the desk knows (outlets.toml)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from briefings.articles.desk.entries import EntryError, needed, only_known, text, texts
from briefings.articles.faults import shown
from briefings.model import Outlet

if TYPE_CHECKING:
    from briefings.articles.desk.entries import Place

_COUNTRY = re.compile(r"[A-Z]{2}")


def outlet_of(entry: dict[str, Any], _place: Place) -> Outlet:
    """Read one outlet."""
    only_known(entry, "name", "owner", "rating", "country", "aliases")
    country = text(entry, "country")
    if country and not _COUNTRY.fullmatch(country):
        message = f"country {shown(country)!r} is no code of two capitals; write one such as TR"
        raise EntryError(message)
    return Outlet(needed(entry, "name"), text(entry, "owner"), text(entry, "rating"), country, texts(entry, "aliases"))
