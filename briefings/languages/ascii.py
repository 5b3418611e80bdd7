"""ASCII forms: slugs for file names and ids, and the folding under which "diyarbakir" finds "Diyarbakır"."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from briefings.languages.casing import lower

_LETTERS = str.maketrans(
    {
        "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ə": "e",
    }
)  # fmt: skip
_KEPT = 1 << 14
"""Names whose slugs are kept."""
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


def folded(text: str) -> str:
    """Give `text` in lower case without diacritics; characters that have no ASCII form are left out."""
    plain = unicodedata.normalize("NFKD", lower(text, "tr").translate(_LETTERS))
    return plain.encode("ascii", "ignore").decode("ascii")


@lru_cache(_KEPT)
def slug(text: str, *, longest: int = 60) -> str:
    """Give a name of a-z, 0-9 and hyphens, at most `longest` characters; "" when nothing is left."""
    return _NOT_SLUG.sub("-", folded(text)).strip("-")[:longest].rstrip("-")
