"""The templates: where they lie, and the environment that fills them. Content is never a template."""

from __future__ import annotations

import re
import sys
import traceback
from contextlib import contextmanager
from functools import cache, lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from jinja2 import Environment, FunctionLoader, TemplateNotFound
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

import briefings
from briefings.errors import BriefingsError, ConfigurationError, EnvironmentFaultError
from briefings.languages.tr.syllables import with_soft_hyphens
from briefings.model.look import FOLDER, SHIPPED
from briefings.rendering.compiled import CompiledTemplates
from briefings.rendering.undefined import Unknown, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.model.look import Look

_UNSEEN: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
"""Control characters, directional marks and signs of no width."""
_ENDLESS: Final = re.compile(r"\S{40}(?=\S)")
_PLAIN: Final = re.compile(r"[^A-Za-z0-9 ]")
_NO_SELECTOR: Final = re.compile(r"[^\w .:#>+~()*,\"'=\[\]-]")


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
def shipped_names() -> frozenset[str]:
    """Give the names of the shipped files that a file of the desk's own may replace; fonts are replaced by role."""
    folder = templates_folder()
    names = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return frozenset(name for name in names if not name.startswith("fonts"))


@lru_cache(maxsize=4)
def environment(look: Look = SHIPPED) -> Environment:
    """Give the template environment: autoescape on, an undefined name is an error.

    With templates of the desk's own it is a sandbox: they reach the values they are given, and nothing behind them.
    The shipped ones do without: it takes three times as long.
    """
    is_own = any(name.endswith(".j2") for name in look.files)
    found = (ImmutableSandboxedEnvironment if is_own else Environment)(
        loader=FunctionLoader(partial(_source, look)),
        autoescape=True,
        undefined=Unknown,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        finalize=_printable,
        bytecode_cache=None if is_own else CompiledTemplates(Path(__file__)),
    )
    found.filters["css_string"] = css_string
    found.filters["css_selectors"] = css_selectors
    return found


def filled(template: str, look: Look = SHIPPED, **values: object) -> str:
    """Fill a template; `ConfigurationError` says where one of the desk's own goes wrong."""
    with _located(look):
        return environment(look).get_template(template).render(**values)


def compile_shipped() -> None:
    """Compile every shipped template, and keep its code also where Python writes no caches by itself."""
    sys.dont_write_bytecode = False
    for name in sorted(shipped_names()):
        if name.endswith(".j2"):
            environment().get_template(name)


@lru_cache(maxsize=64)
def stylesheet(name: str, look: Look = SHIPPED) -> str:
    """Give the text of a style sheet."""
    own = look.files.get(name)
    return (templates_folder() / name).read_text(encoding="utf-8") if own is None else own


def _source(look: Look, name: str) -> tuple[str, str, None] | None:
    """Give a template's text, and what it is called in messages."""
    own = look.files.get(name)
    if own is not None:
        return own, f"{FOLDER}/{name}", None
    if name not in shipped_names():
        return None
    return (templates_folder() / name).read_text(encoding="utf-8"), f"templates/{name}", None


@contextmanager
def _located(look: Look) -> Iterator[None]:
    """Have a fault in templates of the desk's own say file and line; in the shipped ones it is a defect."""
    try:
        yield
    except BriefingsError:
        raise
    except Exception as error:
        if not look.files:
            raise
        raise ConfigurationError(_where(error) + _fault(error)) from error


def _where(error: Exception) -> str:
    """Give file and line of the innermost template that was being filled."""
    names = {f"{folder}/{name}" for name in shipped_names() for folder in (FOLDER, "templates")}
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename in names]
    return f"{frames[-1].filename}:{frames[-1].lineno}: " if frames else f"{FOLDER}: "


def _fault(error: Exception) -> str:
    if isinstance(error, TemplateNotFound):
        return f"there is no template {str(error.name)!r}; {nearest(str(error.name), shipped_names())}"
    words = " ".join(str(error).split()).rstrip(".")
    return words if "; " in words else f"{words}; compare with the shipped file (briefings new template)"


def _printable(value: object) -> object:
    """Take out of a plain text what would reverse it or hide it; our own markup is left alone."""
    return without_unseen(value) if type(value) is str else value


def without_unseen(text: str) -> str:
    """Take out of a text what would reverse it or hide it."""
    return text if text.isprintable() else _UNSEEN.sub("", text)


def breakable(text: str, language: str, *, narrow: bool) -> Markup:
    """Give a text for the printed page: endless words may break, in a narrow column long Turkish ones by syllable.

    `overflow-wrap` is no help: where a word ends at the edge of an element, WeasyPrint breaks it needlessly.
    """
    shown = _ENDLESS.sub(lambda match: f"{match[0]}\u200b", without_unseen(text))
    return escape(with_soft_hyphens(shown) if narrow and language == "tr" else shown)


def css_string(text: str) -> Markup:
    """Give a text as a CSS string in which nothing can end the string or the style element."""
    escaped = _PLAIN.sub(lambda match: f"\\{ord(match[0]):x} ", text)
    return Markup(f'"{escaped}"')  # noqa: S704 - letters, digits, spaces and escapes only


def css_selectors(text: str) -> Markup:
    """Give selectors without what could end a rule or the style element."""
    return Markup(_NO_SELECTOR.sub("", text))  # noqa: S704 - letters, digits and signs of selectors only
