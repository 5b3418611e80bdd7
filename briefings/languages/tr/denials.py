"""What a Turkish sentence denies: a claim, a report, an accusation, and where it stands."""

from __future__ import annotations

import re

_CLAIM = r"(?:iddia|haber|açıklama|söylenti|suçlama|söylem)"
_CLAIMED = rf"(?:\s(?:yönünde|ilişkin|dair|hakkında|ait)\w*)?\s{_CLAIM}\w{{0,9}}"
_DENIAL = re.compile(
    rf"^(?P<denied>.*?){_CLAIMED}(?:\s\w+){{0,2}}?\s"
    r"(?:yalanla(?!ma)\w+|reddet(?!me)\w+|reddedi\w+|doğru\s(?:değil|olmadığ)\w*|asılsız\w*"
    r"|gerçeği\syansıtm\w+|gerçek\s(?:değil|dışı)\w*)"
)
_NEGATIVE = re.compile(
    r"\b(?:yok|yoktu|değil|yalanla\w*|\w+(?:m[ae]d[ıi]\w*|m[ıiuü]yor\w*|m[ae]y[ae]ca\w+|m[ae]y[ae]ce\w+))\b"
    r"|\w[ae]c[ae]k(?:l[ae]r)?\W*$"
)


def denied(sentence: str) -> tuple[int, int] | None:
    """Give where a sentence in lower case has what it denies, None for one that denies no claim."""
    found = _DENIAL.match(sentence)
    return found.span("denied") if found else None


def is_not_so(sentence: str) -> bool:
    """Say whether a sentence in lower case says that something is not so, or not yet."""
    return _NEGATIVE.search(sentence) is not None
