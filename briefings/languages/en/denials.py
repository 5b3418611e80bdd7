"""What an English sentence denies: a claim, a report, an accusation, and where it stands."""

from __future__ import annotations

import re

_CLAIMS = r"(?:reports?|claims?|allegations?|accusations?|rumou?rs?|suggestions?|assertions?)"
_OF = rf"(?:(?:the|any|all|those|these|such|media|press|earlier|\w+['’]s?)\s)*{_CLAIMS}\s(?:that|of|about)\s"
_UNLESS = r"(?<!not\s)(?<!n['’]t\s)(?<!never\s)"
_DENIALS = (
    re.compile(rf"{_UNLESS}\b(?:denied|denies|deny|denying)\s(?:that\s|having\s|{_OF})(?P<denied>.*)"),
    re.compile(rf"{_UNLESS}\b(?:rejected|rejects|rejecting|dismissed|dismisses)\s{_OF}(?P<denied>.*)"),
    re.compile(
        rf"\b{_CLAIMS}\s(?:that|of|about)\s(?P<denied>[^.;]*?)\s(?:is|are|was|were)\s"
        r"(?:untrue|false|baseless|unfounded|groundless|not\strue|without\sfoundation)"
    ),
)
_NEGATIVE = re.compile(
    r"\b(?:not|no|never|without|nobody|nothing|cannot|den(?:y|ied|ies)|\w+n['’]t|will|would|shall|may|might|could)\b"
)


def denied(sentence: str) -> tuple[int, int] | None:
    """Give where a sentence in lower case has what it denies, None for one that denies no claim."""
    found = next((match for pattern in _DENIALS if (match := pattern.search(sentence))), None)
    return found.span("denied") if found else None


def is_not_so(sentence: str) -> bool:
    """Say whether a sentence in lower case says that something is not so, or not yet."""
    return _NEGATIVE.search(sentence) is not None
