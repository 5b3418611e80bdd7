"""Turkish speakers who are no known names: "Bakanlık sözcüsü", "Uzmanlar", "Bakanlıktan"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefings.facts.quotes.speakers import Speaker, speaker_in_words
from briefings.languages.tr.speech import speech_words
from briefings.model import Span
from briefings.model.values import replace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.facts.quotes.frames import Piece

_LONGEST_SUBJECT = 7
_CASE = re.compile(
    r"(?:(?<=[ıiuü])n[dt][ae]n|(?<=k)t[ae]n|[dt][ae]n|(?<=[ıiuü])nc[ae]|[cç][ae]|(?<=l[ae]r)[ae]|(?<=[ıiuü])(?<!\bbası)n[ae]|(?<=\bbasın)a|(?<=medya)ya)$"
)
_PLURAL = re.compile(r"[^\W\d_]{2,}l[ae]r(?:[ıi])?$")
_SHARE = re.compile(r"(?:[^\W\d_]+(?:s[ıiuü]|[ıiuü])|diğer(?:i|leri)|kimi|bazıları|öteki)")


def worded_subject(text: str, pieces: Sequence[Piece], begin: int, end: int) -> Speaker | None:
    """Find a speaker who is not a known name: "Bakanlık sözcüsü,", "Analistler,", or two capitalised words."""
    first = begin
    for index in range(begin, min(end, begin + _LONGEST_SUBJECT)):
        piece = pieces[index]
        if piece.folded == ",":
            first = index + 1
        if index == begin and _alone(pieces, index):
            return speaker_in_words(text, pieces[index : index + 1])
        if piece.kind != "word" or piece.suffix or not _stops(pieces, index + 1):
            continue
        comma = index + 1 < len(pieces) and pieces[index + 1].folded == ","
        if piece.folded in speech_words().sets["speakers"] or (comma and _PLURAL.match(piece.folded)):
            return speaker_in_words(text, pieces[first : index + 1])
        if piece.capital and index > first and pieces[index - 1].capital and pieces[index - 1].kind == "word":
            return speaker_in_words(text, pieces[phrase_start(pieces, first, index) : index + 1])
    return None


def _alone(pieces: Sequence[Piece], index: int) -> bool:
    """Say whether a word at the beginning is a subject without a comma: "Uzmanlar …", "yedisi ise …"."""
    piece, after = pieces[index], pieces[index + 1] if index + 1 < len(pieces) else None
    if piece.kind != "word" or piece.suffix or after is None or after.kind == "mark":
        return False
    if after.folded == "ise":
        return bool(_SHARE.fullmatch(piece.folded))
    words = speech_words().sets
    plural = piece.folded in words["speakers"] and piece.folded.endswith(("lar", "ler"))
    return plural and after.folded not in words["not_subject"] and not after.capital


def _stops(pieces: Sequence[Piece], index: int) -> bool:
    """Say whether a comma, a colon, a quotation, a particle or the end shows that a subject ends before a piece."""
    if index >= len(pieces) or pieces[index].quote:
        return True
    return pieces[index].folded in {",", ":"} or pieces[index].folded in speech_words().sets["subject_particles"]


def phrase_start(pieces: Sequence[Piece], begin: int, index: int) -> int:
    """Give where the words that end at `index` begin: capitals and names before it belong to them."""
    start = index
    while start > begin and (
        pieces[start - 1].mention or (pieces[start - 1].kind == "word" and pieces[start - 1].capital)
    ):
        start -= 1
    return start


def without_suffix(speaker: Speaker | None) -> Speaker | None:
    """Take the case off the last word: "Bakanlıktan", "Başsavcılığınca", "Yetkililere"."""
    if speaker is None or speaker.name is None or speaker.span is None:
        return speaker
    match = _CASE.search(speaker.name)
    if match is None:
        return speaker
    cut = len(speaker.name) - match.start()
    return replace(speaker, name=speaker.name[:-cut], span=Span(speaker.span.start, speaker.span.end - cut))
