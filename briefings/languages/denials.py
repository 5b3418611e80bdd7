"""Sentences that deny what somebody else said, and sentences that say something is not so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefings.languages.en import denials as en
from briefings.languages.tr import denials as tr

if TYPE_CHECKING:
    from collections.abc import Callable

_DENIED: Final[dict[str, Callable[[str], tuple[int, int] | None]]] = {"tr": tr.denied, "en": en.denied}
_NEGATIVE: Final[dict[str, Callable[[str], bool]]] = {"tr": tr.is_not_so, "en": en.is_not_so}


def denied(sentence: str, language: str) -> tuple[int, int] | None:
    """Give where a sentence in lower case has what it denies, None for one that denies no claim."""
    return _DENIED[language](sentence) if language in _DENIED else None


def is_not_so(sentence: str, language: str) -> bool:
    """Say whether a sentence in lower case says that something is not so, or not yet."""
    return _NEGATIVE[language](sentence) if language in _NEGATIVE else False
