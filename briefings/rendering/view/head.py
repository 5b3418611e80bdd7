"""What a page on the screen tells machines: its address, its other languages, a card for links, and JSON-LD."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from briefings.languages.invisible import without_invisible
from briefings.model import Actor
from briefings.rendering.data_block import data_block
from briefings.rendering.dates import plain_date

if TYPE_CHECKING:
    from markupsafe import Markup

    from briefings.config import Config
    from briefings.languages.names import NameTable
    from briefings.model import Article, Edition, Quote
    from briefings.rendering.view.page import FilesThere


@dataclass(frozen=True, slots=True)
class PageHead:
    """For the head of a page."""

    title: str
    """The headline of the first story, else the page's own title."""
    site: str
    address: str
    """"" where the desk has not said its own."""
    alternates: tuple[tuple[str, str], ...]
    """Language and link of the same page in each language, its own included; none where there is one alone."""
    published: str
    data: Markup
    """JSON-LD; nothing in it can end its element."""


def page_head(
    edition: Edition, *, language: str, profile: str, config: Config, names: NameTable, files: FilesThere
) -> PageHead:
    """Give the head of one reader's page."""
    file = "index.html" if profile == "desk" else f"{profile}.html"
    codes = [code for code, name in files.pages if name == profile]
    folder = edition.day.isoformat()
    links = [(code, config.site.of(f"{folder}/{code}/{file}") or f"../{code}/{file}") for code in codes]
    title = f"{config.title.in_language(language)} · {plain_date(edition.day, language)}"
    return PageHead(
        title=_headline(edition) or title,
        site=config.title.in_language(language),
        address=config.site.of(f"{folder}/{language}/{file}"),
        alternates=tuple(links) if len(links) > 1 else (),
        published=folder,
        data=data_block(_data(edition, language, title, config, names)),
    )


def _headline(edition: Edition) -> str:
    """Give the headline of the first story."""
    if not edition.stories:
        return ""
    evidence = edition.stories[0].headline
    article = next(one for one in edition.articles if one.id == evidence.article)
    return _single(article.words(evidence.span))


def _data(edition: Edition, language: str, title: str, config: Config, names: NameTable) -> dict[str, Any]:
    """Give the edition as a NewsArticle, with what it is based on and the words of the day's speakers."""
    desk = {"@type": "Organization", "name": config.desk.name.in_language(language)}
    articles = {article.id: article for article in edition.articles}
    quotes = [quote for voice in edition.voices for quote in voice.quotes if quote.direct]
    bodies = {
        fact.key
        for found in edition.findings
        for fact in found.facts
        if isinstance(fact, Actor) and fact.kind == "organization"
    }
    return {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": title,
        "alternativeHeadline": _headline(edition),
        "inLanguage": language,
        "datePublished": edition.day.isoformat(),
        "author": desk,
        "publisher": desk,
        "isBasedOn": [_source(articles[record.article]) for record in edition.coverage],
        "hasPart": [_quotation(quote, articles, language, names, bodies) for quote in quotes],
    }


def _source(article: Article) -> dict[str, Any]:
    """Give an article of another publisher; what nobody has said is left out."""
    outlet = article.source.outlet
    told = {
        "@type": "NewsArticle",
        "headline": _single(article.words(article.title)),
        "inLanguage": article.language,
        "datePublished": article.published.isoformat() if article.published else None,
        "publisher": {"@type": "Organization", "name": outlet} if outlet else None,
        "url": article.source.url,
    }
    return {name: value for name, value in told.items() if value}


def _quotation(
    quote: Quote, articles: dict[str, Article], language: str, names: NameTable, bodies: set[str]
) -> dict[str, Any]:
    """Give somebody's own words; an organisation may speak, too."""
    article = articles[quote.evidence.article]
    entry = names.entries.get(quote.speaker_key or "")
    speaker = (entry.tr if language == "tr" else entry.en) if entry else quote.speaker
    kind = "Organization" if quote.speaker_key in bodies else "Person"
    told = {
        "@type": "Quotation",
        "text": _single(article.words(quote.evidence.span)),
        "inLanguage": article.language,
        "creator": {"@type": kind, "name": speaker} if speaker else None,
        "citation": article.source.outlet,
    }
    return {name: value for name, value in told.items() if value}


def _single(text: str) -> str:
    return " ".join(without_invisible(text).split())
