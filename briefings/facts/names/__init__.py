"""People, organisations and places: see `finding` for how an article is read, docs/names.md for the whole."""

from __future__ import annotations

from briefings.facts.names.finding import find_names

__all__ = ["find_names"]
