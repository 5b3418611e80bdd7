"""English verbs of speech in a sentence, each with its subject and the place where what is said can begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.facts.quotes.en.demands import demand_start, question_start
from briefings.facts.quotes.en.openings import content_start
from briefings.facts.quotes.en.subjects import Subject, pronoun_meant, source_behind, subject_before, subject_behind
from briefings.facts.quotes.speakers import Speaker, speaker_in_words, speaker_of
from briefings.languages.en.speech import speech_words
from briefings.model import Span
from briefings.model.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.facts.quotes.frames import Piece
    from briefings.facts.quotes.speakers import Before

_TO_LABEL = 14
_PAST = ("d", "t", "w")
_ENDS = frozenset(".!?:")

_LONGEST_QUOTED = 14


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of speech (or "according to") at `pieces[verb]`, with its subject within `pieces[low:high]`."""

    verb: int
    low: int
    high: int
    content: int
    """Index of the first piece of what may follow as said."""
    that: bool
    speaker: Speaker | None
    rule: str
    kind: str


def cues() -> frozenset[str]:
    """Give the words without which a sentence reports nothing."""
    return speech_words().verbs


def cues_in(text: str, pieces: Sequence[Piece], before: Before) -> list[Cue]:
    """Find the verbs of speech that have a subject, in order, none overlapping."""
    verbs = cues()
    found: list[Cue] = []
    for index, piece in enumerate(pieces):
        if not _may_be_cue(pieces, index, verbs) or (found and index < found[-1].high):
            continue
        begin = found[-1].high if found else 0
        current = found[-1].speaker if found else None
        if piece.folded == "according":
            cue = _according(text, pieces, index)
        else:
            cue = _verb(text, pieces, index, begin, current, before)
        if cue and cue.low >= begin and _governs(pieces, cue):
            found.append(cue)
    return found


def _may_be_cue(pieces: Sequence[Piece], index: int, verbs: frozenset[str]) -> bool:
    """Say whether a word may be a verb of speech; one with a capital inside a sentence is none: "State Secretary"."""
    piece = pieces[index]
    if piece.kind != "word" or piece.folded not in verbs:
        return False
    left = pieces[index - 1] if index else None
    return not piece.capital or left is None or left.quote is not None or left.folded in _ENDS


def _governs(pieces: Sequence[Piece], cue: Cue) -> bool:
    """Say whether anything said goes with a verb: "expects to sell" reports nothing."""
    if cue.that or cue.kind in {"say", "according", "demand", "question"}:
        return True
    trails = cue.low > 0 and pieces[cue.low - 1].folded == "," and cue.content >= len(pieces) - 1
    if cue.kind == "that" and trails:
        return True
    near = pieces[cue.high : cue.content + (_TO_LABEL if cue.kind == "label" else 1)]
    return any(piece.quote for piece in (*pieces[max(0, cue.low - 2) : cue.low], *near))


def is_nested(pieces: Sequence[Piece], cue: Cue) -> bool:
    """Say whether a verb belongs to what another reports: "said analysts believe that …"."""
    left = pieces[cue.low - 1] if cue.low else None
    return left is not None and left.kind in {"word", "number", "name"} and left.folded not in {"and", "but", "then"}


def _according(text: str, pieces: Sequence[Piece], index: int) -> Cue | None:
    """Make the cue of `according to X`."""
    if index + 1 >= len(pieces) or pieces[index + 1].folded != "to":
        return None
    source = source_behind(text, pieces, index + 2)
    if source is None:
        return None
    content = source.high + (source.high < len(pieces) and pieces[source.high].folded == ",")
    if content + 1 < len(pieces) and pieces[content].folded in {"quoting", "citing"}:
        near = range(content, min(len(pieces), content + _LONGEST_QUOTED))
        content = next((at + 1 for at in near if pieces[at].folded == ","), content)
    return Cue(
        index, index, source.high, content, that=False, speaker=source.speaker, rule="according-to", kind="according"
    )


def _verb(
    text: str, pieces: Sequence[Piece], index: int, begin: int, current: Speaker | None, before: Before
) -> Cue | None:
    """Make the cue of a verb of speech; None without a subject."""
    words = speech_words()
    word = pieces[index].folded
    subject = None if word in words.labels or word in words.told else subject_behind(text, pieces, index, before)
    if subject and _behind_speech(pieces, index, begin, subject.high):
        return Cue(
            index,
            index,
            subject.high,
            subject.high,
            that=False,
            speaker=subject.speaker,
            rule="quoted-then-said",
            kind="say",
        )
    subject = (
        _quoted_as_saying(text, pieces, index, begin, before)
        or _agent(text, pieces, index)
        or subject_before(text, pieces, index, begin, before)
        or _shared(text, pieces, index, begin, current, before)
    )
    if subject is None or (subject.speaker is None and pieces[subject.low].folded in {"i", "we", "you"}):
        return None
    content, that = content_start(pieces, index + 1, told=word in words.told)
    question = None if that else question_start(pieces, index)
    demand = question or (None if that else demand_start(pieces, index))
    doubtful = word in words.nouns_too | words.labels and (demand is None or word.endswith("s"))
    doubtful = doubtful and not (that and word.endswith(_PAST))
    if (doubtful and not _sure_subject(pieces, subject, index)) or (demand is None and word in words.only_demands):
        return None
    if demand:
        kind = "question" if question else "demand"
        return Cue(index, subject.low, demand, demand, that=False, speaker=subject.speaker, rule="said", kind=kind)
    if word in words.point_out and (index + 1 >= len(pieces) or pieces[index + 1].folded != "out"):
        return None
    return Cue(index, subject.low, max(index + 1, subject.high), content, that, subject.speaker, "said", _kind(word))


