"""Speech in English: a verb between speaker and words, on either side of a quotation, or within what is said."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from briefings.facts.quotes.en.cues import Cue, cues, cues_in, is_nested
from briefings.facts.quotes.en.trailing import ends_here, goes_on
from briefings.facts.quotes.frames import any_words, span_of
from briefings.facts.quotes.marks import is_title
from briefings.facts.quotes.speakers import Said, speaker_of
from briefings.languages.casing import lower
from briefings.languages.en.speech import speech_words
from briefings.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.facts.quotes.frames import Frame, Piece
    from briefings.facts.quotes.speakers import Before, Speaker

__all__ = ["closers", "cues", "is_body", "is_called", "said_in"]

_TO_AUXILIARY = 14
_WORDS_ALONE = 4
_WORDS_ON = 2
"""So few are enough when somebody spoke in the sentence before."""
_WORDS_AFTER_COLON = 3
_SHORTEST_CLAUSE = 2
_LONGEST_CLAUSE = 250
"""Pieces; no clause meant for readers is longer."""
_LONGEST_GAP = 12
_NEAR_ALONE = 40
_LONGEST_TAIL = 20
"""Pieces between a speaker and the second half of a split quotation: `said X, who led the study, "…"`."""
_LONGEST_STATED = 200
_STATED = re.compile(r"\b(?:statement|interview|letter|speech|remarks|response|comments?|message|tweet|post)\b")
"""What somebody made in the sentence before words that stand alone: "Smith issued a statement."."""
_NAMING = frozenset({"called", "titled", "entitled", "named", "nicknamed", "dubbed"})
_LEADING = frozenset({"and", "but", "so", "or", "that", "while", "however", "meanwhile", "yet"})


def closers() -> re.Pattern[str] | None:
    """Give what shows where a quotation ends whose closing mark is missing: in English nothing does."""
    return None


def is_body(words: str) -> bool:
    """Say whether words are "the" and a noun for a body: "the ministry"."""
    parts = [lower(word, "en") for word in words.split()]
    return parts[:1] == ["the"] and len(parts) == len(["the", "ministry"]) and parts[1] in speech_words().bodies


def is_called(name: str, words: str) -> bool:
    """Say whether a body's name holds the noun: "Ministry of Transport" is "the ministry"."""
    return lower(words.rsplit(maxsplit=1)[-1], "en") in {lower(word, "en") for word in name.split()}


def said_in(text: str, frame: Frame, before: Before) -> tuple[list[Said], Speaker | None]:
    """Give what is said in a frame, and who spoke last."""
    pieces = frame.pieces
    found = cues_in(text, pieces, before)
    said: list[Said] = []
    begin = 0
    for at, cue in enumerate(found):
        end = min(len(pieces), cue.content + _LONGEST_CLAUSE)
        end = next((later.low for later in found[at + 1 : at + 9] if not is_nested(pieces, later)), end)
        clauses = _clause(pieces, cue, max(begin, cue.low - _LONGEST_CLAUSE), end)
        said += clauses
        if clauses or cue.kind in {"quoting", "label"} or _quotes_beside(pieces, cue):
            begin = max(cue.high, cue.content)
    highs = [cue.high for cue in found]
    current = next((cue.speaker for cue in reversed(found) if cue.speaker), None) if said or found else None
    for index, piece in enumerate(pieces):
        if piece.quote:
            at = bisect_right(highs, index)
            last, after = found[at - 1] if at else None, found[at] if at < len(found) else None
            verb, rule = _cue_for(pieces, index, last, after)
            one = _quoted(text, pieces, index, verb, rule) if verb else _without_verb(text, pieces, index, before)
            said += [one] if one else []
            current = (one.speaker if one else None) or current
    return said, current


