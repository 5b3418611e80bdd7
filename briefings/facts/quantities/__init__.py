"""Numbers in an article with what they count or measure."""

from briefings.facts.quantities.finding import find_quantities

__all__ = ["find_quantities"]
