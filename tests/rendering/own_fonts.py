"""Fonts for tests, made of the shipped ones: wider, without a letter, with another right to embed them."""

from __future__ import annotations

import io
from typing import Any

from fontTools import subset
from fontTools.ttLib import TTFont

from briefings.rendering.environment import templates_folder

STYLES = ("serif-400", "serif-400-italic", "serif-600", "sans-400", "sans-600")


def shipped(name: str) -> Any:  # noqa: ANN401 - fontTools ships no types
    """Open a shipped font."""
    return TTFont(templates_folder() / "fonts" / f"briefings-{name}.ttf", recalcTimestamp=False)


def written(font: Any, flavor: str | None = None) -> bytes:  # noqa: ANN401
    """Give a font's bytes."""
    font.flavor = flavor
    made = io.BytesIO()
    font.save(made)
    return made.getvalue()


def wider(name: str, factor: float, flavor: str | None = None) -> bytes:
    """Give a shipped font whose letters stand further apart; without kerning, which would draw them together."""
    font = shipped(name)
    metrics = font["hmtx"].metrics
    for glyph, (advance, bearing) in metrics.items():
        metrics[glyph] = (round(advance * factor), bearing)
    del font["GPOS"]
    return written(font, flavor)


def without(name: str, letters: str) -> bytes:
    """Give a shipped font without some letters."""
    font = shipped(name)
    cutter = subset.Subsetter()
    cutter.populate(unicodes=[code for code in font.getBestCmap() if chr(code) not in letters])
    cutter.subset(font)
    return written(font)


def restricted(name: str, bits: int) -> bytes:
    """Give a shipped font with other bits of OS/2 fsType."""
    font = shipped(name)
    font["OS/2"].fsType = bits
    return written(font)
