"""Bytes become text: UTF-8, UTF-16 by its mark, the two Turkish eight-bit encodings when they are certain.

The text is NFC, its lines end in LF, and characters nobody can see are taken out, each kind with a remark. A line ends
at LF, CR, CR LF, NEL, U+2028 and U+2029; line numbers in every message follow that rule.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass

from briefings.articles.faults import LeftOutError, Remark, counted, shown

_BINARY_SHARE = 20
"""One control character in so many characters, and the file is no text."""
_LONGEST_MARKS = 30
"""Combining marks on one letter, as in the Stream-Safe Text Format (UAX 15): more make normalising quadratic."""
_TURKISH_BYTES = frozenset("ğışİĞŞçöüÇÖÜâîûÂÎÛ".encode("cp1254"))
_MARK_BYTES = frozenset("‘’“”–—…•«»°\u00a0´·§€©®".encode("cp1254"))

_LINE_ENDS = re.compile("\r\n|[\r\u0085\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\ufff9-\ufffb]")
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f]")
_UNSEEN = re.compile("[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060-\u2064\ufeff\U000e0000-\U000e007f]")
_JOINERS = re.compile("(?<=[A-Za-z\u00c0-\u052f])[\u200c\u200d]+")
"""Joiners mean something in other scripts; behind a letter of ours they are unseen, once nothing else is between."""
_MARK_RUN = re.compile(rf"[^\w\s\x00-\u02ff]{{{_LONGEST_MARKS + 1},}}")
_GREEK_OR_CYRILLIC = re.compile("[\u0370-\u052f]")
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_REPLACEMENT = "\ufffd"


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, and what had to be said about it."""

    text: str
    remarks: tuple[Remark, ...]


def decoded(data: bytes) -> Decoded:
    """Give the text of a file's bytes; `LeftOutError` names line and byte of what no encoding explains."""
    text, remarks = _characters(data)
    text = _LINE_ENDS.sub("\n", text)
    _refuse_binary(text)
    text, unseen = visible(text)
    text = composed(text)
    return Decoded(text, (*remarks, *unseen, *_suspicions(text)))


def visible(text: str) -> tuple[str, tuple[Remark, ...]]:
    """Take out controls, direction overrides and characters of no width, with a remark for each kind."""
    remarks: list[Remark] = []
    for code, pattern, words in _KINDS[:1] if text.isascii() else _KINDS:
        first = pattern.search(text)
        if first is None:
            continue
        line = _line_at(text, first.start())
        text, times = pattern.subn("", text)
        message = f"{words} U+{ord(first.group()[0]):04X} taken out{counted(line, times)}; look at the words around it"
        remarks.append(Remark(code, line, message))
    return text, tuple(remarks)


_KINDS = (
    ("control-characters", _CONTROLS, "control character"),
    ("bidi-controls", _BIDI, "invisible direction mark"),
    ("zero-width", _UNSEEN, "invisible character"),
    ("zero-width", _JOINERS, "invisible character"),
)


def composed(text: str) -> str:
    """Give `text` in NFC. Linear: no letter keeps more than 30 combining marks."""
    if text.isascii() or (not _MARK_RUN.search(text) and unicodedata.is_normalized("NFC", text)):
        return text
    text = unicodedata.normalize("NFC", _MARK_RUN.sub(_fewer_marks, text))
    if not _MARK_RUN.search(text):
        return text
    # A letter that NFC takes apart (U+FB30) has brought marks of its own.
    return unicodedata.normalize("NFC", _MARK_RUN.sub(_fewer_marks, text))


def _fewer_marks(run: re.Match[str]) -> str:
    kept: list[str] = []
    marks = 0
    for character in run.group():
        # U+0344 is two marks by the time it is normalised.
        marks = marks + len(unicodedata.normalize("NFD", character)) if unicodedata.combining(character) else 0
        if marks <= _LONGEST_MARKS:
            kept.append(character)
    return "".join(kept)


def _characters(data: bytes) -> tuple[str, tuple[Remark, ...]]:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _from_utf_16(data), ()
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError as error:
        return _from_turkish(data, error)


def _from_utf_16(data: bytes) -> str:
    try:
        return data.decode("utf-16")
    except UnicodeDecodeError as error:
        message = f"byte {error.start + 1} is not UTF-16, which the file's first bytes announce; save it as UTF-8"
        raise LeftOutError(message, code="encoding") from error


def _from_turkish(data: bytes, error: UnicodeDecodeError) -> tuple[str, tuple[Remark, ...]]:
    """Read eight-bit Turkish if the bytes above ASCII are Turkish letters and typographic marks, else refuse."""
    high = [byte for byte in data if byte >= 0x80]
    known = sum(byte in _TURKISH_BYTES or byte in _MARK_BYTES for byte in high)
    letters = sum(byte in _TURKISH_BYTES for byte in high)
    if b"\0" in data or known < len(high) or not letters or 3 * len(high) > len(data):
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1
        message = f"byte {column} of the line (0x{data[error.start]:02X}) is not UTF-8; save the file as UTF-8"
        raise LeftOutError(message, code="encoding", line=line) from error
    name = "windows-1254" if any(byte < 0xA0 for byte in high) else "ISO-8859-9"
    message = f"read as {name}, the file is not UTF-8; save it as UTF-8 to be certain"
    return data.decode("cp1254"), (Remark("encoding-guessed", 1, message),)


def _refuse_binary(text: str) -> None:
    controls = _CONTROLS.findall(text)
    if controls and len(controls) * _BINARY_SHARE > len(text):
        message = "this is not a text; remove the file or give it its right suffix"
        raise LeftOutError(message, code="not-text")


def _suspicions(text: str) -> tuple[Remark, ...]:
    """Remark on what stays in the text but may deceive: lost characters, words of two alphabets."""
    if text.isascii():
        return ()
    remarks: list[Remark] = []
    if (place := text.find(_REPLACEMENT)) >= 0:
        line = _line_at(text, place)
        message = f"U+FFFD stands for a lost character{counted(line, text.count(_REPLACEMENT))}; fetch the text again"
        remarks.append(Remark("lost-characters", line, message))
    mixed = _words_of_two_alphabets(text)
    if mixed:
        first = mixed[0]
        line = _line_at(text, first.start())
        message = f"{shown(first.group())!r} mixes alphabets{counted(line, len(mixed))}; check who is meant"
        remarks.append(Remark("mixed-script", line, message))
    return tuple(remarks)


def _words_of_two_alphabets(text: str) -> list[re.Match[str]]:
    if not _GREEK_OR_CYRILLIC.search(text) or not _LATIN.search(text):
        return []
    return [
        word for word in _WORD.finditer(text) if _GREEK_OR_CYRILLIC.search(word.group()) and _LATIN.search(word.group())
    ]


def _line_at(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1
