"""The principal's edition fitted to its pages: planned by measure, one cut for all languages."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefings.planning import budgets, cut_to, left_out, offered
from briefings.rendering import sheet_of, spread_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefings.config import Config
    from briefings.languages.names import NameTable
    from briefings.model import Budget, Edition


def fitted(editions: Mapping[str, Edition], config: Config, names: NameTable) -> Iterator[dict[str, Edition]]:
    """Give the principal's edition in each language, cut to the pages; then ever smaller ones.

    The first is the one to print; the others are for the case that a layout finds it too long. Each edition names what
    it leaves to the desk edition.
    """
    pages = config.profiles.principal.pages
    offers = offered(editions)
    sheets = [sheet_of(offer, language, config, names) for language, offer in offers.items()]
    found = budgets(offers, lambda budget: [spread_of(sheet, budget) for sheet in sheets], pages)
    known = False
    for budget in reversed(found):
        told = _told(editions, offers, budget)
        known = known or pages is None or _pages(told, budget, config, names) <= pages or budget == found[0]
        if known:
            yield told


def _told(editions: Mapping[str, Edition], offers: Mapping[str, Edition], budget: Budget) -> dict[str, Edition]:
    told = {language: cut_to(offer, budget) for language, offer in offers.items()}
    return {language: replace(edition, cut=left_out(editions, edition, language)) for language, edition in told.items()}


def _pages(told: Mapping[str, Edition], budget: Budget, config: Config, names: NameTable) -> int:
    """Give how many pages the longest takes, as it will be printed: its list of sources is shorter than the offer's."""
    sheets = (sheet_of(edition, language, config, names) for language, edition in told.items())
    return max(spread_of(sheet, budget).pages for sheet in sheets)
