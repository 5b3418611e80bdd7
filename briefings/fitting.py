"""The principal's edition fitted to its pages: planned by measure, one cut for all languages."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Final

from briefings.planning import budgets, cut_to, filled, left_out, offered
from briefings.rendering import sheet_of, spread_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefings.config import Config
    from briefings.languages.names import NameTable
    from briefings.model import Budget, Edition, Spread
    from briefings.model.look import Look

_FULL: Final = 0.93
"""Share of the last page from which it counts as full."""


def fitted(
    editions: Mapping[str, Edition], config: Config, names: NameTable, look: Look
) -> Iterator[dict[str, Edition]]:
    """Give the principal's edition in each language, cut to the pages; then ever smaller ones.

    The first is the one to print; the others are for the case that a layout finds it too long. Each edition names what
    it leaves to the desk edition.
    """
    pages = config.profiles.principal.pages
    offers = offered(editions)
    sheets = [sheet_of(offer, language, config, names, look) for language, offer in offers.items()]
    found = budgets(offers, lambda budget: (spread_of(sheet, budget, look) for sheet in sheets), pages)

    fills = dict.fromkeys(offers, (0, 0.0))

    @cache
    def measured(budget: Budget, language: str) -> Spread:
        """Measure an edition as it will be printed: it cites less than was offered, and lists fewer sources."""
        told = _told(editions, offers[language], budget, language)
        return spread_of(sheet_of(told, language, config, names, look), budget, look)

    def exact(budget: Budget) -> Iterator[Spread]:
        """Measure one language after the other, as long as somebody asks: the fullest so far is full first."""
        languages = sorted(offers, key=lambda language: fills[language], reverse=True)
        for language in languages:
            spread = measured(budget, language)
            fills[language] = spread.pages, spread.fills[-1]
            yield spread

    if pages is not None:
        while len(found) > 1 and any(spread.pages > pages for spread in exact(found[-1])):
            found = found[:-1]
        if all(_has_room(spread, pages) for spread in exact(found[-1])):
            found = (*found, *filled(offers, found[-1], exact, pages))
    for budget in reversed(found):
        yield {language: _told(editions, offer, budget, language) for language, offer in offers.items()}


def _told(editions: Mapping[str, Edition], offer: Edition, budget: Budget, language: str) -> Edition:
    told = cut_to(offer, budget)
    return replace(told, cut=left_out(editions, told, language))


def _has_room(spread: Spread, pages: int) -> bool:
    return spread.pages == pages and spread.fills[-1] < _FULL
