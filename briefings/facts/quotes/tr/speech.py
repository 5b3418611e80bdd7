"""Speech in Turkish: the verb last, what is said before it, the speaker before that, behind it, or nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.facts.quotes.frames import any_words, span_of
from briefings.facts.quotes.marks import is_title
from briefings.facts.quotes.speakers import Said, spoken_by
from briefings.facts.quotes.tr.cues import cues, cues_in
from briefings.facts.quotes.tr.subjects import Subject, attributed_source, source_in, subject_after, subject_in
from briefings.languages.casing import lower
from briefings.languages.tr.speech import noun_of_speech, reported_case, speech_words
from briefings.model import Span
from briefings.model.values import replace

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from briefings.facts.quotes.frames import Frame, Piece
    from briefings.facts.quotes.speakers import Before, Speaker
    from briefings.facts.quotes.tr.cues import Cue

__all__ = ["closers", "cues", "is_body", "is_called", "said_in"]

_LONGEST_FRAME = 250
"""Pieces looked at before a verb or a quotation; no sentence meant for readers is longer."""
_NEAR_ALONE = 60
_OWNER_BEFORE = 6
_NEAR = 4
_WORDS_OF_SPEECH = 3
"""A colon and this many words in marks are speech; fewer may be a title."""
_WORDS_ALONE = 4
_OFFICES = frozenset(
    {
        "başkan",
        "başkanı",
        "bakan",
        "bakanı",
        "müdür",
        "müdürü",
        "vali",
        "valisi",
        "lider",
        "lideri",
        "direktör",
        "direktörü",
        "büyükelçi",
        "büyükelçisi",
        "rektör",
        "rektörü",
        "kaymakam",
        "kaymakamı",
        "sekreteri",
        "cumhurbaşkanı",
        "başbakan",
    }
)
_LEADING_ON = frozenset({":", ",", ";", "-", "–", "—"})


def closers() -> re.Pattern[str] | None:
    """Give what shows where a quotation ends whose closing mark is missing."""
    return speech_words().closers


def is_body(words: str) -> bool:
    """Say whether words are a noun for a body, alone: "Merkez"."""
    return lower(words, "tr") in speech_words().sets["bodies"]


def is_called(name: str, words: str) -> bool:
    """Say whether a body's name ends in the noun: "Afet Eğitim Merkezi" is "Merkez"."""
    last, noun = lower(name.rsplit(maxsplit=1)[-1], "tr"), lower(words, "tr")
    return last.startswith(noun.removesuffix("k")) and len(last) - len(noun) <= 2


def said_in(text: str, frame: Frame, before: Before) -> tuple[list[Said], Speaker | None]:
    """Give what is said in a frame, and who spoke last."""
    pieces = frame.pieces
    said = attributed_source(text, pieces)
    spoken, current = _spoken(text, pieces, cues_in(pieces), before)
    said += [one for one in spoken if one.rule != "quoted-in-clause" or _in_earnest(one.span.of(text))]
    taken = {one.span.start for one in said if one.direct}
    for index, piece in enumerate(pieces):
        if piece.quote and piece.quote.start not in taken:
            one = _without_verb(text, pieces, index, current or before.carried or before.topic)
            said += [one] if one else []
            current = (one.speaker if one else None) or current
    return [spoken_by(one, _holder(one.speaker, before)) for one in said], _holder(current, before)


def _holder(speaker: Speaker | None, before: Before) -> Speaker | None:
    """Give the person an office alone means ("Belediye Başkanı"): who spoke shortly before, nobody else being named."""
    if speaker is None or speaker.kind != "words" or speaker.name is None or speaker.span is None:
        return speaker
    spoke = before.spoke
    if spoke is None or any(one.key != spoke.key for one in (*before.since, *before.near)):
        return speaker
    held = lower(speaker.name.rsplit(maxsplit=1)[-1], "tr") in _OFFICES
    return spoke.unspoken() if held else speaker


def _in_earnest(words: str) -> bool:
    """Say whether words in marks within a clause are somebody's, neither a title nor one word that is shown."""
    return len(words.split()) > 1 and not is_title(words)


def _spoken(
    text: str, pieces: Sequence[Piece], found: Sequence[Cue], before: Before
) -> tuple[list[Said], Speaker | None]:
    """Give what the verbs of a frame report, with the subject one verb hands on to the next."""
    said: list[Said] = []
    current: Speaker | None = None
    begin = 0
    for cue in found:
        end = cue.content if cue.content is not None else min(cue.quote or 0, cue.low)
        begin = max(begin, end - _LONGEST_FRAME)
        subject = _subject_of(text, pieces, begin, end, cue, current)
        if subject.speaker and not current:
            said = [one if one.speaker else replace(one, speaker=subject.speaker.unspoken()) for one in said]
        current = subject.speaker or current
        speaker = subject.speaker or (current.unspoken() if current else None) or _carried(before, cue)
        said += _content(pieces, cue, max(begin, subject.content), speaker)
        begin = cue.high
    return said, current or (said[-1].speaker.unspoken() if said and said[-1].speaker else None)


def _carried(before: Before, cue: Cue) -> Speaker | None:
    """Give the speaker a verb without a subject takes over.

    That is whoever spoke in the sentence before, else whom that sentence opens with. A label needs its own subject, and
    a passive verb ("belirtildi") goes on with a body's statement only.
    """
    if cue.rule == "quoted-as-label":
        return None
    if cue.verb.form.startswith("passive"):
        known = before.carried if before.carried and before.carried.kind != "person" else None
    else:
        known = before.carried or before.topic
    return known.unspoken() if known else None


