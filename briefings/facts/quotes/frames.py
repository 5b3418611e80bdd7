"""What a text says around its quotations: frames, in which a quotation and a known name are one piece each.

A frame is a sentence, or several when a quotation runs across their boundary. Rules for speech look at frames only, so
that no word inside marks is ever taken for the speaker or the verb.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Literal

from briefings.facts.quotes.marks import Marked, first_closing, marked_in
from briefings.languages.tokens import Token
from briefings.model import Actor, Place, Span
from briefings.model.values import dataclass, replace

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator, Sequence

    from briefings.facts.reading import Reading
    from briefings.model import Sentence

_WORDS = frozenset({"word", "number", "name"})
_OPENING_MARKS = frozenset("“\"«„‘'")
_LONGEST_UNCLOSED = 1500
_MOST_PARAGRAPHS = 8
_NO_SPEECH = frozenset({"label", "boilerplate", "cell"})


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole known name, or a whole quotation with its marks; else like a token."""

    start: int
    end: int
    """Without the suffix after an apostrophe."""
    after: int
    kind: Literal["quote", "name"]
    folded: str
    suffix: str
    capital: bool
    mention: Actor | Place | None = None
    quote: Marked | None = None


Piece = Token | Whole
"""What a frame is made of: words, numbers and marks outside quotations are the tokens themselves."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The pieces of one sentence, or of those a quotation joins."""

    first: int
    """Index of the first sentence."""
    last: int
    block: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Sentences that belong together, and the quotations in them."""

    sentences: tuple[Sentence, ...]
    quotes: tuple[Marked, ...]


def frames_of(
    reading: Reading,
    mentions: Sequence[Actor | Place],
    cues: frozenset[str],
    closers: re.Pattern[str] | None = None,
) -> Iterator[Frame]:
    """Give the frames that hold a quotation or one of the `cues` (verbs of speech, in lower case), in text order.

    `closers` shows where a quotation ends whose closing mark is missing.
    """
    ordered = sorted(mentions, key=lambda mention: (mention.evidence.span.start, -mention.evidence.span.end))
    starts = [mention.evidence.span.start for mention in ordered]
    for stretch in _stretches(reading, closers):
        first, last = stretch.sentences[0], stretch.sentences[-1]
        tokens = [token for sentence in stretch.sentences for token in reading.tokens[sentence.index]]
        if not stretch.quotes and cues.isdisjoint([token.folded for token in tokens]):
            continue
        low = bisect_left(starts, first.span.start)
        high = bisect_left(starts, last.span.end)
        pieces = _pieces(tokens, stretch.quotes, ordered[low:high])
        yield Frame(first.index, last.index, first.block, tuple(pieces))


def _stretches(reading: Reading, closers: re.Pattern[str] | None) -> Iterator[_Stretch]:
    """Join the sentences of each block that a quotation runs across."""
    left_open = False
    closing: dict[int, int] = {}
    for block, sentences in _by_block(reading.article.sentences):
        kind, span = reading.article.blocks[block].kind, reading.article.blocks[block].span
        if kind in _NO_SPEECH:
            left_open = False
            continue
        if block in closing:
            quotes, rest = _running_on(reading.text, span, closing[block])
        else:
            quotes, rest = marked_in(reading.text, span.start, span.end)
        if left_open and quotes and not reading.text[span.start : quotes[0].left].strip():
            quotes = (replace(quotes[0], resumed=True), *quotes[1:])
        if rest and not rest.resumed:
            closing = _closing_after(reading, block, rest)
        left_open = rest is not None and (block + 1 in closing or _resumes_after(reading, block))
        if rest and not left_open:
            rest = _closed_by(reading.text, rest, closers)
        yield from _joined(sentences, (*quotes, rest) if rest else quotes)


def _closed_by(text: str, rest: Marked, closers: re.Pattern[str] | None) -> Marked | None:
    """End a quotation without a closing mark at the verb that follows it, if one does within its paragraph.

    In a language without such verbs it ends with the paragraph when a comma or colon leads to it.
    """
    if closers is None:
        led = text[max(0, rest.left - 2) : rest.left].rstrip().endswith((",", ":"))
        return replace(rest, unclosed=False) if led else None
    match = closers.search(text, rest.start, min(rest.end, rest.start + _LONGEST_UNCLOSED))
    if match is None or match.start() <= rest.start:
        return None
    return replace(rest, end=match.start(), right=match.start(), unclosed=False)


def _running_on(text: str, span: Span, close: int) -> tuple[tuple[Marked, ...], Marked | None]:
    """Give the quotations of a block that begins within one; `close` is where its closing mark stands."""
    if close >= span.end:
        return (), Marked(span.start, span.end, span.start, span.end, unclosed=True, resumed=True)
    quotes, rest = marked_in(text, close + 1, span.end)
    return (Marked(span.start, close, span.start, close + 1, resumed=True), *quotes), rest


def _closing_after(reading: Reading, block: int, rest: Marked) -> dict[int, int]:
    """Find the block that closes a quotation left open: the closing mark for each block until there, {} when none does.

    Turkish papers open a statement of several paragraphs once and close it once.
    """
    found: dict[int, int] = {}
    for number in range(block + 1, min(len(reading.article.blocks), block + 1 + _MOST_PARAGRAPHS)):
        following = reading.article.blocks[number]
        if following.kind in _NO_SPEECH or following.kind == "heading":
            return {}
        close = first_closing(reading.text, rest.left, following.span.start, following.span.end)
        if close is None:
            return {}
        found[number] = close
        if close < following.span.end:
            return found
    return {}


def _by_block(sentences: Sequence[Sentence]) -> Iterator[tuple[int, list[Sentence]]]:
    """Group sentences by block."""
    group: list[Sentence] = []
    for sentence in sentences:
        if group and group[-1].block != sentence.block:
            yield group[0].block, group
            group = []
        group.append(sentence)
    if group:
        yield group[0].block, group


def _resumes_after(reading: Reading, block: int) -> bool:
    """Say whether the next block opens with a quotation mark."""
    following = reading.article.blocks[block + 1 : block + 2]
    return bool(following) and reading.text[following[0].span.start] in _OPENING_MARKS


def _joined(sentences: Sequence[Sentence], quotes: Sequence[Marked]) -> Iterator[_Stretch]:
    """Cut a block's sentences into stretches at the boundaries no quotation runs across."""
    position = 0
    group: list[Sentence] = []
    held: list[Marked] = []
    for sentence in sentences:
        group.append(sentence)
        while position < len(quotes) and quotes[position].left < sentence.span.end:
            held.append(quotes[position])
            position += 1
        if held and held[-1].end > sentence.span.end:
            continue
        yield _Stretch(tuple(group), tuple(held))
        group, held = [], []
    if group:
        yield _Stretch(tuple(group), tuple(held))


