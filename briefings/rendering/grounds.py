"""The grounds of a page's texts, written short: an article's id stands once on the page, a ground says where.

Of a page of twenty articles the ids would be a sixth. `shipping/pages.py` reads both forms (docs/grounding.md).
"""

from __future__ import annotations

import re
from typing import Final

_GROUND: Final = re.compile(r' data-(src|fact|speaker|role|edition)="([^"]*)"')
_ARTICLE: Final = re.compile(r' data-(?:src|fact|speaker|role)="([^":]+)')


def shortened(page: str) -> str:
    """Put `~N` for the ids of articles in the grounds of a page, and the list they count in on its root."""
    ids = tuple(dict.fromkeys(_ARTICLE.findall(page)))
    if not ids or "<html" not in page:
        return page
    places = {article: f"~{place}" for place, article in enumerate(ids)}

    def short(match: re.Match[str]) -> str:
        parts = [places.get(part, part) for part in match[2].split(":")]
        return f' data-{match[1]}="{":".join(parts)}"'

    return _GROUND.sub(short, page).replace("<html", f'<html data-articles="{" ".join(ids)}"', 1)
