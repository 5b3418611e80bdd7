"""Quotations and reported speech: who said what, in whose words."""

from __future__ import annotations

from briefings.facts.quotes.finding import find_quotes

__all__ = ["find_quotes"]