def _clause(pieces: Sequence[Piece], cue: Cue, begin: int, end: int) -> list[Said]:
    """Make the reported clause of a verb: behind it, before it, or around it."""
    if cue.kind in {"quoting", "label"}:
        return []
    end = next((at for at in range(cue.content, end) if pieces[at].folded == ";"), end)
    right_end = _trimmed_end(pieces, cue.content, end)
    right = _enough(pieces, cue.content, right_end)
    left = _past_leading(pieces, _past_relative(pieces, begin, cue.low), cue.low)
    left_end = _trimmed_end(pieces, left, cue.low)
    quoted = left_end > left and pieces[left_end - 1].quote is not None
    before = _trails(pieces, cue, quoted=quoted) and _enough(pieces, left, left_end)
    if before and ends_here(pieces, cue, left, end):
        last = right_end if right and goes_on(pieces, cue, right_end) else left_end
        return _reported(pieces, left, last, cue)
    follows = right and _follows(pieces, cue, right_end, quoted=quoted)
    return _reported(pieces, cue.content, right_end, cue) if follows else []


def _quotes_beside(pieces: Sequence[Piece], cue: Cue) -> bool:
    """Say whether a quotation stands directly before or behind a verb with its subject."""
    return any(
        piece.quote for piece in (*pieces[max(0, cue.low - 2) : cue.low], *pieces[cue.content : cue.content + 1])
    )


def _past_relative(pieces: Sequence[Piece], begin: int, low: int) -> int:
    """Skip what a relative clause hangs on: "a plan which, according to Smith, works"."""
    at = low - 1 - (low - 1 >= begin and pieces[low - 1].folded == ",")
    return low if at >= begin and pieces[at].folded in {"which", "who", "that"} else begin


def _trails(pieces: Sequence[Piece], cue: Cue, *, quoted: bool) -> bool:
    """Say whether a verb can stand behind what is said; `quoted` when a quotation ends before it."""
    if cue.kind == "according":
        return True
    at_comma = cue.low > 0 and pieces[cue.low - 1].folded in {",", "–", "—"}
    return (
        not quoted
        and cue.kind not in {"demand", "question"}
        and (cue.rule == "quoted-then-said" or (at_comma and not cue.that))
    )


def _follows(pieces: Sequence[Piece], cue: Cue, end: int, *, quoted: bool) -> bool:
    """Say whether the words behind a verb, up to `end`, are what is said."""
    if cue.rule == "quoted-then-said":
        return False
    if cue.that or cue.kind in {"demand", "question"}:
        return True
    if quoted and not _opens_clause(pieces, cue):
        return False
    return cue.kind == "according" or (cue.kind == "say" and _is_clause(pieces, cue, end))


def _enough(pieces: Sequence[Piece], begin: int, end: int) -> bool:
    """Say whether a clause has two words, a quotation within it counted as one, not quotations alone."""
    words = quotes = 0
    for index in range(begin, end):
        words += pieces[index].kind in {"word", "number", "name"}
        quotes += pieces[index].quote is not None
        if words and words + quotes >= _SHORTEST_CLAUSE:
            return True
    return False


def _is_clause(pieces: Sequence[Piece], cue: Cue, end: int) -> bool:
    """Say whether a clause follows, not an object ("maintained a policy"): an auxiliary shows it."""
    words = speech_words()
    if pieces[cue.content].folded in {"about", "of", "to", "from"}:
        return False
    first = pieces[cue.content]
    if pieces[cue.verb].folded in words.sure or first.folded in words.pronouns:
        return True
    for piece in pieces[cue.content : min(end, cue.content + _TO_AUXILIARY)]:
        if piece.folded in words.auxiliaries or piece.suffix == "t":
            return True
        if piece.folded in words.relatives:
            return False
    after = pieces[cue.content + 1] if cue.content + 1 < end else first
    return first.mention is not None and first.suffix == "" and after.folded.endswith(("ed", "ly"))


def _opens_clause(pieces: Sequence[Piece], cue: Cue) -> bool:
    """Say whether a clause, not only time and place, follows a verb that already has a quotation before it."""
    words = speech_words()
    return cue.content < len(pieces) and pieces[cue.content].folded in words.clause_openers


def _reported(pieces: Sequence[Piece], begin: int, end: int, cue: Cue) -> list[Said]:
    """Make a reported clause of `pieces[begin:end]`."""
    span = Span(pieces[begin].start, pieces[end - 1].after)
    rule = {"according": cue.rule, "demand": "reported-demand", "question": "reported-question"}.get(
        cue.kind, "reported-clause"
    )
    return [Said(span, direct=False, rule=rule, speaker=cue.speaker, cue=_words_of(pieces, cue))]


