"""What all pages share: the fonts, the shipped ones and the desk's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.model import Output
from briefings.model.look import SHIPPED
from briefings.rendering.environment import templates_folder

if TYPE_CHECKING:
    from briefings.model.look import Look


def render_assets(look: Look = SHIPPED, *, for_print: bool) -> tuple[Output, ...]:
    """Give the fonts the pages use, with their licences; pages kept for print use them unpacked."""
    suffixes = {".woff2": "font/woff2", **({".ttf": "font/ttf"} if for_print else {})}
    licences = {".txt": "text/plain; charset=utf-8"}
    folder = templates_folder() / "fonts"
    shipped = tuple(
        Output(f"assets/fonts/{path.name}", (suffixes | licences)[path.suffix], path.read_bytes())
        for path in sorted(folder.iterdir())
        if path.suffix in suffixes | licences
    )
    return (*shipped, *_own_fonts(look, for_print=for_print))


def _own_fonts(look: Look, *, for_print: bool) -> tuple[Output, ...]:
    """Give the desk's own fonts, and the texts beside them."""
    files = {f"{face.file}.{face.web_kind}": face.web for face in look.faces}
    if for_print:
        files |= {f"{face.file}.{face.plain_kind}": face.plain for face in look.faces}
    fonts = [Output(f"assets/fonts/{name}", f"font/{name.rpartition('.')[2]}", data) for name, data in files.items()]
    kept = [(f"assets/fonts/own-{name}", data) for name, data in look.licences.items()]
    return (*fonts, *(Output(path, "text/plain; charset=utf-8", data) for path, data in kept))
