"""Pages as HTML: the same view for a screen and, with other styles, for paper."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from briefings.languages.labels import labels_of
from briefings.rendering.environment import filled, macros, stylesheet
from briefings.rendering.paper.measures import measures
from briefings.rendering.printed import PrintText

if TYPE_CHECKING:
    from briefings.config import Config
    from briefings.rendering.view.sections import PageView

TO_ASSETS: Final = "../../assets/"
"""From a page of an edition to what all editions share."""


def screen_page(view: PageView, config: Config) -> str:
    """Give the page for a screen."""
    return _page(view, config, "screen", "screen.css")


def print_page(view: PageView, config: Config) -> str:
    """Give the page the PDF is made of; its index stands last, as in a book, where its page numbers move nothing."""
    sections = tuple(sorted(view.sections, key=lambda section: section.key == "index"))
    return _page(replace(view, sections=sections), config, "print", "print.css")


def style(name: str, *, assets: str, accent: str, packed: bool = True) -> Markup:
    """Give a whole style sheet: the fonts, the accent colour, the rules.

    Fonts come packed over a network. For a PDF they come as they are: WeasyPrint takes two seconds to unpack five.
    """
    fonts = stylesheet("fonts.css").replace("url(fonts/", f"url({assets}fonts/")
    if not packed:
        fonts = fonts.replace('.woff2) format("woff2")', '.ttf) format("truetype")')
    return Markup(f"{fonts}\n:root{{--accent:{accent}}}\n{stylesheet(name)}")  # noqa: S704 - our own files


def policy_of(*styles: str) -> str:
    """Give a Content-Security-Policy under which only these styles, and fonts, take effect."""
    digests = " ".join(f"'sha256-{_digest(text)}'" for text in styles)
    own = "font-src 'self' file:; img-src 'self' file:"
    return f"default-src 'none'; style-src {digests}; {own}; base-uri 'none'; form-action 'none'"


def _page(view: PageView, config: Config, medium: str, sheet: str) -> str:
    css = style(sheet, assets=TO_ASSETS, accent=config.page.accent, packed=medium == "screen")
    words = labels_of(view.language)
    styles = Markup("\n").join((css, _page_css(view, config))) if medium == "print" else css
    return filled(
        "briefing.html.j2",
        view=view,
        accent=config.page.accent,
        medium=medium,
        words=words,
        m=PrintText(view.language, words) if medium == "print" else macros("macros.html.j2", view=view, words=words),
        css=styles,
        policy=policy_of(str(styles)),
    )


def _page_css(view: PageView, config: Config) -> Markup:
    """Give the rules that depend on the edition: paper, running heads, the principal's measures."""
    return Markup(filled("page.css.j2", view=view, config=config, measures=measures()))  # noqa: S704 - our own file


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
