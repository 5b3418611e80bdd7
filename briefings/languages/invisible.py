"""Characters nobody sees: controls, directional marks that turn text round, signs of no width, soft hyphens."""

from __future__ import annotations

import re
from typing import Final

INVISIBLE: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def without_invisible(text: str) -> str:
    """Give what can be seen of a text: what is printed, and what is compared when a page is verified."""
    return INVISIBLE.sub("", text)
