"""What is printed, a PDF or the page it was made of, and the words it holds.

Its texts carry no grounds: they are those of the page for a screen of the same language and profile. Standard library,
and pypdfium2 where it is installed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefings.shipping.pages import pieces_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_LETTERS = re.compile(r"[^\W\d_]+")
_WORDS = re.compile(r"[^\W\d_]+|\d+")
_BROKEN = re.compile(r"[\u00ad\u2010\ufffe\x02-]\s*[\r\n]+\s*|[\u00ad\ufffe\x02]")


def is_printed(path: str) -> bool:
    """Say whether a file is a PDF, or the page of its name."""
    return path.endswith(".pdf") or path.rpartition("/")[2].startswith("briefing-")


def make_of(path: str) -> tuple[str, str]:
    """Give the language and the profile of a page or PDF."""
    return path.split("/", 1)[0], "principal" if "principal" in path else "desk"


def words_of(texts: Iterable[str]) -> frozenset[str]:
    """Give the words and the numbers of texts."""
    return frozenset(word for text in texts for word in _WORDS.findall(text))


def texts_of(path: Path) -> list[str] | None:
    """Give the text of each page of a PDF, or of a print page as one; None when it cannot be read."""
    if path.suffix == ".html":
        return [" ".join(piece.text for piece in pieces_of(path.read_text(encoding="utf-8", errors="replace")))]
    try:
        import pypdfium2  # noqa: PLC0415 - optional
    except ImportError:
        return None
    try:
        with pypdfium2.PdfDocument(path) as document:
            return [page.get_textpage().get_text_range() for page in document]
    except pypdfium2.PdfiumError:
        return None


def strange_words(text: str, known: frozenset[str], *, with_numbers: bool) -> list[str]:
    """Give the words of a page's text layer that nothing accounts for.

    Of a PDF letters count alone: page numbers stand nowhere else. A word broken at a line's end is accounted for
    together with its neighbours, with or without its hyphen.
    """
    words = (_WORDS if with_numbers else _LETTERS).findall(_BROKEN.sub("", text))
    strange = []
    for place, word in enumerate(words):
        before, after = "".join(words[max(place - 1, 0) : place]), "".join(words[place + 1 : place + 2])
        joined = {word, before + word, word + after, before + word + after}
        if not joined & known and not _two_words(word, known):
            strange.append(word)
    return sorted(set(strange))


def _two_words(word: str, known: frozenset[str]) -> bool:
    """Say whether a word is two words of the page that only met at a line's end: "deprem-" + "dayanıklı"."""
    return any(word[:cut] in known and word[cut:] in known for cut in range(2, len(word) - 1))