def _words_of(pieces: Sequence[Piece], cue: Cue) -> Span:
    """Give the span of the verb."""
    last = {"according": cue.verb + 1, "demand": cue.content - 1}.get(cue.kind, cue.verb)
    return Span(pieces[cue.verb].start, pieces[last].end)


def _past_leading(pieces: Sequence[Piece], begin: int, end: int) -> int:
    """Skip marks and conjunctions before a clause."""
    while (
        begin < end and not pieces[begin].quote and (pieces[begin].kind == "mark" or pieces[begin].folded in _LEADING)
    ):
        begin += 1
    return begin


def _trimmed_end(pieces: Sequence[Piece], begin: int, end: int) -> int:
    """Leave out marks and conjunctions at the end of a clause."""
    while (
        end > begin
        and not pieces[end - 1].quote
        and (
            (pieces[end - 1].kind == "mark" and pieces[end - 1].folded not in ")%]")
            or pieces[end - 1].folded in _LEADING
        )
    ):
        end -= 1
    return end


def _quoted(text: str, pieces: Sequence[Piece], index: int, cue: Cue, rule: str) -> Said | None:
    """Give a quotation a verb goes with; titles and names in marks within a clause are nobody's words."""
    span = _inside(pieces[index])
    if rule == "quoted-in-clause" and (
        cue.speaker is None or is_title(span.of(text)) or pieces[index - 1].folded in _NAMING
    ):
        return None
    return Said(span, direct=True, rule=rule, speaker=cue.speaker, cue=_words_of(pieces, cue))


def _inside(piece: Piece) -> Span:
    """Give the span of the words inside the marks."""
    return Span(piece.quote.start, piece.quote.end) if piece.quote else span_of(piece)


def _cue_for(pieces: Sequence[Piece], index: int, last: Cue | None, after: Cue | None) -> tuple[Cue | None, str]:
    """Find the verb a quotation goes with: directly before it, directly behind it, or the one whose clause holds it.

    `last` is the last verb before it, `after` the first behind it.
    """
    if last and index - last.high < _LONGEST_GAP and not any_words(pieces, last.high, index):
        return last, "said-then-quoted"
    if (
        last
        and last.rule == "quoted-then-said"
        and pieces[index - 1].folded == ","
        and index - last.high < _LONGEST_TAIL
    ):
        return last, "said-then-quoted"
    if last and last.content >= index and last.kind in {"say", "that", "quoting"}:
        return last, "said-then-quoted"
    if after and after.kind != "label" and _adjacent(pieces, index, after.low):
        return after, "quoted-then-said"
    if last and last.content <= index and last.rule != "quoted-then-said" and last.kind != "quoting":
        return last, "quoted-in-clause"
    return None, ""


def _adjacent(pieces: Sequence[Piece], index: int, low: int) -> bool:
    """Say whether only marks, "and" and other quotations stand between a quotation and a verb with its subject."""
    between = pieces[index + 1 : min(low, index + _LONGEST_GAP)]
    return low - index < _LONGEST_GAP and all(
        piece.kind == "mark" or piece.quote or piece.folded == "and" for piece in between
    )


def _without_verb(text: str, pieces: Sequence[Piece], index: int, before: Before) -> Said | None:
    """Judge a quotation no verb goes with: behind `X:`, alone in its sentence, or no speech."""
    span, quote = _inside(pieces[index]), pieces[index].quote
    length = len(span.of(text).split())
    known = before.carried or before.topic
    if known is None and _STATED.search(text, max(0, pieces[0].start - _LONGEST_STATED), pieces[0].start):
        known = before.subject
    carried = known.unspoken() if known else None
    if index and pieces[index - 1].folded == ":" and length >= _WORDS_AFTER_COLON:
        window = pieces[max(0, index - _LONGEST_CLAUSE) : index - 1]
        named = next((piece for piece in window if piece.mention and piece.suffix == ""), None)
        speaker = speaker_of(named.mention, span_of(named)) if named and named.mention else carried
        return Said(span, direct=True, rule="colon-then-quoted", speaker=speaker)
    if length >= (_WORDS_ON if known else _WORDS_ALONE) or (quote is not None and quote.resumed):
        near = (index - _NEAR_ALONE, index + _NEAR_ALONE)
        return None if any_words(pieces, *near) else Said(span, direct=True, rule="carried-on", speaker=carried)
    return None
