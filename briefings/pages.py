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
    from collections.abc import Iterator

    from briefings.config import Config
    from briefings.desk import Request
    from briefings.languages.names import NameTable
    from briefings.model import Edition, EditionRecord, Output
    from briefings.model.look import Look

    Parts = dict[tuple[str, str], tuple[Output, ...]]
    """By language and profile."""


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
class Part:
    """The pages of an edition for one reader."""

    edition: Edition
    language: str
    profile: str
    attached: Attached | None = None

    @property
    def key(self) -> tuple[str, str]:
        """Give its language and profile."""
        return self.language, self.profile


@dataclass(frozen=True, slots=True)
class PageMaker:
    """Makes the files of editions; holds what all editions of a build share, and travels once."""

    request: Request
    config: Config
    names: NameTable = field(repr=False)
    look: Look = field(repr=False)

    def __call__(self, planned: Planned) -> tuple[Output, ...]:
        """Render an edition in every language and profile, and as data; the principal's is cut to its pages."""
        facts = self.facts(planned)
        parts: tuple[Part, ...] = ()
        made: Parts = {}
        for told in self.cuts(planned):
            parts = self.parts_of(planned, told, facts)
            made = {one.key: self.part(one) for one in parts if one.profile == "principal"}
            if self.fits(made):
                break
        made |= {one.key: self.part(one) for one in parts if one.profile == "desk"}
        return self.whole(planned, made, facts)

    def facts(self, planned: Planned) -> Output:
        """Give what the edition is as data."""
        edition = planned.edition
        objects = {
            article.id: as_object(article, found)
            for article, found in zip(edition.articles, edition.findings, strict=True)
        }
        return facts_json(edition, manifest.record_object(planned.record), objects, self.names)

    def cuts(self, planned: Planned) -> Iterator[dict[str, Edition]]:
        """Give the principal's edition by language, planned by measure; then ever smaller ones."""
        editions = by_language(planned.edition, planned.given, self.config, self.names)
        return fitted(editions, self.config, self.names, self.look)

    def parts_of(self, planned: Planned, told: dict[str, Edition], facts: Output) -> tuple[Part, ...]:
        """Give what is to be rendered, each to be made by itself: the longest first."""
        own = Attached(facts.path, facts.data, planned.edition.window.end) if self.config.pdf.attach_facts else None
        whole = by_language(planned.edition, planned.given, self.config, self.names)
        editions = {
            "desk": {language: replace(edition, cut=told[language].cut) for language, edition in whole.items()},
            "principal": told,
        }
        chosen = [profile for profile in editions if profile in self.request.profiles]
        return tuple(
            Part(editions[profile][language], language, profile, own) for profile in chosen for language in whole
        )

    def part(self, part: Part) -> tuple[Output, ...]:
        """Render one language and profile; its pages know of the others the edition holds."""
        return render(
            part.edition,
            language=part.language,
            profile=part.profile,
            formats=frozenset(self.request.formats),
            config=self.config,
            names=self.names,
            look=self.look,
            pages=self._pages(),
            attached=part.attached,
        )

    def fits(self, made: Parts) -> bool:
        """Say whether the principal's edition is laid out within its pages in every language."""
        most = self.config.profiles.principal.pages
        laid_out = (output for (_, profile), outputs in made.items() if profile == "principal" for output in outputs)
        pdfs = (output for output in laid_out if output.media_type == "application/pdf")
        return most is None or all(count_pages(output.data) <= most for output in pdfs)

    def whole(self, planned: Planned, made: Parts, facts: Output) -> tuple[Output, ...]:
        """Give all files of an edition, its marking read back from them."""
        order = ((language, profile) for language in self.config.languages for profile in ("principal", "desk"))
        outputs = tuple(output for key in order for output in made.get(key, ()))
        check_marked(outputs, planned.edition.marking, self.config)
        return (*outputs, facts, *self._data(planned.edition))

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
