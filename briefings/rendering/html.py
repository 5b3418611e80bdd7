"""Pages as HTML: the same view for a screen and, with other styles, for paper."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal

from markupsafe import Markup

from briefings.model.colours import PRINTED
from briefings.model.look import ROLES, SHIPPED
from briefings.rendering.environment import filled, stylesheet
from briefings.rendering.grounds import shortened
from briefings.rendering.look.labels import words_in
from briefings.rendering.paper.measures import measures_of
from briefings.rendering.printed import PrintText
from briefings.rendering.screened import ScreenText

if TYPE_CHECKING:
    from briefings.config import Config, Page
    from briefings.model.look import Look
    from briefings.rendering.view.head import PageHead
    from briefings.rendering.view.sections import PageView

TO_ASSETS: Final = "../../assets/"
"""From a page of an edition to what all editions share."""
_COMMENT: Final = re.compile(r"/\*.*?\*/", re.DOTALL)
_STRING: Final = re.compile(r"""("[^"\n]*"|'[^'\n]*')""")
_BLANKS: Final = re.compile(r"\s*([{};,\n])\s*")
_FAMILY: Final = {"serif": "Serif", "sans": "Sans"}


def screen_page(view: PageView, config: Config, look: Look, head: PageHead) -> str:
    """Give the page for a screen."""
    return shortened(_page(view, config, look, "screen", head))


def print_page(view: PageView, config: Config, look: Look = SHIPPED) -> str:
    """Give the page the PDF is made of; its index stands last, as in a book, where its page numbers move nothing."""
    sections = tuple(sorted(view.sections, key=lambda section: section.key == "index"))
    return _page(replace(view, sections=sections), config, look, "print")


def style(name: str, config: Config, look: Look, *, assets: str, packed: bool = True) -> Markup:
    """Give a whole style sheet: the fonts, the colours, the rules.

    Fonts come packed over a network. For a PDF they come as they are: WeasyPrint takes two seconds to unpack five.
    """
    fonts = stylesheet("fonts.css")
    if not packed:
        fonts = fonts.replace('.woff2) format("woff2")', '.ttf) format("truetype")')
    fonts = (fonts + own_fonts(look, packed=packed)).replace("url(fonts/", f"url({assets}fonts/")
    rules = in_own_fonts(stylesheet(name, look), look)
    coloured = _on_screen(_packed(rules), config.page) if packed else _on_paper(rules, config.page)
    # The desk's own and the shipped files, and colours of digits.
    return Markup(f"{fonts}\n:root{{--accent:{config.page.accent}}}\n{coloured}")  # noqa: S704


@lru_cache(maxsize=8)
def _packed(rules: str) -> str:
    """Leave out comments, and blanks that separate nothing: a style sheet stands on every page. Strings stay."""
    parts = _STRING.split(_COMMENT.sub("", rules))
    parts[::2] = [_BLANKS.sub(r"\1", part) for part in parts[::2]]
    return "".join(parts).strip()


def _on_screen(rules: str, page: Page) -> str:
    """Add the desk's own colours, each for its kind of screen alone: what a browser prints has its own."""
    for scheme, colours in (("light", page.light.own()), ("dark", page.dark.own())):
        if colours:
            named = ";".join(f"--{name}:{value}" for name, value in colours.items())
            rules += f"\n@media screen and (prefers-color-scheme:{scheme}){{:root{{{named}}}}}"
    return rules


def _on_paper(rules: str, page: Page) -> str:
    """Put the desk's own colours in the place of the palette of paper."""
    for name, value in page.light.own().items():
        if name in PRINTED:
            rules = rules.replace(PRINTED[name], value)
    return rules


def own_fonts(look: Look, *, packed: bool) -> str:
    """Give the rules that make the desk's fonts known, under names beside those of the shipped ones."""
    formats = {"woff2": "woff2", "ttf": "truetype", "otf": "opentype"}
    rules = []
    for face in look.faces:
        role, weight, *slant = face.name.split("-")
        kind = face.web_kind if packed else face.plain_kind
        rules.append(
            f'@font-face{{font-family:"Desk {_FAMILY[role]}";font-weight:{weight};font-style:{(*slant, "normal")[0]};'
            f'font-display:swap;src:url(fonts/{face.file}.{kind}) format("{formats[kind]}")}}\n'
        )
    return "".join(rules)


def in_own_fonts(rules: str, look: Look) -> str:
    """Put the desk's fonts before the shipped ones, in which stands what they have no letter for."""
    for role in ROLES:
        if look.has_role(role):
            shipped = f'"Briefings {_FAMILY[role]}"'
            rules = rules.replace(shipped, f'"Desk {_FAMILY[role]}", {shipped}')
    return rules


def policy_of(*styles: str) -> str:
    """Give a Content-Security-Policy under which only these styles, and fonts, take effect."""
    digests = " ".join(f"'sha256-{_digest(text)}'" for text in styles)
    own = "font-src 'self' file:; img-src 'self' file:"
    return f"default-src 'none'; style-src {digests}; {own}; base-uri 'none'; form-action 'none'"


def _page(
    view: PageView, config: Config, look: Look, medium: Literal["screen", "print"], head: PageHead | None = None
) -> str:
    css = style(f"{medium}.css", config, look, assets=TO_ASSETS, packed=medium == "screen")
    words = words_in(view.language, look)
    styles = Markup("\n").join((css, _page_css(view, config, look))) if medium == "print" else css
    return filled(
        "briefing.html.j2",
        look,
        view=view,
        accent=config.page.accent,
        colours={**PRINTED, **config.page.light.own()},
        medium=medium,
        head=head,
        words=words,
        m=PrintText(view.language, words) if medium == "print" else ScreenText(words),
        css=styles,
        policy=policy_of(str(styles)),
    )


def _page_css(view: PageView, config: Config, look: Look) -> Markup:
    """Give the rules that depend on the edition: paper, running heads, the principal's measures."""
    rules = filled("page.css.j2", look, view=view, config=config, measures=measures_of(look))
    return Markup(in_own_fonts(rules, look))  # noqa: S704 - the desk's own or the shipped file


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
