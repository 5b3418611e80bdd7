"""Dates in an article: what the grammar finds, resolved against the publication date."""

from briefings.facts.dates.finding import find_dates

__all__ = ["find_dates"]
