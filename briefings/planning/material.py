"""A day's articles with their facts laid out for planning: by article, by sentence."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeVar

from briefings.languages.casing import lower
from briefings.languages.concepts import aspects_among
from briefings.languages.stems import stems_among, stems_of
from briefings.languages.timex import days_of
from briefings.languages.tokens import words_of
from briefings.model import Actor, Evidence, Gist, Place, Point, Quantity, Quote, When
from briefings.planning.steps import takes_a_step

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from briefings.model import Article, Deed, Fact, Findings, Groundwork, Span, Story

_Named = TypeVar("_Named", Actor, Place)
CORRECTION_WORDS = ("düzeltme", "düzeltme notu", "correction", "corrections", "clarification", "editor's note")
_OPENINGS = tuple(f"{word}:" for word in CORRECTION_WORDS)
_LONGEST_OPENING = max(map(len, _OPENINGS))
_TELLING = 5
"""Key sentences of an article that count for what it tells."""
_SAME = 0.6
"""Share of common stems from which two sentences say the same."""
_ALIKE = 0.45
"""The same, where they have a number, or a day and a name, in common too."""
_FEW = 10
"""A count below this tells little by itself: "two cities"."""


@dataclass(frozen=True)
class Material:
    """Articles and findings of one day; every look-up is a table made once, every sentence is read once."""

    articles: tuple[Article, ...]
    findings: tuple[Findings, ...]
    groundwork: Mapping[str, Groundwork] = field(default_factory=dict, repr=False, compare=False)
    """What is worked out of articles already, by their ids."""
    _articles: dict[str, Article] = field(init=False, repr=False, compare=False)
    _findings: dict[str, Findings] = field(init=False, repr=False, compare=False)
    _by_sentence: dict[tuple[str, int], tuple[Fact, ...]] = field(init=False, repr=False, compare=False)
    _deeds: dict[tuple[str, int], Deed] = field(init=False, repr=False, compare=False)
    _ordered: dict[tuple[str, int], tuple[str, ...]] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )
    _phrases: dict[tuple[str, str], tuple[str, ...]] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )
    _names: dict[tuple[str, str], tuple[str, ...]] = field(init=False, repr=False, compare=False, default_factory=dict)
    _stems: dict[tuple[str, Span], frozenset[str]] = field(init=False, repr=False, compare=False, default_factory=dict)
    _words: dict[tuple[str, int], tuple[str, ...]] = field(init=False, repr=False, compare=False, default_factory=dict)
    _gists: dict[tuple[str, int], Gist] = field(init=False, repr=False, compare=False, default_factory=dict)
    _aspects: dict[tuple[str, int], frozenset[str]] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Lay out the facts by article and sentence."""
        table: dict[tuple[str, int], list[Fact]] = {}
        deeds: dict[tuple[str, int], Deed] = {}
        for found in self.findings:
            for fact in found.facts:
                table.setdefault((fact.evidence.article, fact.evidence.sentence), []).append(fact)
            for deed in found.deeds:
                deeds.setdefault((found.article, deed.sentence), deed)
        object.__setattr__(self, "_articles", {article.id: article for article in self.articles})
        object.__setattr__(self, "_findings", {found.article: found for found in self.findings})
        object.__setattr__(self, "_by_sentence", {key: tuple(facts) for key, facts in table.items()})
        object.__setattr__(self, "_deeds", deeds)

    @property
    def by_id(self) -> Mapping[str, Article]:
        """The articles by id."""
        return self._articles

    def article(self, identity: str) -> Article:
        """Give an article by id."""
        return self._articles[identity]

    def held(self, story: Story) -> tuple[str, ...]:
        """Give those articles of a story that are among these."""
        return tuple(identity for identity in story.articles if identity in self._articles)

    def found_in(self, identity: str) -> Findings:
        """Give the findings of an article."""
        return self._findings[identity]

    def telling_sentences(self, identity: str) -> tuple[Evidence, ...]:
        """Give an article's title and its best sentences, best first."""
        keys = self.found_in(identity).key_sentences[:_TELLING]
        return (self.headline(self.article(identity)), *(self.sentence(identity, index) for index in keys))

    def facts_at(self, evidence: Evidence) -> tuple[Fact, ...]:
        """Give the facts of the sentence an evidence stands in."""
        return self._by_sentence.get((evidence.article, evidence.sentence), ())

    def facts_in(self, identity: str, index: int) -> tuple[Fact, ...]:
        """Give the facts of a sentence of an article."""
        return self._by_sentence.get((identity, index), ())

    def deed_at(self, evidence: Evidence) -> Deed | None:
        """Give what the sentence an evidence stands in says was done."""
        return self._deeds.get((evidence.article, evidence.sentence))

    def sentence(self, identity: str, index: int) -> Evidence:
        """Give a whole sentence as evidence."""
        return Evidence(identity, index, self.article(identity).sentences[index].span)

    def words(self, evidence: Evidence) -> str:
        """Give the words of an evidence."""
        return self.article(evidence.article).words(evidence.span)

    def words_at(self, identity: str, index: int) -> tuple[str, ...]:
        """Give the words and numbers of a sentence in lower case."""
        known = self._words.get((identity, index))
        if known is None:
            article = self.article(identity)
            span = article.sentences[index].span
            known = words_of(article.text, span.start, span.end, article.language)
            self._words[identity, index] = known
        return known

    def aspects_at(self, identity: str, index: int) -> frozenset[str]:
        """Give what a sentence's words say of its claims: "change", "postponed" and others."""
        known = self._aspects.get((identity, index))
        if known is None:
            article, words = self.article(identity), self.words_at(identity, index)
            known = aspects_among(words, article.language)
            if takes_a_step(self.facts_in(identity, index), words, article):
                known |= {"postponed"}
            self._aspects[identity, index] = known
        return known

    def stems_at(self, identity: str, index: int) -> tuple[str, ...]:
        """Give the stems of a sentence's content words, in their order."""
        known = self._ordered.get((identity, index))
        if known is None:
            language = self.article(identity).language
            known = self._ordered[identity, index] = stems_among(self.words_at(identity, index), language)
        return known

    def stems(self, evidence: Evidence) -> frozenset[str]:
        """Give the stems of an evidence's content words, each once."""
        key = evidence.article, evidence.span
        known = self._stems.get(key)
        if known is None:
            article, span = self.article(evidence.article), evidence.span
            if article.sentences[evidence.sentence].span == span:
                known = frozenset(self.stems_at(evidence.article, evidence.sentence))
            else:
                known = frozenset(stems_of(article.text, span.start, span.end, article.language))
            self._stems[key] = known
        return known

    def stems_within(self, article: Article, span: Span) -> tuple[str, ...]:
        """Give the stems of some words of an article, such as a name: the same words are read once."""
        key = article.words(span), article.language
        known = self._phrases.get(key)
        if known is None:
            known = self._phrases[key] = stems_among(self.words_within(article, span), article.language)
        return known

    def words_within(self, article: Article, span: Span) -> tuple[str, ...]:
        """Give some words of an article, such as a name, in lower case: the same words are read once."""
        key = article.words(span), article.language
        known = self._names.get(key)
        if known is None:
            known = self._names[key] = words_of(article.text, span.start, span.end, article.language)
        return known

    def point(self, identity: str, index: int, story: str) -> Point:
        """Make a point of a sentence."""
        evidence = self.sentence(identity, index)
        return Point(evidence, _actor_first(self.gist_at(identity, index), self.deed_at(evidence)), story)

    def gist_at(self, identity: str, index: int) -> Gist:
        """Give what the facts of a sentence say."""
        known = self._gists.get((identity, index))
        if known is None:
            known = self._gists[identity, index] = gist_of(self.facts_in(identity, index))
        return known

    def headline(self, article: Article) -> Evidence:
        """Give an article's title as evidence; the first sentence of one without a title."""
        for sentence in article.sentences:
            if article.block_of(sentence).kind == "title":
                return Evidence(article.id, sentence.index, sentence.span)
        return self.sentence(article.id, 0)


