"""The desk's settings (briefings.toml), checked. Reading the file, and its messages, is `briefings.settings`' work."""

from __future__ import annotations

from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import Field, field_validator, model_validator

from briefings.config.delivery import Delivery
from briefings.config.tables import LanguageCode, Table, Words

__all__ = ["Config", "Delivery", "Desk", "Limits", "Marking", "Page", "Section", "Words"]

Section = Literal[
    "bottom_line", "key_points", "key_figures", "stories", "voices", "timeline", "agenda", "changes", "notes",
    "questions", "coverage", "index", "evidence",
]  # fmt: skip
Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

DESK_SECTIONS: tuple[Section, ...] = (
    "bottom_line", "key_points", "key_figures", "stories", "voices", "timeline", "agenda", "changes", "notes",
    "questions", "coverage", "index", "evidence",
)  # fmt: skip
PRINCIPAL_SECTIONS: tuple[Section, ...] = (
    "bottom_line", "key_points", "key_figures", "stories", "voices", "agenda", "notes", "coverage",
)  # fmt: skip


class Desk(Table):
    """Who makes the briefing."""

    name: Words = Words(tr="Haber Masası", en="News Desk")
    contact: str = ""
    logo: str = ""
    """A PNG or JPEG file, relative to the content folder."""


class Marking(Table):
    """One step of the desk's scale of handling markings, least restrictive first."""

    id: str
    label: Words


Colour = Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")]


class Colours(Table):
    """Colours by name; one that is not set is the shipped one."""

    ink: Colour | None = None
    """Letters."""
    soft: Colour | None = None
    """Letters that step back: times, sources."""
    line: Colour | None = None
    mark: Colour | None = None
    """Behind the words of a fact."""
    paper: Colour | None = None
    """Of a screen; a printed page is white."""
    card: Colour | None = None
    """Behind what stands out from it."""

    def own(self) -> dict[str, str]:
        """Give those the desk has set."""
        return {name: value for name, value in self if value is not None}


class DarkColours(Colours):
    """The same for a dark screen."""

    strong: Colour | None = None
    """In the place of the accent, which is mixed lighter without it."""


class Page(Table):
    """What pages look like; colours are checked for contrast when the file is read."""

    size: Literal["A4", "Letter"] = "A4"
    accent: Colour = "#8a1c1c"
    light: Colours = Colours()
    """For light screens, and for paper what is printed of them."""
    dark: DarkColours = DarkColours()


class Pdf(Table):
    """What a PDF holds besides its pages."""

    attach_facts: bool = False
    """The edition's facts.json, for programs; some mail gateways stop a PDF that holds a file."""


class Profile(Table):
    """One edition's make-up."""

    sections: tuple[Section, ...]
    pages: Annotated[int, Field(ge=1)] | None = None
    """The most pages the PDF may have."""


class Profiles(Table):
    """The two profiles."""

    principal: Profile = Profile(sections=PRINCIPAL_SECTIONS, pages=2)
    desk: Profile = Profile(sections=DESK_SECTIONS)


class Limits(Table):
    """What one article may take, and the pages of one edition."""

    bytes: Annotated[int, Field(ge=1024)] = 2 * 1024 * 1024
    line: Annotated[int, Field(ge=1000)] = 20_000
    nesting: Annotated[int, Field(ge=5)] = 60
    table_cells: Annotated[int, Field(ge=10)] = 2_000
    seconds: Annotated[float, Field(gt=0)] = 10.0
    """For reading it, and again for finding its facts."""
    mebibytes: Annotated[int, Field(ge=64)] = 1024
    """Of memory, for the same."""
    edition_seconds: Annotated[float, Field(gt=0)] = 900.0
    """For making the pages of one edition; one of a hundred articles takes half a minute."""


class Site(Table):
    """Where the output folder can be reached."""

    address: Annotated[str, Field(pattern=r"^(https?://[^\s?#]+)?$")] = ""
    """Its first page's folder, "https://briefing.example.org/daily/"; without it all links are relative."""

    def of(self, path: str) -> str:
        """Give the address of a path in the output folder, "" where none is known."""
        return f"{self.address.rstrip('/')}/{path}" if self.address else ""


class Config(Table):
    """All settings; every one has a default."""

    desk: Desk = Desk()
    title: Words = Words(tr="Günlük Brifing", en="Daily Briefing")
    time_zone: str = "Europe/Istanbul"
    cutoff: Annotated[str, Field(pattern=r"^([01]\d|2[0-4]):[0-5]\d$")] = "24:00"
    days: tuple[Weekday, ...] = (
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    )  # fmt: skip
    day_first: bool = True
    languages: Annotated[tuple[LanguageCode, ...], Field(min_length=1)] = ("tr", "en")
    profiles: Profiles = Profiles()
    markings: tuple[Marking, ...] = ()
    marking: str = ""
    """Id of the marking every edition carries at least."""
    release: str = ""
    """Id of the highest marking the product may carry: whatever is marked above it is left out."""
    page: Page = Page()
    pdf: Pdf = Pdf()
    site: Site = Site()
    watch: tuple[str, ...] = ()
    """Keys of names, or words, the principal follows."""
    limits: Limits = Limits()
    delivery: Delivery | None = None
    """How editions reach their readers; only `briefings send` looks at it."""

    def texts(self) -> tuple[str, ...]:
        """Give the texts of the settings that pages show as the desk's own, sorted, each once."""
        words = (self.desk.name, self.title, *(step.label for step in self.markings))
        ids = (step.id for step in self.markings)
        return tuple(sorted({text for one in words for text in (one.tr, one.en) if text} | {*ids}))

    @field_validator("time_zone")
    @classmethod
    def _zone_exists(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (KeyError, ValueError, OSError) as error:
            message = f"no time zone is called {value!r}; write one such as Europe/Istanbul"
            raise ValueError(message) from error
        return value

    @field_validator("cutoff")
    @classmethod
    def _within_the_day(cls, value: str) -> str:
        if value > "24:00":
            message = "the latest cut-off is 24:00"
            raise ValueError(message)
        return value

    @model_validator(mode="after")
    def _marking_on_scale(self) -> Config:
        if self.marking and self.marking not in {step.id for step in self.markings}:
            message = f"marking {self.marking!r} is not on the scale; add it to [[markings]]"
            raise ValueError(message)
        return self

    @model_validator(mode="after")
    def _release_on_scale(self) -> Config:
        order = [step.id for step in self.markings]
        if self.release and self.release not in order:
            message = f"release {self.release!r} is not on the scale; add it to [[markings]]"
            raise ValueError(message)
        if self.release and self.marking in order[order.index(self.release) + 1 :]:
            message = f"marking {self.marking!r} stands above release {self.release!r}; lower it, or raise release"
            raise ValueError(message)
        return self

    @model_validator(mode="after")
    def _ceilings_on_scale(self) -> Config:
        order = [step.id for step in self.markings]
        unknown = [one for one in (self.delivery.ceilings() if self.delivery else ()) if one not in order]
        if unknown:
            message = f"delivery: ceiling {unknown[0]!r} is not on the scale; add it to [[markings]]"
            raise ValueError(message)
        return self
