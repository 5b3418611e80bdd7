"""Which sentences say most: near the top, with names, figures and dates, close to the title and to the text's subject.

Extractive and without training: each sentence is scored by what a desk looks for, then sentences that only repeat a
better one step back.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from functools import lru_cache
from math import log, sqrt
from typing import TYPE_CHECKING

from briefings.facts.key_sentences.events import events, sentence_words
from briefings.languages.stems import LETTERS, stop_words
from briefings.model.values import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.facts.reading import Reading
    from briefings.model import Fact, Sentence

_BODY = frozenset({"lead", "paragraph", "item"})
_KEPT = 1 << 14
"""Words whose stems are kept."""
_FEWEST_WORDS = 5
_FEW_WORDS = 9
_MANY_WORDS = 45
_COMPARED = 12
"""So many of the best sentences are compared with each other; below, repetition does no harm."""
_STOPS = (".", "!", "…", ":", ";")
_CLOSERS = "\"'”’»)]"
_CAPTION = re.compile(
    r"(?:Image|Photo|Fotoğraf|Foto|Görsel)(?: (?:credit|courtesy|by|of))?\s?[:(]|Image (?:credit|courtesy|of|by)\b"
    r"|File (?:photo|image|picture|footage)\b|Arşiv fotoğrafı\b|Temsili fotoğraf\b"
)
_CREDIT = re.compile(
    r"[\s(](?:Image|Photo|Photograph|Picture|Fotoğraf|Foto|Görsel)(?: (?:credit|by|courtesy))?: [^:!?]{1,80}$"
)
_PRONOUNS = {"en": frozenset({"they"}), "tr": frozenset({"onlar", "kendisi"})}
_LABEL = re.compile(r"^[^\W\d_]+(?: [^\W\d_]+)?\s?:\s?\d")

_TOP = 3.0
"""What being first is worth; the value falls with the square root of the place."""
_LEAD = 0.6
_TITLE = 1.6
_CENTRAL = 1.0
_NAMES, _FIGURES, _DATES = 0.25, 0.35, 0.25
_ENOUGH = 3
"""More names, figures or dates in one sentence count no more."""
_ATTRIBUTED = 0.2
_QUOTED = 1.2
_LOOKS_BACK = 0.5
_UNNAMED = 0.7
"""What a sentence loses whose subject is a pronoun only; "he", "she" and "it" lose `_LOOKS_BACK` alone."""
_CORRECTS = 3.0
_SHORT, _LONG = 0.8, 0.4
_REPEATS = 1.5
_NEAR = 5
"""Among so many first sentences the news is looked for."""
_BEHIND = 0.01


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A sentence with what its score is made of."""

    index: int
    place: int
    """0 for the first sentence of the body."""
    lead: bool
    stems: tuple[str, ...]
    score: float


def find_key_sentences(reading: Reading, facts: tuple[Fact, ...]) -> tuple[int, ...]:
    """Give the indices of the body's sentences, the one that says most first; questions and labels are left out."""
    title = _title(reading)
    body = [
        sentence for sentence in reading.article.sentences if sentence.index != title and _qualifies(reading, sentence)
    ]
    stems = {sentence.index: _stems(reading, sentence.index) for sentence in body}
    title_stems = _title_stems(reading, title)
    spread = Counter(stem for held in stems.values() for stem in held)
    weights = {stem: log(count) for stem, count in spread.items() if count > 1}
    told = _told(reading, facts)
    candidates = [
        _Candidate(
            sentence.index, place, reading.article.block_of(sentence).kind == "lead", stems[sentence.index],
            _by_place(reading, sentence, place)
            + _by_words(stems[sentence.index], title_stems, weights, len(body))
            + told.get(sentence.index, 0.0)
            + _by_form(reading, sentence),
        )
        for place, sentence in enumerate(body)
    ]  # fmt: skip
    return tuple(candidate.index for candidate in _without_repetition(_after_the_news(reading, facts, candidates)))


def _after_the_news(reading: Reading, facts: Sequence[Fact], candidates: Sequence[_Candidate]) -> list[_Candidate]:
    """Put a lead that tells no event behind the best sentence near it that does.

    Below a headline the lead often explains; the news itself then opens the body.
    """
    near = [one for one in candidates if one.place < _NEAR]
    telling = events(reading, facts, [one.index for one in near])
    score = max((one.score for one in near if one.index in telling), default=None)
    if score is None:
        return list(candidates)
    return [
        replace(one, score=min(one.score, score - _BEHIND)) if one.lead and one.index not in telling else one
        for one in candidates
    ]


def _title(reading: Reading) -> int | None:
    """Give the sentence that serves as title: a title block's, else an opening line without a full stop."""
    sentences = reading.article.sentences
    if not sentences:
        return None
    first = sentences[0]
    if reading.article.block_of(first).kind == "title":
        return first.index
    alone = len(sentences) > 1 and sentences[1].block != first.block
    return first.index if alone and not _is_finished(first.span.of(reading.text)) else None


def _is_finished(text: str) -> bool:
    """Say whether a sentence ends in a stop, closing marks behind it or not."""
    return text.rstrip(_CLOSERS).endswith(_STOPS)