def without_corrections(article: Article, findings: Findings) -> Findings:
    """Leave out what sentences say that only put an earlier text right ("Düzeltme: …"): they tell of the text."""
    text, language = article.text, article.language
    silent = {
        sentence.index
        for sentence in article.sentences
        if ":" in (opening := text[sentence.span.start : sentence.span.start + _LONGEST_OPENING])
        and lower(opening, language).startswith(_OPENINGS)
        and article.block_of(sentence).kind != "title"
    }
    if not silent:
        return findings
    return replace(
        findings,
        facts=tuple(fact for fact in findings.facts if fact.evidence.sentence not in silent),
        key_sentences=tuple(index for index in findings.key_sentences if index not in silent),
        deeds=tuple(deed for deed in findings.deeds if deed.sentence not in silent),
    )


def gist_of(facts: Iterable[Fact]) -> Gist:
    """Say what some facts say: each name once, the fullest mention of it first, in the order of first mention."""
    listed = tuple(facts)
    spoken = [fact.evidence for fact in listed if isinstance(fact, Quote) and fact.direct]
    quantities = {
        (fact.type, fact.value, fact.unit): fact
        for fact in reversed(listed)
        if isinstance(fact, Quantity) and weight_of(fact) and not within(fact, spoken)
    }
    whens = {fact.value: fact for fact in reversed(listed) if isinstance(fact, When) and days_of(fact.value)}
    return Gist(
        actors=_each_once([fact for fact in listed if isinstance(fact, Actor)]),
        places=_each_once([fact for fact in listed if isinstance(fact, Place)]),
        whens=tuple(reversed(whens.values())),
        quantities=tuple(reversed(quantities.values())),
    )