def _subject_of(text: str, pieces: Sequence[Piece], begin: int, end: int, cue: Cue, current: Speaker | None) -> Subject:
    """Find the subject: behind a participle ("diyen Umerov"), else before what is said, else behind the verb."""
    if cue.verb.form == "participle":
        behind = subject_after(pieces, cue.high)
        before = subject_in(text, pieces, begin, end, strict=True)
        return Subject(behind, before.content) if behind else before
    before = subject_in(
        text, pieces, begin, end, strict=current is not None, passive=cue.verb.form.startswith("passive")
    )
    if before.speaker or current or cue.quote is None:
        return before
    return Subject(subject_after(pieces, cue.high), before.content)


def _content(pieces: Sequence[Piece], cue: Cue, begin: int, speaker: Speaker | None) -> list[Said]:
    """Make what one verb reports: the quotation before it, or the clause and the quotation in its predicate."""
    span = Span(pieces[cue.low].start, pieces[cue.high - 1].end)
    if cue.quote is not None:
        if cue.rule == "quoted-as-label" and (speaker is None or cue.verb.form.startswith("passive")):
            return []
        return [_direct(piece, cue.rule, speaker, span) for piece in _quotes_joined(pieces, begin, cue.quote)]
    if cue.content is None or begin >= cue.content:
        return []
    last = pieces[cue.content - 1]
    said = [Said(Span(pieces[begin].start, last.after), direct=False, rule=cue.rule, speaker=speaker, cue=span)]
    return said + _quotes_in_predicates(pieces[begin : cue.content], speaker, span)


def _quotes_in_predicates(clause: Sequence[Piece], speaker: Speaker | None, cue: Span) -> list[Said]:
    """Give quotations that a participle of the clause follows: `"…" yaptığını, ancak … açıkladı`."""
    if speaker is None:
        return []
    joints = speech_words().sets["joints"]
    found: list[Said] = []
    for index, piece in enumerate(clause):
        after = index + 1 + (index + 1 < len(clause) and clause[index + 1].folded in joints)
        if piece.quote and after < len(clause) and reported_case(clause[after].folded) is not None:
            found.append(_direct(piece, "quoted-in-clause", speaker, cue))
    return found


def _quotes_joined(pieces: Sequence[Piece], begin: int, last: int) -> list[Piece]:
    """Give a quotation and those directly before it: `"…" "…" dedi`, `"…" ve "…" dedi`."""
    first = last
    while first - 1 >= begin and (pieces[first - 1].quote or pieces[first - 1].folded in {"ve", ","}):
        first -= 1
    return [piece for piece in pieces[first : last + 1] if piece.quote]


def _direct(piece: Piece, rule: str, speaker: Speaker | None, cue: Span | None) -> Said:
    """Make a direct quotation."""
    quote = piece.quote
    span = Span(quote.start, quote.end) if quote else span_of(piece)
    return Said(span, direct=True, rule=rule, speaker=speaker, cue=cue)


def _without_verb(text: str, pieces: Sequence[Piece], index: int, known: Speaker | None) -> Said | None:
    """Judge a quotation no verb goes with: behind a colon, part of a statement, alone, or no speech at all."""
    quote = pieces[index].quote
    length = len(text[quote.start : quote.end].split()) if quote else 0
    begin = max(0, index - _NEAR_ALONE)
    if _behind_colon(pieces, index) and length >= _WORDS_OF_SPEECH:
        named = subject_in(text, pieces, begin, index - 1).speaker or source_in(text, pieces, begin, index)
        return _direct(pieces[index], "colon-then-quoted", named or known, None)
    said = _with_words(text, pieces, index)
    if said or length < _WORDS_ALONE:
        return said
    statement = subject_in(text, pieces, begin, index)
    if statement.speaker and statement.content >= index and statement.states:
        return _direct(pieces[index], "statement-then-quoted", statement.speaker, None)
    if not any_words(pieces, begin, index + _NEAR_ALONE):
        return _direct(pieces[index], "carried-on", known.unspoken() if known else None, None)
    return None


def _behind_colon(pieces: Sequence[Piece], index: int) -> bool:
    """Say whether a colon, or a colon and a dash, stands before a piece."""
    before = [piece.folded for piece in pieces[max(0, index - 2) : index]]
    return before[-1:] == [":"] or (before[:1] == [":"] and before[-1] in _LEADING_ON)


def _with_words(text: str, pieces: Sequence[Piece], index: int) -> Said | None:
    """Judge a quotation a noun of speech follows: `X, … "…" sözleriyle uğurladı`, `X'in "…" sözleri`."""
    after = pieces[index + 1].folded if index + 1 < len(pieces) else ""
    sets = speech_words().sets
    with_it = index + 2 < len(pieces) and pieces[index + 2].folded == "ile" and after in sets["nouns"]
    if after in sets["with_words"] or with_it:
        speaker = subject_in(text, pieces, max(0, index - _NEAR_ALONE), index).speaker
        return _direct(pieces[index], "quoted-with-words", speaker, None) if speaker else None
    noun = pieces[index + 2].folded if after in sets["bridges"] and index + 2 < len(pieces) else after
    if not noun_of_speech(noun):
        return None
    begin = max(0, index - _OWNER_BEFORE)
    begin = next((at + 1 for at in range(index - 1, begin - 1, -1) if pieces[at].folded == ","), begin)
    owner = source_in(text, pieces, begin, index)
    return _direct(pieces[index], "quoted-of-speaker", owner, None) if owner else None
