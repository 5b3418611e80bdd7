"""The templates: where they lie, and the environment that fills them. Content is never a template."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

import briefings
from briefings.errors import EnvironmentFaultError
from briefings.languages.tr.syllables import with_soft_hyphens

if TYPE_CHECKING:
    from jinja2.environment import TemplateModule

_UNSEEN: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
"""Control characters, directional marks and signs of no width."""
_ENDLESS: Final = re.compile(r"\S{40}(?=\S)")
_PLAIN: Final = re.compile(r"[^A-Za-z0-9 ]")


@cache
def templates_folder() -> Path:
    """Find the templates: inside the package when installed from a wheel, beside it in a work tree."""
    package = Path(str(briefings.__file__)).resolve().parent
    for folder in (package / "templates", package.parent / "templates"):
        if (folder / "briefing.html.j2").is_file():
            return folder
    message = "the templates are missing; install the program again, or run it from its work tree"
    raise EnvironmentFaultError(message)


@cache
def environment() -> Environment:
    """Give the template environment: autoescape on, an undefined name is an error."""
    found = Environment(
        loader=FileSystemLoader(templates_folder()),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        finalize=_printable,
    )
    found.filters["css_string"] = css_string
    return found


def filled(template: str, **values: object) -> str:
    """Fill a template."""
    return environment().get_template(template).render(**values)


def macros(template: str, **values: object) -> TemplateModule:
    """Give the macros of a template, which see these values."""
    return environment().get_template(template).make_module(values)


@cache
def stylesheet(name: str) -> str:
    """Give the text of a style sheet."""
    return (templates_folder() / name).read_text(encoding="utf-8")


def _printable(value: object) -> object:
    """Take out of a plain text what would reverse it or hide it; our own markup is left alone."""
    return _UNSEEN.sub("", value) if type(value) is str else value


def breakable(text: str, language: str, *, narrow: bool) -> Markup:
    """Give a text for the printed page: endless words may break, in a narrow column long Turkish ones by syllable.

    `overflow-wrap` is no help: where a word ends at the edge of an element, WeasyPrint breaks it needlessly.
    """
    shown = _ENDLESS.sub(lambda match: f"{match[0]}\u200b", _UNSEEN.sub("", text))
    return escape(with_soft_hyphens(shown) if narrow and language == "tr" else shown)


def css_string(text: str) -> Markup:
    """Give a text as a CSS string in which nothing can end the string or the style element."""
    escaped = _PLAIN.sub(lambda match: f"\\{ord(match[0]):x} ", text)
    return Markup(f'"{escaped}"')  # noqa: S704 - letters, digits, spaces and escapes only
