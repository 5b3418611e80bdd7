"""The fonts draw what the text says. Text alone proves nothing: a page can show g where its text layer says ğ."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from fontTools.ttLib import TTFont
from PIL import Image, ImageChops, ImageDraw, ImageFont, ImageOps, ImageStat

from briefings.rendering.pdf import pdf_of

if TYPE_CHECKING:
    from collections.abc import Iterator

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
FONTS = sorted((TEMPLATES / "fonts").glob("*.ttf"))

LETTERS = "abcçdefgğhıijklmnoöpqrsştuüvwxyzABCÇDEFGĞHIİJKLMNOÖPRSŞTUÜVYZÂâÎîÛûəß"
SIGNS = "0123456789₺€$£%‰§†«»“”‘’–—…•·°±×−½№→←↑↓≤≥≈\u2011\u00a0\u202f\u2009"
ALIKE = "İIıiîlğgĝşsçcöoüuâaĞGŞSÇCÖOÜU₺€£Tt0O"
"""Each of these must look most like itself among all of them."""

PIXELS = 96


def style_of(path: Path) -> tuple[str, int, str]:
    """Read family, weight and style from a file's name."""
    _, kind, weight, *rest = path.stem.split("-")
    return f"Briefings {kind.capitalize()}", int(weight), "italic" if rest else "normal"


def drawn(path: Path, text: str) -> tuple[list[Image.Image], str]:
    """Draw each character on a page of its own, as a briefing's PDF would; give pictures and the text layer."""
    family, weight, style = style_of(path)
    fonts = (TEMPLATES / "fonts.css").read_text(encoding="utf-8").replace("url(fonts/", "url(../../assets/fonts/")
    fonts = fonts.replace(".woff2", ".ttf")
    page = (
        f"<!doctype html><html lang=tr><title>{path.stem}</title><style>{fonts}"
        f"@page{{size:{2 * PIXELS}px;margin:{PIXELS // 2}px 20px}}p{{margin:0;break-after:page;line-height:1;"
        f"font:{style} {weight} {PIXELS}px/1 '{family}'}}p:last-child{{break-after:auto}}</style>"
        + "".join(f"<p>{character}</p>" for character in text)
    )
    document = pypdfium2.PdfDocument(pdf_of(page))
    try:
        bitmaps = [sheet.render(scale=96 / 72).to_pil().convert("L") for sheet in document]
        layer = "".join(sheet.get_textpage().get_text_bounded().strip() for sheet in document)
    finally:
        document.close()
    return [ink(bitmap) for bitmap in bitmaps], layer


def expected(path: Path, text: str) -> Iterator[Image.Image]:
    """Draw each character with FreeType straight from the file."""
    font = ImageFont.truetype(path, PIXELS)
    for character in text:
        sheet = Image.new("L", (3 * PIXELS, 3 * PIXELS), 255)
        ImageDraw.Draw(sheet).text((PIXELS, PIXELS), character, font=font, fill=0, language="tr")
        yield ink(sheet)


def ink(sheet: Image.Image) -> Image.Image:
    """Cut a picture to what is drawn on it, white on black."""
    negative = ImageOps.invert(sheet)
    return negative.crop(negative.point(lambda grey: 255 * (grey > 60)).getbbox())


def unlikeness(one: Image.Image, other: Image.Image) -> float:
    """Measure how two pictures differ: 0 when they are the same, about 100 for different letters."""
    shape = abs(one.width - other.width) + abs(one.height - other.height)
    difference = ImageChops.difference(one, other.resize(one.size))
    return 2 * shape + float(ImageStat.Stat(difference).mean[0])


def outline(font: TTFont, glyph: str) -> tuple[list[tuple[int, int]], list[int]]:
    """Give a glyph's points and where its contours end."""
    points, ends, _ = font["glyf"][glyph].getCoordinates(font["glyf"])
    return list(points), list(ends)


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.stem)
def test_pixels_and_text_agree(path: Path) -> None:
    pictures, layer = drawn(path, ALIKE)
    assert layer == ALIKE
    references = list(expected(path, ALIKE))
    nearest = [min(range(len(ALIKE)), key=lambda i: unlikeness(picture, references[i])) for picture in pictures]
    assert "".join(ALIKE[index] for index in nearest) == ALIKE


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.stem)
def test_every_sign_has_a_glyph(path: Path) -> None:
    cmap = TTFont(path).getBestCmap()
    assert [character for character in LETTERS + SIGNS if ord(character) not in cmap] == []


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.stem)
def test_figures_stand_in_columns(path: Path) -> None:
    font = TTFont(path)
    assert len({font["hmtx"][font.getBestCmap()[ord(figure)]][0] for figure in "0123456789"}) == 1


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.stem)
def test_screen_and_print_are_one_font(path: Path) -> None:
    printed, shown = TTFont(path), TTFont(path.with_suffix(".woff2"))
    assert printed.getBestCmap() == shown.getBestCmap()
    assert printed["hmtx"].metrics == shown["hmtx"].metrics
    assert [name for name in printed.getGlyphOrder() if outline(printed, name) != outline(shown, name)] == []


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.stem)
def test_fonts_go_by_their_own_names(path: Path) -> None:
    """ "Source" is a reserved name; a cut font may not use it (SIL OFL 1.1, condition 3)."""
    names = TTFont(path)["name"]
    own = [str(names.getName(identity, 3, 1, 0x409) or "") for identity in (1, 4, 6, 16)]
    assert not [name for name in own if "Source" in name]
    assert "Briefings" in own[0]