def _quoted_as_saying(text: str, pieces: Sequence[Piece], index: int, begin: int, before: Before) -> Subject | None:
    """Find the subject of `X was quoted as saying` and `quoted X as saying`."""
    if pieces[index].folded != "saying" or index < begin + 3 or pieces[index - 1].folded != "as":
        return None
    near = range(index - 2, max(begin, index - _LONGEST_QUOTED), -1)
    at = next((at for at in near if pieces[at].folded in {"quoted", "cited"}), None)
    if at is None:
        return None
    if at + 1 < index - 1:
        return subject_behind(text, pieces[: index - 1], at, before)
    auxiliary = next(
        (low for low in range(at - 1, max(begin, at - 4), -1) if pieces[low].folded in {"was", "were"}), None
    )
    return subject_before(text, pieces, auxiliary, begin, before) if auxiliary is not None else None


def _agent(text: str, pieces: Sequence[Piece], index: int) -> Subject | None:
    """Find the subject of `described by X as "…"`."""
    if (
        pieces[index].folded not in speech_words().labels
        or index + 2 >= len(pieces)
        or pieces[index + 1].folded != "by"
    ):
        return None
    end = next(
        (at for at in range(index + 2, min(len(pieces), index + _LONGEST_QUOTED)) if pieces[at].folded == "as"), None
    )
    source = source_behind(text, pieces[:end], index + 2) if end else None
    return Subject(source.speaker, index, source.high) if source else None


def _sure_subject(pieces: Sequence[Piece], subject: Subject, verb: int) -> bool:
    """Say whether a verb is no noun: behind a pronoun, a known name or a plural, or before words in marks."""
    if verb + 2 < len(pieces) and pieces[verb + 1].folded in {":", ","} and pieces[verb + 2].quote:
        return True
    if subject.pronoun or (subject.speaker and subject.speaker.kind != "words"):
        return True
    if any(piece.quote for piece in pieces[max(0, subject.low - 1) : subject.low]):
        return True
    words = speech_words()
    for piece in pieces[subject.low : subject.high]:
        if piece.folded in words.prepositions:
            break
        if piece.folded in words.heads and piece.folded.endswith("s"):
            return True
    return False


def _kind(word: str) -> str:
    """Name what may follow a verb: a bare clause, a clause with "that", a quotation only, or a label in marks."""
    words = speech_words()
    if word in words.bare or word in words.told:
        return "say"
    if word in words.that or word in words.point_out:
        return "that"
    return "label" if word in words.labels else "quoting"


def _behind_speech(pieces: Sequence[Piece], index: int, begin: int, high: int) -> bool:
    """Say whether what is said ends directly before an inverted verb whose subject ends at `high`."""
    if index - 1 < begin:
        return False
    left = pieces[index - 1]
    quoted = left.quote or (left.folded in {",", "–", "—"} and index - 2 >= begin and pieces[index - 2].quote)
    if quoted:
        return True
    usual = pieces[index].folded in speech_words().sure
    return usual and left.folded in {",", "?", "!"} and (high >= len(pieces) or pieces[high].kind == "mark")


def _shared(
    text: str, pieces: Sequence[Piece], index: int, begin: int, current: Speaker | None, before: Before
) -> Subject | None:
    """Find the subject a verb shares with another: `…, saying that`, `X welcomed the deal and said`."""
    at = index - 1
    while at > begin and pieces[at].folded in speech_words().adverbs:
        at -= 1
    participle = pieces[index].folded.endswith("ing")
    if at < 0 or not (
        pieces[at].folded in {"and", "but", "then"} or (participle and (pieces[at].folded == "," or pieces[at].quote))
    ):
        return None
    speaker = current.unspoken() if current else _opening_subject(text, pieces, before)
    return Subject(speaker, index, index + 1) if speaker else None


def _opening_subject(text: str, pieces: Sequence[Piece], before: Before) -> Speaker | None:
    """Give whom a sentence opens with: "She", "Smith", "A Halden spokesman"."""
    heads = speech_words().heads
    if pieces[0].folded in {"he", "she", "it", "they"}:
        return pronoun_meant(pieces, 0, 0, before).speaker
    for at, piece in enumerate(pieces[:4]):
        if piece.folded in heads:
            return speaker_in_words(text, pieces[: at + 1])
        if piece.quote or piece.folded in speech_words().prepositions:
            return None
        described = at + 1 < len(pieces) and pieces[at + 1].folded in heads
        if piece.mention and piece.suffix == "" and not described:
            return speaker_of(piece.mention, Span(piece.start, piece.end))
    return None