def _pieces(tokens: Iterable[Token], quotes: Sequence[Marked], mentions: Sequence[Actor | Place]) -> Iterator[Piece]:
    """Put one piece for the tokens inside a quotation or a name; the others are pieces as they are."""
    if not quotes and not mentions:
        yield from tokens
        return
    quote_at = name_at = covered = 0
    begun: Token | None = None
    spans = [mention.evidence.span for mention in mentions]
    last_quote, last_name = len(quotes), len(spans)
    for token in tokens:
        while quote_at < last_quote and quotes[quote_at].left <= token.start:
            marked = quotes[quote_at]
            yield Whole(marked.left, marked.right, marked.right, "quote", "", "", capital=False, quote=marked)
            covered = marked.right
            quote_at += 1
            begun = None
        if token.start < covered:
            continue
        while name_at < last_name and spans[name_at].end <= token.start:
            name_at += 1
        if name_at == last_name or spans[name_at].start >= token.end:
            yield token
            continue
        begun = begun or token
        if spans[name_at].end <= token.end:
            yield _name(begun, token, mentions[name_at])
            begun = None
            name_at += 1
            covered = token.end


def _name(first: Token, last: Token, mention: Actor | Place) -> Piece:
    """Make the piece of a name; a suffix joined without an apostrophe ("Bakanlığından") counts as its suffix too."""
    end = mention.evidence.span.end
    suffix = last.suffix or last.folded[end - last.start :]
    return Whole(first.start, end, max(last.after, end), "name", first.folded, suffix, capital=True, mention=mention)


def any_words(pieces: Sequence[Piece], low: int, high: int) -> bool:
    """Say whether a word, number or name stands among `pieces[low:high]`."""
    return any(pieces[index].kind in _WORDS for index in range(max(0, low), min(high, len(pieces))))


def span_of(piece: Piece) -> Span:
    """Give a piece's span without its suffix."""
    return Span(piece.start, piece.end)