def _qualifies(reading: Reading, sentence: Sentence) -> bool:
    """Say whether a sentence can be a key sentence: of the body, long enough, no question, label or caption."""
    if reading.article.block_of(sentence).kind not in _BODY:
        return False
    words = sum([token.kind != "mark" for token in reading.tokens[sentence.index]])
    text = sentence.span.of(reading.text)
    if words < _FEWEST_WORDS or text.rstrip("\"'”’»)").endswith("?") or _CAPTION.match(text):
        return False
    return ":" not in text or not (_CREDIT.search(text) or _LABEL.match(text))


def _stems(reading: Reading, index: int) -> tuple[str, ...]:
    """Give the stems of a sentence's content words, each once."""
    stop = stop_words(reading.language)
    found = [
        _stem(token.folded)
        for token in reading.tokens[index]
        if token.kind == "number" or (token.kind == "word" and len(token.folded) > 2 and token.folded not in stop)
    ]
    return tuple(dict.fromkeys(found))


@lru_cache(_KEPT)
def _stem(word: str) -> str:
    """Give a stem that all sentences of a text share: of a long one it is much."""
    return word[:LETTERS]


def _title_stems(reading: Reading, title: int | None) -> frozenset[str]:
    """Give the stems of the title."""
    return frozenset(_stems(reading, title)) if title is not None else frozenset()


def _by_place(reading: Reading, sentence: Sentence, place: int) -> float:
    """Value the place: news says first what matters."""
    first_of_block = sentence.index == 0 or reading.article.sentences[sentence.index - 1].block != sentence.block
    lead = _LEAD if reading.article.block_of(sentence).kind == "lead" else 0.0
    return _TOP / sqrt(1 + place) + lead + (0.15 if first_of_block else 0.0)


def _by_words(stems: tuple[str, ...], title: frozenset[str], weights: dict[str, float], sentences: int) -> float:
    """Value likeness to the title, and words that many sentences of the text hold, by their weights."""
    if not stems:
        return 0.0
    like_title = sum([stem in title for stem in stems]) / sqrt(len(title) * len(stems)) if title else 0.0
    central = sum([weights[stem] for stem in stems if stem in weights]) / sqrt(len(stems))
    return _TITLE * like_title + _CENTRAL * central / (1 + log(1 + sentences))


def _told(reading: Reading, facts: Sequence[Fact]) -> dict[int, float]:
    """Value what the facts of each sentence tell, and lower the sentences that lie within somebody's words."""
    counts: dict[int, list[str]] = {}
    worth: dict[int, float] = {}
    starts = [sentence.span.start for sentence in reading.article.sentences]
    for fact in facts:
        sentence = fact.evidence.sentence
        if fact.kind == "quote":
            if fact.direct:
                last = bisect_right(starts, fact.evidence.span.end - 1) - 1
                for inner in range(sentence + 1, last + 1):
                    worth[inner] = worth.get(inner, 0.0) - _QUOTED
            if fact.speaker and (fact.speaker_key or fact.rule != "according-to"):
                worth[sentence] = worth.get(sentence, 0.0) + _ATTRIBUTED
        else:
            counts.setdefault(sentence, []).append(fact.kind)
    for sentence, kinds in counts.items():
        figures, dates = kinds.count("quantity"), kinds.count("date")
        names = len(kinds) - figures - dates
        value = _NAMES * min(names, _ENOUGH) + _FIGURES * min(figures, _ENOUGH) + _DATES * min(dates, 2)
        worth[sentence] = worth.get(sentence, 0.0) + value
    return worth


def _by_form(reading: Reading, sentence: Sentence) -> float:
    """Lower sentences that are short, very long, unfinished, or lean on the one before."""
    tokens = reading.tokens[sentence.index]
    words = sum([token.kind != "mark" for token in tokens])
    value = 0.0
    said = sentence_words(reading.language)
    if words < _FEW_WORDS:
        value -= _SHORT
    elif words > _MANY_WORDS:
        value -= _LONG
    if not _is_finished(sentence.span.of(reading.text)):
        value -= _SHORT
    if tokens and tokens[0].folded in said.backward:
        value -= _LOOKS_BACK
    if tokens and tokens[0].folded in _PRONOUNS.get(reading.language, ()):
        value -= _UNNAMED
    if len(tokens) > 1 and tokens[0].folded in said.corrections and tokens[1].folded == ":":
        value -= _CORRECTS
    return value


def _without_repetition(candidates: Sequence[_Candidate]) -> list[_Candidate]:
    """Order candidates by score; among the best, each is lowered by what better ones already said."""
    ranked = sorted(candidates, key=lambda one: (-one.score, one.place))
    pool, rest = ranked[:_COMPARED], ranked[_COMPARED:]
    chosen: list[_Candidate] = []
    repeated = {one.index: 0.0 for one in pool}
    stems = {one.index: frozenset(one.stems) for one in pool}
    while pool:
        best = max(pool, key=lambda one: (one.score - _REPEATS * repeated[one.index], -one.place))
        pool.remove(best)
        chosen.append(best)
        for one in pool:
            repeated[one.index] = max(repeated[one.index], _repeated(stems[one.index], stems[best.index]))
    return chosen + rest


def _repeated(one: frozenset[str], other: frozenset[str]) -> float:
    """Give the share of a sentence's stems that another one holds (0 to 1)."""
    return len(one & other) / len(one) if one else 0.0
