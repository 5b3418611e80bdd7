"""Speech in English: the verb stands between speaker and words, on either side of a quotation, or within what is said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.facts.frames import words_between
from briefings.facts.speakers import Said, Speaker, speaker_of
from briefings.facts.subjects_en import Subject, source_behind, subject_before, subject_behind
from briefings.languages.en.speech import speech_words
from briefings.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.facts.frames import Frame, Piece
    from briefings.facts.speakers import Before

_TO_THAT = 14
_ADVERBIAL = 8
_TO_AUXILIARY = 14
_WORDS_ALONE = 4
_WORDS_AFTER_COLON = 3
_SHORTEST_CLAUSE = 2
_COMMAS = frozenset({",", "–", "—", ";", ":"})
_LEADING = frozenset({"and", "but", "so", "or", "that", "while", "however", "meanwhile", "yet"})
_NOUNS_TOO = frozenset(
    "claims reports notes estimates fears hopes promises remarks tweets comments rules demands pledges report read reads began"
    " called returned found shows feels knows understands doubts".split()
)


@dataclass(frozen=True, slots=True)
class _Cue:
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
    return speech_words().verbs | {"according"}


def said_in(text: str, frame: Frame, before: Before) -> tuple[list[Said], Speaker | None]:
    """Give what is said in a frame, and who spoke last."""
    pieces = frame.pieces
    found = _cues_in(text, pieces, before)
    said: list[Said] = []
    for at, cue in enumerate(found):
        begin = found[at - 1].high if at else 0
        end = found[at + 1].low if at + 1 < len(found) else len(pieces)
        said += _clause(text, pieces, cue, begin, end)
    current = next((cue.speaker for cue in reversed(found) if cue.speaker), None) if said or found else None
    for index, piece in enumerate(pieces):
        if piece.quote:
            one = _quotation(text, pieces, index, found, before)
            said += one
            current = (one[0].speaker if one else None) or current
    return said, current


def _cues_in(text: str, pieces: Sequence[Piece], before: Before) -> list[_Cue]:
    """Find the verbs of speech that have a subject, in order, none overlapping."""
    verbs = cues()
    found: list[_Cue] = []
    for index, piece in enumerate(pieces):
        if piece.kind != "word" or piece.folded not in verbs or (found and index < found[-1].high):
            continue
        begin = found[-1].high if found else 0
        current = found[-1].speaker if found else None
        if piece.folded == "according":
            cue = _according(text, pieces, index)
        else:
            cue = _verb(text, pieces, index, begin, current, before)
        if cue and cue.low >= begin:
            found.append(cue)
    return found


def _according(text: str, pieces: Sequence[Piece], index: int) -> _Cue | None:
    """Make the cue of `according to X`."""
    if index + 1 >= len(pieces) or pieces[index + 1].folded != "to":
        return None
    source = source_behind(text, pieces, index + 2)
    if source is None:
        return None
    content = source.high + (source.high < len(pieces) and pieces[source.high].folded == ",")
    return _Cue(index, index, source.high, content, that=False, speaker=source.speaker, rule="according-to", kind="according")


def _verb(
    text: str, pieces: Sequence[Piece], index: int, begin: int, current: Speaker | None, before: Before
) -> _Cue | None:
    """Make the cue of a verb of speech; None without a subject."""
    words = speech_words()
    word = pieces[index].folded
    subject = None if word in words.labels | words.told else subject_behind(text, pieces, index, before)
    if subject and _behind_speech(pieces, index, begin, subject.high):
        return _Cue(index, index, subject.high, subject.high, that=False, speaker=subject.speaker, rule="quoted-then-said", kind="say")
    subject = subject_before(text, pieces, index, begin, before)
    if subject is None or (subject.speaker is None and subject.low == subject.high):
        subject = _shared(text, pieces, index, begin, current)
    if subject is None or (subject.speaker is None and pieces[subject.low].folded in {"i", "we", "you"}):
        return None
    if (word in _NOUNS_TOO or word in words.labels) and not (subject.pronoun or (subject.speaker and subject.speaker.kind != "words")):
        return None
    if word in words.point_out and (index + 1 >= len(pieces) or pieces[index + 1].folded != "out"):
        return None
    content, that = _content_start(pieces, index + 1, told=word in words.told)
    return _Cue(index, subject.low, max(index + 1, subject.high), content, that, subject.speaker, "said", _kind(word))


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
    return left.folded in {",", "?", "!"} and (high >= len(pieces) or pieces[high].kind == "mark")


def _shared(text: str, pieces: Sequence[Piece], index: int, begin: int, current: Speaker | None) -> Subject | None:
    """Find the subject a verb shares with another: `…, saying that`, `X welcomed the deal and said`."""
    at = index - 1
    while at > begin and pieces[at].folded in speech_words().adverbs:
        at -= 1
    participle = pieces[index].folded.endswith("ing")
    if at < 0 or not (pieces[at].folded in {"and", "but", "then"} or (participle and (pieces[at].folded == "," or pieces[at].quote))):
        return None
    if current:
        return Subject(current.unspoken(), index, index + 1)
    for piece in pieces[:4]:
        if piece.quote or piece.folded in speech_words().prepositions:
            return None
        if piece.mention and piece.suffix == "":
            return Subject(speaker_of(piece.mention, Span(piece.start, piece.end)), index, index + 1)
    return None


def _content_start(pieces: Sequence[Piece], begin: int, *, told: bool) -> tuple[int, bool]:
    """Give where what is said can begin behind a verb, and whether "that" introduces it."""
    words = speech_words()
    for index in range(begin, min(len(pieces), begin + _TO_THAT)):
        piece = pieces[index]
        if piece.quote or piece.folded == ";" or (piece.folded in words.boundaries and piece.folded not in {"that", "and"}):
            break
        if piece.folded == ":" and index + 1 < len(pieces) and pieces[index + 1].quote:
            return index + 1, False
        if piece.folded == "that" and (told or index == begin or _adverbial(pieces, begin, index)):
            return index + 1, True
    index = _past_addressee(pieces, begin) if told else begin
    return _past_adverbials(pieces, index), False


def _adverbial(pieces: Sequence[Piece], begin: int, end: int) -> bool:
    """Say whether the words between a verb and "that" say when, where or to whom."""
    words = speech_words()
    return pieces[begin].folded in words.prepositions | words.time | {"out", "again", ","} or end - begin == 1


def _past_addressee(pieces: Sequence[Piece], index: int) -> int:
    """Skip whom somebody tells: a name, a pronoun, or a short phrase."""
    words = speech_words()
    if index < len(pieces) and pieces[index].folded in words.determiners:
        index += 1
        if index < len(pieces) and pieces[index].kind in {"word", "name"}:
            index += 1
        while index < len(pieces) and pieces[index].folded in {"agency", "news", "conference", "committee", "newspaper", "council"}:
            index += 1
        return index
    if index < len(pieces) and pieces[index].kind in {"word", "name"}:
        index += 1
        while index < len(pieces) and pieces[index].kind == "word" and pieces[index].capital and pieces[index].folded not in words.time:
            index += 1
    return index


def _past_adverbials(pieces: Sequence[Piece], index: int) -> int:
    """Skip `on Tuesday`, `in a statement`, `earlier this week`, and a comma or colon behind them."""
    words = speech_words()
    moved = True
    while moved and index < len(pieces):
        moved = False
        if pieces[index].folded in words.time - {"this", "last", "on", "next"} and pieces[index].kind == "word":
            index, moved = index + 1, True
        elif pieces[index].folded in words.prepositions | {"this", "last"}:
            end = _phrase_of_setting(pieces, index)
            index, moved = end, end > index
    while index < len(pieces) and pieces[index].folded in _COMMAS:
        index += 1
    return index


def _phrase_of_setting(pieces: Sequence[Piece], index: int) -> int:
    """Give where a phrase such as "in an interview with the BBC" ends; `index` itself when it is none."""
    words = speech_words()
    wanted = words.time | words.settings
    end = index
    for at in range(index + 1, min(len(pieces), index + _ADVERBIAL)):
        piece = pieces[at]
        if piece.quote or piece.kind == "mark" or piece.folded in words.pronouns | words.boundaries:
            break
        if piece.folded in wanted or (end == at and piece.kind == "number"):
            end = at + 1
        elif end > index and piece.folded not in words.prepositions:
            break
        elif piece.mention and pieces[at - 1].folded in words.prepositions:
            end = at + 1
    return end


def _clause(text: str, pieces: Sequence[Piece], cue: _Cue, begin: int, end: int) -> list[Said]:
    """Make the reported clause of a verb: behind it, before it, or around it."""
    if cue.kind in {"quoting", "label"}:
        return []
    right_end = _trimmed_end(pieces, cue.content, end)
    right = words_between(pieces, cue.content, right_end)
    left_begin = _past_leading(pieces, begin, cue.low)
    left_end = _trimmed_end(pieces, left_begin, cue.low)
    left = words_between(pieces, left_begin, left_end)
    at_comma = cue.low > 0 and pieces[cue.low - 1].folded in {",", "–", "—"}
    quoted_left = left_end > 0 and left_end > left_begin and pieces[left_end - 1].quote is not None
    trails = cue.kind == "according" or cue.rule == "quoted-then-said" or (at_comma and not cue.that and not quoted_left)
    if trails and left >= _SHORTEST_CLAUSE and not (quoted_left and cue.kind != "according") and _ends_here(pieces, cue, end):
        medial = right >= _SHORTEST_CLAUSE and cue.content < len(pieces) and pieces[cue.content - 1].folded == ","
        return _reported(pieces, left_begin, right_end if medial else left_end, cue)
    if right >= _SHORTEST_CLAUSE and (cue.that or cue.kind in {"say", "according"}) and cue.rule != "quoted-then-said":
        if quoted_left and not cue.that and not _opens_clause(pieces, cue):
            return []
        if not cue.that and cue.kind == "say" and not _is_clause(pieces, cue, right_end):
            return []
        return _reported(pieces, cue.content, right_end, cue)
    return []


def _ends_here(pieces: Sequence[Piece], cue: _Cue, end: int) -> bool:
    """Say whether a mark or the end follows the cue, so that what is said stands before it."""
    if cue.kind != "according" and cue.content < len(pieces) and pieces[cue.content].quote:
        return False
    return cue.content >= end or pieces[cue.content - 1].kind == "mark" or pieces[cue.content].kind == "mark"


def _is_clause(pieces: Sequence[Piece], cue: _Cue, end: int) -> bool:
    """Say whether a clause follows, not an object ("maintained a policy"): sure for "said", else an auxiliary shows it."""
    words = speech_words()
    if pieces[cue.content].folded in {"about", "of", "to", "from"}:
        return False
    if pieces[cue.verb].folded in words.sure or pieces[cue.content].folded in words.pronouns:
        return True
    near = pieces[cue.content : min(end, cue.content + _TO_AUXILIARY)]
    return any(piece.folded in words.auxiliaries or piece.suffix == "t" for piece in near)


def _opens_clause(pieces: Sequence[Piece], cue: _Cue) -> bool:
    """Say whether a clause, not only time and place, follows a verb that already has a quotation before it."""
    words = speech_words()
    return cue.content < len(pieces) and pieces[cue.content].folded in words.determiners | words.pronouns


def _reported(pieces: Sequence[Piece], begin: int, end: int, cue: _Cue) -> list[Said]:
    """Make a reported clause of `pieces[begin:end]`."""
    span = Span(pieces[begin].start, pieces[end - 1].after)
    rule = cue.rule if cue.kind == "according" else "reported-clause"
    return [Said(span, direct=False, rule=rule, speaker=cue.speaker, cue=_words_of(pieces, cue))]


def _words_of(pieces: Sequence[Piece], cue: _Cue) -> Span:
    """Give the span of the verb."""
    last = cue.verb + 1 if cue.kind == "according" else cue.verb
    return Span(pieces[cue.verb].start, pieces[last].end)


def _past_leading(pieces: Sequence[Piece], begin: int, end: int) -> int:
    """Skip marks and conjunctions before a clause."""
    while begin < end and not pieces[begin].quote and (pieces[begin].kind == "mark" or pieces[begin].folded in _LEADING):
        begin += 1
    return begin


def _trimmed_end(pieces: Sequence[Piece], begin: int, end: int) -> int:
    """Leave out marks and conjunctions at the end of a clause."""
    while end > begin and not pieces[end - 1].quote and (
        (pieces[end - 1].kind == "mark" and pieces[end - 1].folded not in ")%]") or pieces[end - 1].folded in _LEADING
    ):
        end -= 1
    return end


def _quotation(
    text: str, pieces: Sequence[Piece], index: int, found: Sequence[_Cue], before: Before
) -> list[Said]:
    """Give a quotation with its speaker; nothing when nobody speaks it."""
    quote = pieces[index].quote
    if quote is None:
        return []
    span = Span(quote.start, quote.end)
    length = len(span.of(text).split())
    cue, rule = _cue_for(pieces, index, found)
    if cue:
        if rule == "quoted-in-clause" and (cue.speaker is None or _is_title(span.of(text)) or length > 1 and _not_speech(pieces, index)):
            return []
        return [Said(span, direct=True, rule=rule, speaker=cue.speaker, cue=_words_of(pieces, cue))]
    return _without_verb(pieces, index, span, length, before)


def _cue_for(pieces: Sequence[Piece], index: int, found: Sequence[_Cue]) -> tuple[_Cue | None, str]:
    """Find the verb a quotation goes with: directly before it, directly behind it, or the one whose clause holds it."""
    earlier = [cue for cue in found if cue.high <= index]
    last = earlier[-1] if earlier else None
    if last and words_between(pieces, last.high, index) == 0:
        return last, "said-then-quoted"
    if last and last.content >= index and last.kind in {"say", "that", "quoting"}:
        return last, "said-then-quoted"
    after = next((cue for cue in found if cue.low > index), None)
    if after and _adjacent(pieces, index, after.low) and after.kind != "label":
        return after, "quoted-then-said"
    if last and last.content <= index and last.rule != "quoted-then-said" and last.kind != "quoting":
        return last, "quoted-in-clause"
    return None, ""


def _adjacent(pieces: Sequence[Piece], index: int, low: int) -> bool:
    """Say whether only marks, "and" and other quotations stand between a quotation and a verb with its subject."""
    return all(piece.kind == "mark" or piece.quote or piece.folded == "and" for piece in pieces[index + 1 : low])


def _is_title(words: str) -> bool:
    """Say whether words in marks look like the title of a work: several, each with a capital."""
    parts = [word for word in words.split() if len(word) > 3]  # noqa: PLR2004
    return len(parts) > 1 and all(word[0].isupper() for word in parts)


def _not_speech(pieces: Sequence[Piece], index: int) -> bool:
    """Say whether a name or a noun of naming stands before the marks: `the so-called "…"`."""
    return index > 0 and pieces[index - 1].folded in {"called", "titled", "entitled", "named", "nicknamed", "dubbed"}


def _without_verb(pieces: Sequence[Piece], index: int, span: Span, length: int, before: Before) -> list[Said]:
    """Judge a quotation no verb goes with: behind `X:`, alone in its sentence, or no speech."""
    alone = words_between(pieces, 0, len(pieces)) == 0
    quote = pieces[index].quote
    if index and pieces[index - 1].folded == ":" and length >= _WORDS_AFTER_COLON:
        named = [piece for piece in pieces[: index - 1] if piece.mention and piece.suffix == ""]
        mention = named[0].mention if named else None
        speaker = speaker_of(mention, Span(named[0].start, named[0].end)) if mention else before.carried
        return [Said(span, direct=True, rule="colon-then-quoted", speaker=speaker)]
    if alone and (length >= _WORDS_ALONE or (quote is not None and quote.resumed)):
        speaker = before.carried.unspoken() if before.carried else None
        return [Said(span, direct=True, rule="carried-on", speaker=speaker)]
    return []
