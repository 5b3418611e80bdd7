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
    found = budgets(offers, lambda budget: [spread_of(sheet, budget, look) for sheet in sheets], pages)

    @cache
    def exact(budget: Budget) -> list[Spread]:
        return _spreads(_told(editions, offers, budget), budget, config, names, look)

    if pages is not None:
        while len(found) > 1 and any(spread.pages > pages for spread in exact(found[-1])):
            found = found[:-1]
        if all(_has_room(spread, pages) for spread in exact(found[-1])):
            found = (*found, *filled(offers, found[-1], exact, pages))
    for budget in reversed(found):
        yield _told(editions, offers, budget)


def _told(editions: Mapping[str, Edition], offers: Mapping[str, Edition], budget: Budget) -> dict[str, Edition]:
    told = {language: cut_to(offer, budget) for language, offer in offers.items()}
    return {language: replace(edition, cut=left_out(editions, edition, language)) for language, edition in told.items()}


def _spreads(told: Mapping[str, Edition], budget: Budget, config: Config, names: NameTable, look: Look) -> list[Spread]:
    """Measure editions as they will be printed: they cite less than was offered, and list fewer sources."""
    sheets = (sheet_of(edition, language, config, names, look) for language, edition in told.items())
    return [spread_of(sheet, budget, look) for sheet in sheets]


def _has_room(spread: Spread, pages: int) -> bool:
    return spread.pages == pages and spread.fills[-1] < _FULL
