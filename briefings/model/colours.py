"""The colours of a page by name, and whether letters can be read in them (WCAG 2.2, success criterion 1.4.3)."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LEAST: Final = 4.5
"""Contrast of letters of any size with their ground (level AA)."""
LIGHT: Final = MappingProxyType(
    {"ink": "#1c1a17", "soft": "#5c564d", "line": "#ddd7cc", "mark": "#f4e7c6", "paper": "#fdfcfa", "card": "#ffffff"}
)
"""The palette of a light screen, as screen.css has it."""
DARK: Final = MappingProxyType(
    {"ink": "#e9e5de", "soft": "#a9a399", "line": "#34373c", "mark": "#4a3f22", "paper": "#16181b", "card": "#1d2024"}
)
"""The same of a dark one."""
PRINTED: Final = MappingProxyType({"ink": "#1c1a17", "soft": "#5f5a52", "line": "#d8d3c9", "mark": "#f4ead2"})
"""The palette of paper, as print.css has it."""
_WHITE: Final = "#ffffff"
_BLEND, _SHARE = "#ffd9cf", 0.45
"""What the accent is mixed with on a dark screen, and its share in it (screen.css)."""
_GROUNDS: Final = MappingProxyType({"paper": "the screen's paper", "card": "cards on the screen"})


def unreadable(accent: str, light: Mapping[str, str], dark: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Give the key of each colour in which letters cannot be read, and why; `light` and `dark` name what the desk sets.

    Shipped colours are looked at only where they meet one of the desk's.
    """
    own_light, own_dark = {**LIGHT, **light, "accent": accent}, {**DARK, **dark}
    own_dark.setdefault("strong", mixed(accent, _BLEND, _SHARE))
    for name, key in (("accent", "page.accent"), ("ink", "page.light.ink"), ("soft", "page.light.soft")):
        yield from _faint(key, own_light[name], _WHITE, "white paper")
        yield from _on_grounds(key, name, own_light, light, "page.light")
    strong = "page.dark.strong" if "strong" in dark else "page.accent"
    for name, key in (("strong", strong), ("ink", "page.dark.ink"), ("soft", "page.dark.soft")):
        yield from _on_grounds(key, name, own_dark, dark, "page.dark")
    yield from _faint("page.light.mark", own_light["ink"], own_light["mark"], "marked words", "the ink")
    yield from _faint("page.dark.mark", own_dark["ink"], own_dark["mark"], "marked words on a dark screen", "the ink")


def _on_grounds(
    key: str, name: str, colours: Mapping[str, str], own: Mapping[str, str], table: str
) -> Iterator[tuple[str, str]]:
    where = " in the dark" if table == "page.dark" else ""
    for ground, words in _GROUNDS.items():
        # A ground of the desk's is at fault only for letters that are not.
        at_fault = (
            f"{table}.{ground}" if ground in own and name not in own and name not in {"accent", "strong"} else key
        )
        yield from _faint(at_fault, colours[name], colours[ground], words + where)


def _faint(key: str, letters: str, ground: str, where: str, what: str = "") -> Iterator[tuple[str, str]]:
    ratio = contrast(letters, ground)
    if ratio < LEAST:
        shown = f"{what} {letters}".strip()
        # Cut, not rounded: 4.497 is no 4.5.
        yield key, f"{shown} on {ground} ({where}) has a contrast of {int(ratio * 100) / 100}:1, letters need {LEAST}:1"


def contrast(one: str, other: str) -> float:
    """Give the contrast ratio of two colours (#rrggbb), 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def mixed(one: str, other: str, share: float) -> str:
    """Give `color-mix(in oklab, one share, other)` (CSS Color 5), cut to what a screen can show."""
    parts = zip(_oklab(one), _oklab(other), strict=True)
    return _from_oklab(tuple(first * share + second * (1 - share) for first, second in parts))


def _luminance(colour: str) -> float:
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(colour: str) -> tuple[float, ...]:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return tuple(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)


# Björn Ottosson's matrices, as CSS Color 4 gives them.
_TO_LMS: Final = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_TO_LAB: Final = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)
_FROM_LAB: Final = (
    (1.0, 0.3963377774, 0.2158037573),
    (1.0, -0.1055613458, -0.0638541728),
    (1.0, -0.0894841775, -1.2914855480),
)
_FROM_LMS: Final = (
    (4.0767416621, -3.3077115913, 0.2309699292),
    (-1.2684380046, 2.6097574011, -0.3413193965),
    (-0.0041960863, -0.7034186147, 1.7076147010),
)


def _times(matrix: tuple[tuple[float, ...], ...], values: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(sum(one * value for one, value in zip(row, values, strict=True)) for row in matrix)


def _oklab(colour: str) -> tuple[float, ...]:
    return _times(_TO_LAB, tuple(part ** (1 / 3) for part in _times(_TO_LMS, _linear(colour))))


def _from_oklab(lab: tuple[float, ...]) -> str:
    linear = _times(_FROM_LMS, tuple(part**3 for part in _times(_FROM_LAB, lab)))
    parts = (part * 12.92 if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055 for part in linear)
    return "#" + "".join(f"{round(255 * min(max(part, 0.0), 1.0)):02x}" for part in parts)