def _actor_first(gist: Gist, deed: Deed | None) -> Gist:
    """Put the one who acts before the others that a sentence names."""
    if deed is None or deed.actor is None:
        return gist
    key = deed.actor.key
    return replace(gist, actors=tuple(sorted(gist.actors, key=lambda actor: actor.key != key)))


def weight_of(quantity: Quantity) -> int:
    """Weigh a number: money, shares and temperatures tell most, then measures and counted things; others nothing."""
    if quantity.type in {"money", "percent", "temperature"}:
        return 4
    if quantity.type == "measure" or (quantity.type == "number" and quantity.unit and _many(quantity.value)):
        return 3
    return 0


def _many(value: str) -> bool:
    try:
        return abs(float(value)) >= _FEW
    except ValueError:
        return False


def within(fact: Fact, evidence: Iterable[Evidence]) -> bool:
    """Say whether a fact lies within one of some stretches of text."""
    own = fact.evidence
    return any(other.article == own.article and other.span.contains(own.span) for other in evidence)


def _each_once(mentions: list[_Named]) -> tuple[_Named, ...]:
    """Keep one mention for each key: the one that states an office, else the first."""
    chosen: dict[str, _Named] = {}
    for mention in mentions:
        kept = chosen.setdefault(mention.key, mention)
        if _office(mention) and not _office(kept):
            chosen[mention.key] = mention
    return tuple(chosen.values())


def _office(mention: Actor | Place) -> str | None:
    return mention.role if isinstance(mention, Actor) else None


def says_the_same(one: Evidence, other: Evidence, material: Material) -> bool:
    """Say whether a sentence only says what another one has said: in the same words, or in fewer with the same facts.

    The facts are numbers, none of which is new, or a day together with somebody who is named.
    """
    alike = similar(material.stems(one), material.stems(other))
    return alike >= _SAME or (alike >= _ALIKE and _tell_the_same(*_gists(one, other, material)))


def bears_out(one: Evidence, other: Evidence, material: Material) -> bool:
    """Say whether a sentence that says the same as another one is a second source of it.

    It gives no other value of a unit and no other day, and has the same facts or most of the words of either.
    """
    mine, theirs = material.stems(one), material.stems(other)
    gists = _gists(one, other, material)
    ours, others = map(_values, gists)
    if any(ours[kind].isdisjoint(others[kind]) for kind in ours.keys() & others.keys()):
        return False
    return _tell_the_same(*gists) or len(mine & theirs) >= _SAME * max(len(mine), len(theirs))


def _values(gist: Gist) -> dict[tuple[str, str | None], set[str | None]]:
    values: dict[tuple[str, str | None], set[str | None]] = {}
    for quantity in gist.quantities:
        values.setdefault((quantity.type, quantity.unit), set()).add(quantity.value)
    for when in gist.whens:
        values.setdefault(("date", None), set()).add(when.value)
    return values


def _gists(one: Evidence, other: Evidence, material: Material) -> tuple[Gist, Gist]:
    return material.gist_at(one.article, one.sentence), material.gist_at(other.article, other.sentence)


def _tell_the_same(one: Gist, other: Gist) -> bool:
    numbers, others = ({(fact.type, fact.value) for fact in gist.quantities} for gist in (one, other))
    days, other_days = ({when.value for when in gist.whens} for gist in (one, other))
    names, other_names = ({actor.key for actor in gist.actors} for gist in (one, other))
    if not numbers <= others:
        return False
    return bool(numbers) or bool(days & other_days and names & other_names)


def similar(one: frozenset[str], other: frozenset[str]) -> float:
    """Give the share of the smaller set of stems that stands in the other; 0 when either is empty."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0
