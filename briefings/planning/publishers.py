"""Who says so: independent publishers, not feeds. One owner is one publisher, and a copy counts as its original."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefings.model import Article, Outlet
    from briefings.planning.copies import Copies


def publishers_of(
    articles: Sequence[Article], copies: Copies, outlets: Sequence[Outlet], of_the_day: Mapping[str, Article]
) -> tuple[str, ...]:
    """Name the independent publishers of some articles, sorted; "" when none of them gives a name.

    The owner counts where the desk's outlets.toml has one, else the outlet, else the host of the text's address, else
    the text itself. A copy counts as who printed its text first, on whatever day; `of_the_day` has the day's articles.
    """
    known = outlets_by_name(outlets)
    names: dict[str, str] = {}
    for article in sorted(articles, key=lambda article: (str(article.published), article.id)):
        name, text = _first_printed(article, copies, of_the_day)
        outlet = known.get(name)
        names.setdefault((outlet.owner or outlet.name) if outlet else (name or text), outlet.name if outlet else name)
    return tuple(sorted(name for name in names.values() if name)) or ("",) * bool(names)


def owners_of(articles: Sequence[Article], outlets: Sequence[Outlet]) -> dict[str, str]:
    """Give for each article the owner of its outlet, else the outlet, else the address it came from, else its id."""
    known = outlets_by_name(outlets)
    return {article.id: _owner_of(article, known) for article in articles}


def _owner_of(article: Article, outlets: Mapping[str, Outlet]) -> str:
    name = origin_of(article)
    outlet = outlets.get(name)
    return (outlet.owner or outlet.name) if outlet else (name or article.id)


def outlets_by_name(outlets: Sequence[Outlet]) -> dict[str, Outlet]:
    """Give the desk's outlets by name and alias."""
    return {name: outlet for outlet in outlets for name in (outlet.name, *outlet.aliases)}


def origin_of(article: Article) -> str:
    """Give the outlet an article names, else the host of its address, "" without either."""
    if article.source.outlet:
        return article.source.outlet
    return (urlsplit(article.source.url or "").hostname or "").removeprefix("www.")


def _first_printed(article: Article, copies: Copies, of_the_day: Mapping[str, Article]) -> tuple[str, str]:
    """Give who printed an article's text first, and what stands for the text itself."""
    first = of_the_day[copies.originals.get(article.id, article.id)]
    earlier = copies.reprints.get(first.id)
    if earlier is not None:
        return earlier.publisher, earlier.article
    return origin_of(first), first.translation_group or first.id
