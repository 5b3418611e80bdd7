"""What is found in an article: every fact with its evidence and the name of the rule that found it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from briefings.model.values import dataclass

if TYPE_CHECKING:
    from datetime import date

    from briefings.model.article import Evidence, Notice, Span
    from briefings.model.library import Correction

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
QuantityType = Literal["number", "ordinal", "percent", "money", "measure", "age", "temperature"]
ActorKind = Literal["person", "organization"]
FactKind = Literal["date", "person", "organization", "place", "quote", "quantity"]


@dataclass(frozen=True, slots=True)
class Reasoning:
    """How a relative date came to its value: anchor + shift × unit."""

    anchor: date
    anchor_kind: Literal["published", "text"]
    """Counted from the publication date, or from a date the text gave before."""
    shift: int
    unit: Literal["day", "week", "month", "quarter", "year", "weekday", "hour", "minute", "none"]


@dataclass(frozen=True, slots=True)
class When:
    """A date, time, duration or set (TIMEX3)."""

    evidence: Evidence
    rule: str
    type: TimexType
    value: str | None
    """TIMEX3-like, see docs/facts.md; None when seen but not resolvable."""
    mod: str | None = None
    """APPROX, START, MID, END, BEFORE, AFTER, LESS_THAN, MORE_THAN … or None."""
    reasoning: Reasoning | None = None
    kind: Literal["date"] = "date"


@dataclass(frozen=True, slots=True)
class Actor:
    """A mention of a person or an organisation."""

    evidence: Evidence
    rule: str
    kind: ActorKind
    name: str
    """Canonical name within the article: "Rüstem Umerov" for "Umerov"."""
    key: str
    """Identity across articles and languages: an id of the name tables, else `person:rustem-umerov`."""
    role: str | None = None
    """The office as the text states it, for persons."""
    role_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A mention of a place."""

    evidence: Evidence
    rule: str
    name: str
    key: str
    kind: Literal["place"] = "place"


@dataclass(frozen=True, slots=True)
class Quote:
    """Words somebody said, direct (inside quotation marks) or reported."""

    evidence: Evidence
    rule: str
    direct: bool
    speaker: str | None
    """Canonical name, None when the text does not say."""
    speaker_key: str | None = None
    speaker_span: Span | None = None
    cue: str | None = None
    """The reporting verb as written."""
    cue_span: Span | None = None
    kind: Literal["quote"] = "quote"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it measures or counts."""

    evidence: Evidence
    rule: str
    type: QuantityType
    value: str
    """Decimal number, as a string without grouping: "1250000.5"."""
    unit: str | None = None
    """Lemma of the thing counted, ISO 4217 code or unit symbol: "madde", "TRY", "km"."""
    mod: str | None = None
    """APPROX, MORE_THAN, LESS_THAN, EQUAL_OR_MORE, EQUAL_OR_LESS or None."""
    kind: Literal["quantity"] = "quantity"


Fact = When | Actor | Place | Quote | Quantity


@dataclass(frozen=True, slots=True)
class Deed:
    """What a sentence says was done: who, what, with or to whom, where, when; None for what it does not show."""

    sentence: int
    rule: str
    actor: Actor | Place | None
    """Who does it; None where a passive names nobody."""
    action: Span | None
    """The words of the finite verb."""
    predicate: Span | None
    """The verb with its object and what else belongs to it, None where that is not clear."""
    counterpart: Actor | Place | None
    place: Place | None
    when: When | None


@dataclass(frozen=True, slots=True)
class Amended:
    """A fact the desk has put right: as it was found, and as the desk has it, None when it dropped it."""

    found: Fact
    now: Fact | None
    correction: Correction


@dataclass(frozen=True, slots=True)
class Findings:
    """All that was found in one article."""

    article: str
    facts: tuple[Fact, ...]
    """Ordered by start, then end, then kind."""
    key_sentences: tuple[int, ...]
    """Indices of sentences, best first."""
    deeds: tuple[Deed, ...] = ()
    """What the key sentences say was done, in text order."""
    notices: tuple[Notice, ...] = ()
    """What plug-ins gave and could not be taken."""
    amended: tuple[Amended, ...] = ()
    """What the desk dropped or changed; `facts` holds them as the desk has them."""
