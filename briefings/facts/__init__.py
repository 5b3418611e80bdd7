"""FACTS: an article becomes its facts. Annotators run in the order of the stage's list below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.facts.dates import find_dates
from briefings.facts.deeds import find_deeds
from briefings.facts.key_sentences import find_key_sentences
from briefings.facts.names import find_names
from briefings.facts.plugins import find_more, installed
from briefings.facts.quantities import find_quantities
from briefings.facts.quotes import find_quotes
from briefings.facts.reading import Rejected, reading_of
from briefings.model import Findings

if TYPE_CHECKING:
    from briefings.languages.names import NameTable
    from briefings.model import Article, Fact

LANGUAGES = frozenset({"tr", "en"})


def find(
    article: Article, names: NameTable, trace: list[Rejected] | None = None, *, day_first: bool = True
) -> Findings:
    """Find every fact of an article; one in another language has none. `trace` collects what was turned down.

    `day_first` is the setting of that name: whether "03/04/2025" in an English sentence is 3 April or 4 March.
    """
    if article.language not in LANGUAGES:
        return Findings(article.id, (), ())
    reading = reading_of(article, names, trace, day_first=day_first)
    dates = find_dates(reading)
    quantities = find_quantities(reading, dates)
    mentions = find_names(reading, dates)
    quotes = find_quotes(reading, mentions)
    own = (*dates, *quantities, *mentions, *quotes)
    more, notices = find_more(reading, own, installed())
    facts = tuple(sorted((*own, *more), key=_in_text_order))
    key_sentences = find_key_sentences(reading, facts)
    return Findings(article.id, facts, key_sentences, find_deeds(reading, facts, key_sentences), notices)


def _in_text_order(fact: Fact) -> tuple[int, int, str]:
    return fact.evidence.span.start, fact.evidence.span.end, fact.kind
