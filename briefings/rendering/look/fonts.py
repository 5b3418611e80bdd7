"""The desk's own fonts: read, checked for Turkish and for the right to embed them, their letters measured.

fontTools comes with WeasyPrint; it is imported only where a desk has fonts of its own.
"""

from __future__ import annotations

import io
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final, Literal, cast

from briefings.model.look import FOLDER, ROLES, Face
from briefings.rendering.undefined import nearest

if TYPE_CHECKING:
    from collections.abc import Mapping

_KINDS: Final = {"woff2": b"wOF2", "ttf": b"\x00\x01\x00\x00", "otf": b"OTTO"}
"""Endings, and how such a file begins."""
_NEEDED: Final = (
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789ÇçĞğIıİiÖöŞşÜüÂâÎîÛû₺%.,:;!?()-–—“”‘’'\"…·"
)
_TOLD: Final = "İığşçöüĞŞÇÖÜ₺"
"""Named first when they are missing."""
_RESTRICTED, _NO_SUBSET, _BITMAP_ONLY = 0x0002, 0x0100, 0x0200
"""Bits of OS/2 fsType (OpenType 1.9): what a font's maker does not allow."""
_FIT: Final = "choose a font that may be embedded, or ask its maker"


class _UnfitError(Exception):
    """Why a font cannot be used; with what to do."""


def faces_of(files: Mapping[str, bytes], mistakes: list[str]) -> tuple[Face, ...]:
    """Read the fonts by file name: `serif-400.woff2`. A role is replaced whole: all its styles, or none."""
    faces: dict[str, Face] = {}
    for file, data in files.items():
        name, _, kind = file.rpartition(".")
        try:
            if name in faces:
                message = f"{name} is there twice; keep one of them"
                raise _UnfitError(message)  # noqa: TRY301 - told like any other
            faces[name] = _face(name, kind, data)
        except _UnfitError as error:
            mistakes.append(f"{FOLDER}/fonts/{file}: {error}")
    if not mistakes:
        mistakes += _missing(faces)
    return tuple(faces.values())


def _missing(faces: Mapping[str, Face]) -> list[str]:
    found = []
    for role, styles in ROLES.items():
        there = [style for style in styles if f"{role}-{style}" in faces]
        lacking = ", ".join(f"{role}-{style}" for style in styles if style not in there)
        if there and lacking:
            found.append(
                f"{FOLDER}/fonts: {lacking} missing; a page sets the {role} in {' and '.join(styles)}, add them"
            )
    return found


def _face(name: str, kind: str, data: bytes) -> Face:
    names = [f"{role}-{style}" for role, styles in ROLES.items() for style in styles]
    if name not in names:
        message = f"no font is called {name!r}; {nearest(name, names)}"
        raise _UnfitError(message)
    if kind not in _KINDS:
        message = f"a font of the kind .{kind}; known are {', '.join(_KINDS)}"
        raise _UnfitError(message)
    if not data.startswith(_KINDS[kind]):
        message = f"does not begin as a .{kind} does; give it the ending that it is, or convert it"
        raise _UnfitError(message)
    plain, widths = _read(data)
    plain_kind: Literal["ttf", "otf"] = "otf" if plain.startswith(_KINDS["otf"]) else "ttf"
    file = f"own-{name}-{sha256(data).hexdigest()[:12]}"
    return Face(name, file, data, cast("Literal['woff2', 'ttf', 'otf']", kind), plain, plain_kind, widths)


@lru_cache(maxsize=10)
def _read(data: bytes) -> tuple[bytes, dict[str, int]]:
    """Give a font unpacked, and the advance of each of its characters in thousandths of an em."""
    from fontTools.ttLib import TTFont, TTLibError  # noqa: PLC0415 - only where a desk has fonts of its own

    try:
        font = TTFont(io.BytesIO(data), recalcTimestamp=False, lazy=False)
        widths = _widths(font)
        allowed = font["OS/2"].fsType
        is_variable = "fvar" in font
        plain = _unpacked(font) if font.flavor else data
    except (TTLibError, KeyError, ValueError, IndexError, AssertionError, OverflowError, EOFError, TypeError) as error:
        message = f"cannot be read as a font ({type(error).__name__}: {error}); get it anew"
        raise _UnfitError(message) from error
    except Exception as error:  # struct and brotli have errors of their own
        message = f"is damaged ({type(error).__name__}: {error}); get it anew"
        raise _UnfitError(message) from error
    if is_variable:
        message = "a variable font, whose widths change with its weight; give one file for each style"
        raise _UnfitError(message)
    _check_allowed(allowed)
    _check_letters(widths)
    return plain, widths


def _unpacked(font: Any) -> bytes:  # noqa: ANN401 - fontTools ships no types
    font.flavor = None
    made = io.BytesIO()
    font.save(made, reorderTables=False)
    return made.getvalue()


def _widths(font: Any) -> dict[str, int]:  # noqa: ANN401
    units, metrics = font["head"].unitsPerEm, font["hmtx"].metrics
    return {chr(code): round(metrics[glyph][0] * 1000 / units) for code, glyph in font.getBestCmap().items()}


def _check_allowed(bits: int) -> None:
    """Refuse what a font's maker does not allow: to be embedded, in part, as outlines."""
    if bits & 0xF == _RESTRICTED:
        message = f"its maker does not allow embedding (fsType {bits:#06x}); {_FIT}"
    elif bits & _NO_SUBSET:
        message = f"its maker does not allow embedding a part of it (fsType {bits:#06x}), which a PDF holds; {_FIT}"
    elif bits & _BITMAP_ONLY:
        message = f"its maker allows bitmaps alone (fsType {bits:#06x}); {_FIT}"
    else:
        return
    raise _UnfitError(message)


def _check_letters(widths: Mapping[str, int]) -> None:
    lacking = [letter for letter in dict.fromkeys(_TOLD + _NEEDED) if letter not in widths]
    if lacking:
        more = f" and {len(lacking) - 12} more" if len(lacking) > 12 else ""
        message = f"lacks {' '.join(lacking[:12])}{more}; choose a font made for Turkish"
        raise _UnfitError(message)
