"""Offices in the reader's language."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec


def office_in(role: str, source: str, language: str) -> str | None:
    """Give an office in another language; None when it is not known there."""
    if find_spec("briefings.languages.names.offices") is None:
        return None
    known: str | None = import_module("briefings.languages.names.offices").office_in(role, source, language)
    return known
