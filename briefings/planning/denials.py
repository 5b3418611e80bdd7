"""Claims that another side denies: both sentences side by side; which is right, the page does not say.

A denial counts only where a sentence of another source, or of another speaker, says what it denies: the same thing
happens in it, it shares most of the words, and it is no plan and no denial itself. Precise rather than many.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.languages.casing import lower
from briefings.languages.concepts import concepts_among, deeds
from briefings.languages.denials import denied, is_not_so
from briefings.languages.stems import stems_among
from briefings.languages.tokens import words_of
from briefings.model import Actor, Claim, Dispute, Place, Quote, Statement

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefings.model import Article, Evidence, Span
    from briefings.planning.material import Material

_ALIKE = 0.5
"""Share of what is denied, by words of one language or by what both languages have a word for, that a claim says."""
_FEWEST = 2
"""Words in common that say the same without something that happens."""
_MOST = 3
"""Denials of a story that are told."""
_BODY = {"lead", "paragraph", "item"}
_LATER = frozenset({"planned"})


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence that says something, or what a sentence denies."""

    evidence: Evidence
    source: str
    speaker: Actor | None
    language: str
    concepts: frozenset[str]
    stems: frozenset[str]


def denials_of(articles: Sequence[Article], material: Material, owners: Mapping[str, str]) -> tuple[Dispute, ...]:
    """Find what one side of a story says and another denies, in the order of publication; a claim first."""
    found = [said for article in articles for said in _denials_in(article, material, owners[article.id])]
    if not found:
        return ()
    claims = [said for article in articles for said in _claims_in(article, material, owners[article.id])]
    disputes: dict[Evidence, Dispute] = {}
    for denial in found:
        scored = [(_score(claim, denial), -place) for place, claim in enumerate(claims)]
        score, place = max(scored, default=((0.0, 0), 0))
        if score > (0, 0):
            sides = (Claim(Statement(one.evidence), one.speaker) for one in (claims[-place], denial))
            disputes.setdefault(claims[-place].evidence, Dispute(tuple(sides)))
    return tuple(disputes.values())[:_MOST]


def _denials_in(article: Article, material: Material, source: str) -> Iterator[_Said]:
    for evidence in _body(article, material):
        if "denial" in material.aspects_at(article.id, evidence.sentence):
            text = lower(material.words(evidence), article.language)
            at = denied(text, article.language)
            if at is not None and not is_not_so(text[at[0] : at[1]], article.language):
                start = evidence.span.start
                yield _said(evidence, range(start + at[0], start + at[1]), material, source)


def _claims_in(article: Article, material: Material, source: str) -> Iterator[_Said]:
    """Give the sentences that say something is so: no denial, nothing planned or only possible."""
    for evidence in _body(article, material):
        aspects = material.aspects_at(article.id, evidence.sentence)
        if aspects.isdisjoint({"denial"} | _LATER) and not is_not_so(
            lower(material.words(evidence), article.language), article.language
        ):
            yield _said(evidence, range(evidence.span.start, evidence.span.end), material, source)


def _body(article: Article, material: Material) -> Iterator[Evidence]:
    for sentence in article.sentences:
        if article.block_of(sentence).kind in _BODY:
            yield material.sentence(article.id, sentence.index)


def _said(evidence: Evidence, stretch: range, material: Material, source: str) -> _Said:
    """Read what a stretch of a sentence says; names say who and where, not what, and stay out."""
    article = material.article(evidence.article)
    words = words_of(article.text, stretch.start, stretch.stop, article.language)
    named = {word for span in _names(evidence, material) for word in material.words_within(article, span)}
    told = [word for word in words if word not in named]
    return _Said(
        evidence=evidence,
        source=source,
        speaker=_speaker(evidence, material),
        language=article.language,
        concepts=concepts_among(told, article.language),
        stems=frozenset(stems_among(told, article.language)),
    )


def _names(evidence: Evidence, material: Material) -> Iterator[Span]:
    for fact in material.facts_at(evidence):
        if isinstance(fact, Actor | Place):
            yield fact.evidence.span
            if isinstance(fact, Actor) and fact.role_span:
                yield fact.role_span


def _speaker(evidence: Evidence, material: Material) -> Actor | None:
    """Give who says a sentence: the one quoted in it, else the one who acts."""
    facts = material.facts_at(evidence)
    keys = [fact.speaker_key for fact in facts if isinstance(fact, Quote)]
    named = [fact for fact in facts if isinstance(fact, Actor)]
    quoted = next((actor for actor in named if actor.key in keys), None)
    deed = material.deed_at(evidence)
    acting = deed.actor if deed and isinstance(deed.actor, Actor) else None
    return quoted or acting


def _score(claim: _Said, denial: _Said) -> tuple[float, int]:
    """Say how much of a denial a claim says, and whether it names who says so; nothing where they are no two sides."""
    same_side = claim.source == denial.source and (
        claim.speaker is None or denial.speaker is None or claim.speaker.key == denial.speaker.key
    )
    if same_side or not denial.concepts & deeds() <= claim.concepts:
        return 0, 0
    share = _shared(claim, denial)
    return (share, int(claim.speaker is not None)) if share >= _ALIKE else (0, 0)


def _shared(claim: _Said, denial: _Said) -> float:
    """Give the share of what is denied that a claim says: of its words, or of what happens with what belongs to it."""
    shares = [0.0]
    if denial.concepts & deeds():
        shares.append(len(denial.concepts & claim.concepts) / len(denial.concepts))
    if claim.language == denial.language and len(denial.stems & claim.stems) >= _FEWEST:
        shares.append(len(denial.stems & claim.stems) / len(denial.stems))
    return max(shares)
