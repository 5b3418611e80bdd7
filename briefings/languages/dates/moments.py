"""What a date expression means before it meets a calendar: small trees in no language.

The rules of a language build these; `briefings.facts.dates` resolves them against a publication date. Weekdays
count from 1 (Monday), as in ISO 8601; half-years, quarters and months from 1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from briefings.model.values import dataclass

if TYPE_CHECKING:
    from decimal import Decimal

Unit = Literal[
    "second", "minute", "hour", "day", "night", "business-day", "week", "fortnight", "weekend", "month", "quarter",
    "half", "season", "year", "decade", "century", "millennium",
]  # fmt: skip
Daypart = Literal["MO", "MI", "AF", "EV", "NI", "DT"]
Mod = Literal[
    "START", "MID", "END", "APPROX", "BEFORE", "AFTER", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE",
    "ON_OR_BEFORE", "SINCE",
]  # fmt: skip
Season = Literal["SP", "SU", "FA", "WI"]


@dataclass(frozen=True, slots=True)
class Calendar:
    """A stretch of the calendar by its own names; what the text leaves out is None."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    week: int | None = None
    quarter: int | None = None
    half: int | None = None
    season: Season | None = None
    either_order: bool = False
    """Day and month stand in digits that could be read the other way round: "03/04/2025"."""


@dataclass(frozen=True, slots=True)
class Era:
    """A decade (199 for the 1990s; 9 without a century) or a century (21 for the 21st)."""

    unit: Literal["decade", "century"]
    number: int
    known: bool = True
    """False when the century of a decade is not said ("the 90s")."""


@dataclass(frozen=True, slots=True)
class Within:
    """A named day, month or season in the year of a base: "geçen yılın ekim ayı", "October last year"."""

    base: Moment
    what: Calendar


@dataclass(frozen=True, slots=True)
class Unknown:
    """A date that is seen but has no value here: before Christ, or counted from what has no date."""


@dataclass(frozen=True, slots=True)
class Shifted:
    """The unit that holds the anchor (0), the one before (-1), the next (1) and so on."""

    unit: Unit
    shift: int
    in_text: bool = False
    """Counted from the date the text gave last, not from publication ("that year", "ertesi gün")."""
    beside: bool = False
    """Counted from the date the sentence named before, if any ("2023'te …, bir önceki yıl"), else from publication."""


@dataclass(frozen=True, slots=True)
class Named:
    """A weekday, month or season with a direction: "geçen salı" (-1), "bu salı" (0), "next May" (1)."""

    what: Calendar
    direction: int
    week: bool = False
    """Counted in weeks: "gelecek salı" is the Tuesday of next week, "önümüzdeki salı" the next Tuesday."""


@dataclass(frozen=True, slots=True)
class Length:
    """How long: amounts with units. An amount of None is not said ("a few" gives 3 with APPROX)."""

    parts: tuple[tuple[Decimal, Unit], ...]
    mod: Mod | None = None


@dataclass(frozen=True, slots=True)
class LongTime:
    """An unsaid number of units: "günlerdir", "for weeks"."""

    unit: Unit


@dataclass(frozen=True, slots=True)
class Away:
    """A length before (-1) or after (1) a base; without a base, the publication date."""

    length: Length
    direction: int
    base: Moment | None = None
    in_text: bool = False
    told: bool = False
    """In the past tense counted from the date the story gave last ("üç gün sonra döndü")."""
    inside: Literal["", "at the end", "by then", "until then", "any time"] = ""
    """Before it is over ("bir dakika içinde", "within a minute"); in the past tense that is how long it took.

    "Until then" is the stretch of hours or minutes that begins now, where a clause says what will be done in it.
    """


@dataclass(frozen=True, slots=True)
class Lasting:
    """The length that ends (-1) or begins (1) at a base: "son altı ay", "önümüzdeki 3 gün"."""

    length: Length
    direction: int
    base: Moment | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """The n-th unit within a base (-1: the last), or a weekday in it: "2025'in ilk çeyreği", "ekimin ilk salısı"."""

    base: Moment | None
    unit: Unit
    number: int
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Rest:
    """What is left of the stretch of now ("haftanın geri kalanı"), or of its later half ("bu yıl daha sonra")."""

    base: Moment
    late: bool = False


@dataclass(frozen=True, slots=True)
class Same:
    """The month, quarter or half-year the text gave last, in another year: "geçen yılın aynı dönemi"."""

    year: Moment


@dataclass(frozen=True, slots=True)
class Edge:
    """The beginning, middle or end of a base, or a base that is only approximate."""

    base: Moment
    mod: Mod


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day; `sure` is False when the half of the day is not said and could be either."""

    hour: int
    minute: int | None = None
    second: int | None = None
    sure: bool = True


@dataclass(frozen=True, slots=True)
class PartOfDay:
    """Morning, midday, afternoon, evening or night."""

    code: Daypart
    mod: Mod | None = None


@dataclass(frozen=True, slots=True)
class Timed:
    """A day with a time or part of the day."""

    day: Moment
    time: Clock | PartOfDay


@dataclass(frozen=True, slots=True)
class Between:
    """From one moment to another; `through` when the end itself belongs to the range."""

    start: Moment
    end: Moment
    through: bool


@dataclass(frozen=True, slots=True)
class Open:
    """All time before a moment, since or from it, after it, or up to and with it; "since" always looks back."""

    base: Moment
    side: Literal["before", "since", "from", "after", "until"]


@dataclass(frozen=True, slots=True)
class Every:
    """What comes back: a TIMEX3 value of a set ("P1W", "XXXX-WXX-1")."""

    value: str


@dataclass(frozen=True, slots=True)
class Reference:
    """PRESENT_REF, PAST_REF or FUTURE_REF."""

    value: Literal["PRESENT_REF", "PAST_REF", "FUTURE_REF"]


@dataclass(frozen=True, slots=True)
class Holiday:
    """A feast by its key in the holiday table."""

    key: str
    year: Moment | None = None
    direction: int | None = None


Moment = (
    Calendar | Era | Shifted | Named | Length | Away | Lasting | Part | Edge | Clock | PartOfDay | Timed | Between
    | Open | Every | Reference | Holiday | Within | Unknown | Rest | Same | LongTime
)  # fmt: skip
