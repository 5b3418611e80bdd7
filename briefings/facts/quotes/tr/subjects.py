"""Who speaks in a Turkish sentence: the subject, the body a statement comes from, or whoever stands behind "diyen"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefings.facts.quotes.frames import span_of
from briefings.facts.quotes.speakers import Said, Speaker, speaker_in_words, speaker_of
from briefings.facts.quotes.tr.phrases import phrase_start, without_suffix, worded_subject
from briefings.languages.tr.speech import speech_words
from briefings.model import Span
from briefings.model.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.facts.quotes.frames import Piece

_BEHIND = 10
_SOURCE_BEFORE = 12
_GENITIVE = re.compile(r"n?[ıiuü]n|y?[ıiuü]n$")
_ABLATIVE = re.compile(r"n?[dt][ae]n$")
_BY = ("ca", "ce", "ça", "çe")
_DATIVE = re.compile(r"[yn]?[ae]$")
_FINITE = re.compile(r"(?:[ıiuü]yor(?:l[ae]r)?(?:d[ıu])?|m[ıiuü]şt[ıiuü]|[ae]c[ae]kt[ıi]|(?:[ıiuü][ln]|l[ae])d[ıiuü])$")
"""A verb that ends a main clause; short pasts are left out, for nouns in the accusative look the same ("kenti")."""
_SENTENCE_ADVERBS = {
    "bunun": (("bunun", "yanı", "sıra"), ("bunun", "üzerine")),
    "bu": (("bu", "arada"), ("bu", "sırada"), ("bu", "kapsamda")),
    "buna": (("buna", "karşılık"), ("buna", "karşın"), ("buna", "rağmen")),
    "son": (("son", "olarak"),),
    "aynı": (("aynı", "zamanda"),),
}
"""By their first words."""
_PRESS_DATIVE = frozenset({"basına", "basınına", "medyaya", "medyasına"})
_PRESS_KINDS = frozenset({"ulusal", "yerel", "uluslararası", "yabancı", "dünya", "bölgesel", "resmi", "resmî", "ülke"})
_MADE = re.compile(r"(?:[dt][ıiuü]ğ[ıiuü]|l[ae]n|yan|yen|an|en|yazılı|basın)$")
_RELATION = re.compile(r"(?:[dt][ae]ki|l[ıiuü]ğ[ıiuü]nd[ae]ki)$")


@dataclass(frozen=True, slots=True)
class Subject:
    """Who speaks, and where what is said can begin."""

    speaker: Speaker | None
    content: int
    """Index of the first piece that belongs to what is said."""
    states: bool = False
    """A statement is named ("yaptığı açıklamada")."""


def subject_in(
    text: str, pieces: Sequence[Piece], begin: int, end: int, *, strict: bool = False, passive: bool = False
) -> Subject:
    """Find the speaker in `pieces[begin:end]`; `strict` takes a name only at the beginning and before a comma."""
    begin = _past_openers(pieces, _past_clauses(pieces, begin, end), end)
    statement = _statement(pieces, begin, end)
    limit = statement if statement is not None else end
    source = (
        _source(text, pieces, begin, limit, stated=statement is not None) if statement is not None or passive else None
    )
    if source and statement is not None:
        return Subject(source, _past_openers(pieces, statement + 1, end), states=True)
    if source:
        return Subject(source, _behind(pieces, source, begin, end))
    found = _named_subject(pieces, begin, end, strict=strict) or worded_subject(text, pieces, begin, end)
    content = _behind(pieces, found, begin, end) if found else begin
    if statement is not None:
        content = max(content, _past_openers(pieces, statement + 1, end))
    return Subject(found, content, states=statement is not None)


def subject_after(pieces: Sequence[Piece], begin: int) -> Speaker | None:
    """Find the speaker behind a verb: `dedi Umerov`, `diyen Bakan Şimşek,`."""
    for piece in pieces[begin : begin + _BEHIND]:
        if piece.quote or (piece.kind == "mark" and piece.folded not in "()"):
            return None
        if piece.mention and piece.mention.kind == "person":
            return speaker_of(piece.mention, span_of(piece))
        if piece.mention and piece.suffix == "" and piece.mention.kind == "organization":
            return speaker_of(piece.mention, span_of(piece))
    return None


def source_in(text: str, pieces: Sequence[Piece], begin: int, end: int) -> Speaker | None:
    """Find whose words they are: `X'in açıklaması şöyle:`, `X'ten mesaj:`."""
    return _source(text, pieces, begin, end, stated=True)


def attributed_source(text: str, pieces: Sequence[Piece]) -> list[Said]:
    """Give what `…'ya göre` attributes: the rest of the sentence."""
    sets = speech_words().sets
    for index, piece in enumerate(pieces):
        if piece.folded != "göre" or index == 0:
            continue
        speaker = _according_to(text, pieces, index, sets)
        first = _past_openers(pieces, index + 1, len(pieces))
        last = len(pieces) - 1
        while last > first and pieces[last].kind == "mark":
            last -= 1
        if speaker and last - first > 1:
            return [Said(Span(pieces[first].start, pieces[last].after), direct=False, rule="according-to",
                         speaker=speaker, cue=span_of(piece))]  # fmt: skip
    return []


def _according_to(text: str, pieces: Sequence[Piece], index: int, sets: dict[str, frozenset[str]]) -> Speaker | None:
    """Give the source before "göre": a name in the dative, "yetkililere", or "Bakan'ın açıklamasına"."""
    before = pieces[index - 1]
    if before.mention:
        spoken = before.mention.kind != "place" and _DATIVE.fullmatch(before.suffix)
        return speaker_of(before.mention, span_of(before)) if spoken else None
    if before.folded in _PRESS_DATIVE:
        first = phrase_start(pieces, max(0, index - 4), index - 1)
        first -= first == index - 1 and index > 1 and pieces[index - 2].folded in _PRESS_KINDS
        return without_suffix(speaker_in_words(text, pieces[first:index]))
    if before.folded in sets["speakers_dative"]:
        return without_suffix(
            speaker_in_words(text, pieces[phrase_start(pieces, max(0, index - 4), index - 1) : index])
        )
    if before.folded in sets["according"]:
        return _source(text, pieces, max(0, index - _SOURCE_BEFORE), index, stated=True)
    return None


def _past_openers(pieces: Sequence[Piece], begin: int, end: int) -> int:
    """Skip marks and connectives at the beginning."""
    connectives = speech_words().sets["connectives"]
    while begin < end and not pieces[begin].quote:
        adverb = _sentence_adverb(pieces, begin, end)
        mark = pieces[begin].kind == "mark" and pieces[begin].folded not in "(₺$€£%"
        if not (adverb or mark or pieces[begin].folded in connectives):
            break
        begin += adverb or 1
    return begin


def _sentence_adverb(pieces: Sequence[Piece], begin: int, end: int) -> int:
    """Give of how many words an adverb of the whole sentence is that begins there: "Bu arada"; 0 for none."""
    for words in _SENTENCE_ADVERBS.get(pieces[begin].folded, ()):
        if begin + len(words) < end and all(pieces[begin + at].folded == word for at, word in enumerate(words)):
            return len(words)
    return 0


def _past_clauses(pieces: Sequence[Piece], begin: int, end: int) -> int:
    """Skip main clauses that end before what is reported: "On yedisi bekliyor, yedisi ise …"."""
    for index in range(end - 2, begin, -1):
        ends = pieces[index + 1].folded in {",", ";"} and pieces[index].kind == "word"
        if ends and _FINITE.search(pieces[index].folded):
            return index + 2
    return begin


def _statement(pieces: Sequence[Piece], begin: int, end: int) -> int | None:
    """Find "açıklamada" where a statement is named: before a comma, a colon or a quotation, or behind "yaptığı"."""
    statements = speech_words().sets["statements"]
    for index in range(begin, end):
        if pieces[index].folded not in statements or pieces[index].kind != "word":
            continue
        after = pieces[index + 1] if index + 1 < len(pieces) else None
        stops = after is None or after.quote is not None or after.folded in {",", ":", ";"}
        made = any(_MADE.search(piece.folded) for piece in pieces[max(begin, index - 2) : index])
        if stops or made:
            return index
    return None


def _source(text: str, pieces: Sequence[Piece], begin: int, end: int, *, stated: bool) -> Speaker | None:
    """Find who made a statement: `X tarafından yapılan`, `X'ten yapılan`, `X'in yaptığı`, `Bakanlıktan yapılan`.

    Without a statement (`stated`) genitives and ablatives tell nothing: "X'in geleceği belirtildi".
    """
    words = speech_words().sets["speakers_source"]
    for index in range(begin, end):
        piece = pieces[index]
        after = pieces[index + 1].folded if index + 1 < len(pieces) else ""
        if piece.mention and _GENITIVE.fullmatch(piece.suffix) and _person_between(pieces, index + 1, end):
            continue
        if piece.mention and (after == "tarafından" or _is_source(piece.suffix, stated=stated)):
            return speaker_of(piece.mention, span_of(piece))
        if piece.kind == "word" and (
            (piece.folded in words and (stated or piece.folded.endswith(_BY)))
            or (after == "tarafından" and piece.capital)
        ):
            return without_suffix(speaker_in_words(text, pieces[phrase_start(pieces, begin, index) : index + 1]))
    return None


def _person_between(pieces: Sequence[Piece], begin: int, end: int) -> bool:
    """Say whether a person who can be the subject stands there: in "Ofis'in Müdürü X ise" the body is not."""
    return any(
        piece.mention
        and piece.mention.kind == "person"
        and piece.suffix == ""
        and _may_be_subject(pieces, begin, index, end, strict=False)
        for index, piece in enumerate(pieces[begin:end], begin)
    )


def _is_source(suffix: str, *, stated: bool) -> bool:
    """Say whether a suffix makes a name the source: "-ca", and for a statement genitive and ablative."""
    return suffix.endswith(_BY) or (stated and bool(_GENITIVE.fullmatch(suffix) or _ABLATIVE.fullmatch(suffix)))


def _named_subject(pieces: Sequence[Piece], begin: int, end: int, *, strict: bool) -> Speaker | None:
    """Find the first name in the nominative that can be the subject."""
    for index in range(begin, end):
        piece = pieces[index]
        if piece.mention and piece.suffix == "" and _may_be_subject(pieces, begin, index, end, strict=strict):
            return speaker_of(piece.mention, span_of(piece))
    return None


def _may_be_subject(pieces: Sequence[Piece], begin: int, index: int, end: int, *, strict: bool) -> bool:
    """Judge a name by its kind and by what stands behind it."""
    sets = speech_words().sets
    behind = _past_brackets(pieces, index + 1)
    after = pieces[behind] if behind < len(pieces) else None
    mention = pieces[index].mention
    if after is None or after.folded in sets["not_subject"] or _RELATION.search(after.folded):
        return False
    comma = after.folded == "," or after.quote is not None or after.folded == ":"
    if comma and _in_list(pieces, index, behind):
        return False
    if strict:
        return comma and index == begin
    if mention and mention.kind == "person":
        return comma or behind < end
    particle = after.folded in sets["subject_particles"]
    return (comma or particle) and (index == begin or bool(mention and mention.kind == "organization"))


def _in_list(pieces: Sequence[Piece], index: int, comma: int) -> bool:
    """Say whether a name stands in a list: "Almanya, Fransa ve İtalya"."""
    after = pieces[comma + 1 : comma + 3]
    if len(after) > 1 and _is_person(pieces[index]) != _is_person(after[0]):
        return False
    listed = len(after) > 1 and after[0].mention is not None and after[1].folded in {",", "ve", "ile"}
    return (
        listed
        and pieces[comma].folded == ","
        and after[0].suffix == ""
        and after[0].mention is not pieces[index].mention
    )


def _is_person(piece: Piece) -> bool:
    """Say whether a piece names a person; persons and places make no list: "Aksu, Yalı ile Tepe arasında …"."""
    return piece.mention is not None and piece.mention.kind == "person"


def _past_brackets(pieces: Sequence[Piece], index: int) -> int:
    """Skip an abbreviation in brackets: "Avrupa Birliği (AB)"."""
    if index < len(pieces) and pieces[index].folded == "(":
        for at in range(index + 1, min(len(pieces), index + 6)):
            if pieces[at].folded == ")":
                return at + 1
    return index


def _behind(pieces: Sequence[Piece], speaker: Speaker, begin: int, end: int) -> int:
    """Give the index behind the speaker's words, the comma and the connectives that follow."""
    if speaker.span is None:
        return begin
    after = next((index for index in range(begin, end) if pieces[index].start >= speaker.span.end), end)
    after = _past_brackets(pieces, after)
    if after < end and pieces[after].folded == "tarafından":
        after += 1
    return _past_openers(pieces, after, end)
