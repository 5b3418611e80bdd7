"""How full the pages of a PDF are."""

from __future__ import annotations

import pypdfium2

_TOP = 21 * 72 / 25.4
_BOTTOM = 19 * 72 / 25.4
"""Margins in points (templates/principal.toml)."""


def fills_of(pdf: bytes) -> list[float]:
    """Give for each page the share of its height, between the margins, that stands above its last line."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_fill(page) for page in document]
    finally:
        document.close()


def _fill(page: pypdfium2.PdfPage) -> float:
    height, text = page.get_height(), page.get_textpage()
    bottoms = [text.get_rect(place)[1] for place in range(text.count_rects())]
    lowest = min(bottom for bottom in bottoms if _BOTTOM - 2 < bottom < height - _TOP)
    return float((height - _TOP - lowest) / (height - _TOP - _BOTTOM))
