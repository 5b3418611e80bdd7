"""Who says so: independent publishers, not feeds. One owner is one publisher, and so are all copies of one text."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.model import Article, Outlet
    from briefings.planning.copies import Copies


def publishers_of(articles: Sequence[Article], copies: Copies, outlets: Sequence[Outlet]) -> tuple[str, ...]:
    """Name the independent publishers of some articles, sorted: "" stands for those that give no name.

    The owner counts where the desk's outlets.toml has one, else the outlet, else the address the text came from, else
    the text itself. Copies of one text and translations of one another count once, for the earliest.
    """
    known = outlets_by_name(outlets)
    owners: set[str] = set()
    texts: set[str] = set()
    names: list[str] = []
    for article in sorted(articles, key=lambda article: (str(article.published), article.id)):
        name = _origin(article)
        outlet = known.get(name)
        owner = (outlet.owner or outlet.name) if outlet else (name or article.id)
        printed = {
            copies.family(article.id),
            *([f"translation:{group}"] if (group := article.translation_group) else []),
        }
        if owner not in owners and not printed & texts:
            owners.add(owner)
            names.append(outlet.name if outlet else name)
            texts |= printed
    return tuple(sorted(name for name in names if name)) or ("",) * bool(names)


def outlets_by_name(outlets: Sequence[Outlet]) -> dict[str, Outlet]:
    """Give the desk's outlets by name and alias."""
    return {name: outlet for outlet in outlets for name in (outlet.name, *outlet.aliases)}


def _origin(article: Article) -> str:
    """Give the outlet an article names, else the host of its address."""
    if article.source.outlet:
        return article.source.outlet
    return (urlsplit(article.source.url or "").hostname or "").removeprefix("www.")
