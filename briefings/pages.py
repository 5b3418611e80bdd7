"""The files of an edition: a pure function of what was planned, wherever it runs."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from briefings.facts.contract import as_object
from briefings.fitting import fitted
from briefings.planning import Day, for_reader
from briefings.rendering import check_marked, count_pages, render
from briefings.rendering.calendar_file import agenda_ics
from briefings.rendering.data import facts_json, source_texts
from briefings.rendering.pdf import Attached
from briefings.rendering.texts import text_pages
from briefings.shipping import manifest

if TYPE_CHECKING:
    from briefings.config import Config
    from briefings.desk import Request
    from briefings.languages.names import NameTable
    from briefings.model import Edition, EditionRecord, Output
    from briefings.model.look import Look

    PagesByLanguage = dict[str, tuple[Output, ...]]


@dataclass(frozen=True, slots=True)
class Planned:
    """An edition on its way to the archive."""

    edition: Edition
    given: Day
    record: EditionRecord
    parts: dict[str, str]
    """Digests of what it is made of, by the names of `outdated.PARTS`."""
    why: str
    """Why it is made, in words."""


@dataclass(frozen=True, slots=True)
class PageMaker:
    """Makes the files of editions; holds what all editions of a build share, and travels once."""

    request: Request
    config: Config
    names: NameTable = field(repr=False)
    look: Look = field(repr=False)

    def __call__(self, planned: Planned) -> tuple[Output, ...]:
        """Render an edition in every language and profile, and as data; the principal's is cut to its pages."""
        editions = by_language(planned.edition, planned.given, self.config, self.names)
        facts = self._facts(planned)
        attached = (
            Attached(facts.path, facts.data, planned.edition.window.end) if self.config.pdf.attach_facts else None
        )
        told, pages = self._principal(editions, attached)
        outputs: list[Output] = []
        for language, edition in editions.items():
            if "principal" in self.request.profiles:
                outputs += pages[language]
            if "desk" in self.request.profiles:
                outputs += self._rendered(replace(edition, cut=told[language].cut), language, "desk", attached)
        check_marked(outputs, planned.edition.marking, self.config)
        return (*outputs, facts, *self._data(planned.edition))

    def _principal(
        self, editions: dict[str, Edition], attached: Attached | None
    ) -> tuple[dict[str, Edition], PagesByLanguage]:
        """Render the principal's edition in every language: planned by measure, cut again when a layout is longer."""
        most = self.config.profiles.principal.pages
        told: dict[str, Edition] = {}
        pages: PagesByLanguage = {}
        for told in fitted(editions, self.config, self.names, self.look):
            if "principal" not in self.request.profiles:
                break
            pages = {
                language: self._rendered(edition, language, "principal", attached) for language, edition in told.items()
            }
            made = [output for outputs in pages.values() for output in outputs]
            pdfs = [output for output in made if output.media_type == "application/pdf"]
            if most is None or all(count_pages(output.data) <= most for output in pdfs):
                break
        return told, pages

    def _rendered(self, edition: Edition, language: str, profile: str, attached: Attached | None) -> tuple[Output, ...]:
        """Render one language and profile; its pages know of the others the edition holds."""
        return render(
            edition,
            language=language,
            profile=profile,
            formats=frozenset(self.request.formats),
            config=self.config,
            names=self.names,
            look=self.look,
            pages=self._pages(),
            attached=attached,
        )

    def _facts(self, planned: Planned) -> Output:
        edition = planned.edition
        objects = {
            article.id: as_object(article, found)
            for article, found in zip(edition.articles, edition.findings, strict=True)
        }
        return facts_json(edition, manifest.record_object(planned.record), objects, self.names)

    def _data(self, edition: Edition) -> tuple[Output, ...]:
        """Give the other files that are the same in every language: sources as read and as pages, the calendar."""
        texts = text_pages(edition, self.config, self._pages(), self.look) if "html" in self.request.formats else ()
        return (*source_texts(edition), *texts, agenda_ics(edition, self.config))

    def _pages(self) -> tuple[tuple[str, str], ...]:
        """Say which pages the edition holds, as (language, profile)."""
        return tuple((code, name) for code in self.config.languages for name in self.request.profiles)


def by_language(edition: Edition, given: Day, config: Config, names: NameTable) -> dict[str, Edition]:
    """Give an edition as the readers of each language are told it."""
    return {language: for_reader(edition, language, given, names=names) for language in config.languages}
