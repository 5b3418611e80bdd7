"""What all pages of the site have in common: address, languages, marking, the way back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from briefings.model import Output
from briefings.model.look import SHIPPED
from briefings.rendering.environment import filled
from briefings.rendering.html import style
from briefings.rendering.look.labels import word, words_in
from briefings.rendering.markings import marking_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefings.config import Config
    from briefings.model import ArchiveEntry
    from briefings.model.look import Look
    from briefings.model.site import NameHead, NameKind

STYLE: Final = "assets/site.css"
FOLDERS: Final[dict[NameKind, str]] = {"person": "people", "organization": "organisations", "place": "places"}
POLICY: Final = (
    "default-src 'none'; style-src 'self' file:; font-src 'self' file:; img-src 'self' file:; base-uri 'none'; "
)
_NO_SCRIPT: Final = POLICY + "form-action 'none'"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page stands: its path below the output folder, in a language, and the way to it from the front page."""

    path: str
    language: str
    title: str
    way: tuple[tuple[str, str], ...] = ()
    """Words and paths of the pages above it, without those that every page leads to."""
    alike: str = ""
    """Its path in every language, with * in the place of the language; "" when it has no other."""
    description: str = ""

    @property
    def root(self) -> str:
        """The way from the page to the output folder."""
        return "../" * self.path.count("/")


@dataclass(frozen=True, slots=True)
class Shell:
    """The settings that shape every page."""

    config: Config
    look: Look = SHIPPED

    def page(self, template: str, place: Place, markings: Iterable[str | None], **values: object) -> Output:
        """Give a page; it carries the highest of the markings of what it shows."""
        config, language = self.config, place.language
        site = config.title.in_language(language)
        others = self._others(place)
        page = filled(
            f"site/{template}.html.j2",
            self.look,
            place=place,
            root=place.root,
            language=language,
            words=words_in(language, self.look),
            site=site,
            desk=config.desk.name.in_language(language),
            marking=marking_words(self.highest(markings), language, config),
            policy=values.pop("policy", _NO_SCRIPT),
            others=others,
            ways=self._ways(language),
            address=config.site.of(place.path),
            addresses=[(code, config.site.of(place.alike.replace("*", code)) or link) for code, link, _ in others],
            own_title=site if place.title == site else f"{place.title} · {site}",
            **values,
        )
        return Output(place.path, "text/html; charset=utf-8", page.encode("utf-8"))

    def highest(self, markings: Iterable[str | None]) -> str | None:
        """Give the highest of some markings and the desk's own; one that is not on the scale stands above all."""
        order = [step.id for step in self.config.markings]
        found = {marking for marking in (self.config.marking, *markings) if marking}
        off = sorted(found - set(order))
        return off[-1] if off else max(found, key=order.index, default=None)

    def word(self, language: str, path: str) -> str:
        """Give a label by its dotted path."""
        return word(language, path, self.look)

    def words(self, marking: str | None, language: str) -> str:
        """Give a marking in words."""
        return marking_words(marking, language, self.config)

    def _others(self, place: Place) -> list[tuple[str, str, str]]:
        """Give the page in the configured languages: code, link from this page, the language in its own words."""
        if not place.alike or len(self.config.languages) == 1:
            return []
        return [
            (code, place.root + place.alike.replace("*", code), self.word(code, "languages.own"))
            for code in self.config.languages
        ]

    def _ways(self, language: str) -> list[tuple[str, str]]:
        """Give what every page leads to: words and path."""
        names = [(f"index.{kind}", f"{language}/{folder}/index.html") for kind, folder in FOLDERS.items()]
        ways = [
            ("archive.title", f"{language}/index.html"),
            *names,
            ("site.stories", f"{language}/stories/index.html"),
            ("site.search", f"search/{language}.html"),
        ]
        return [(self.word(language, path), link) for path, link in ways]


def edition_page(shown: ArchiveEntry | NameHead, language: str) -> str:
    """Give the path of an edition's page for a reader, "" when it has none on the screen."""
    if not shown.profiles:
        return ""
    code = language if language in shown.languages else shown.languages[0]
    return f"{shown.day.isoformat()}/{code}/{'index' if 'desk' in shown.profiles else 'principal'}.html"


def in_edition(shown: ArchiveEntry | NameHead, language: str, anchor: str) -> str:
    """Give the path of a place in an edition's desk page; of the page where the desk page is not there."""
    page = edition_page(shown, language)
    return f"{page}#{anchor}" if anchor and page.endswith("/index.html") else page


def site_style(shell: Shell) -> Output:
    """Give the style sheet of all pages of the site."""
    css = style("site/site.css", shell.config, shell.look, assets="")
    return Output(STYLE, "text/css; charset=utf-8", f"{css}".encode())


__all__ = ["FOLDERS", "Place", "Shell", "edition_page", "in_edition", "site_style"]
