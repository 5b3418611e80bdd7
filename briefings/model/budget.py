"""What the principal's pages hold: how much is told, how it spreads, and what is left to the desk edition."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from briefings.model.values import dataclass

if TYPE_CHECKING:
    from briefings.model.edition import AgendaItem, Dispute, Point, Story, Voice
    from briefings.model.facts import Quote
    from briefings.model.library import Note

LONGEST_UNDER_FIGURE: Final = 160
"""Characters of the longest sentence that stands beneath a big number; one that is longer is left to its note."""

CutReason = Literal["room", "days", "language"]
"""No room on the pages; more than seven days ahead; not told in every language."""


@dataclass(frozen=True, slots=True)
class Budget:
    """How many items of each kind are told; lists are kept from their front. One budget serves all languages."""

    notes: int = 0
    key_points: int = 0
    stories: int = 0
    voices: int = 0
    agenda: int = 0
    points: tuple[int, ...] = ()
    """Sentences after its lead, of each story."""
    quotes: tuple[int, ...] = ()
    """Quotations within each story."""
    sayings: tuple[int, ...] = ()
    """Quotations of each voice."""

    def most(self, section: str) -> int:
        """Give how many rows of a section are told."""
        held = {
            "notes": self.notes,
            "key_points": self.key_points,
            "stories": self.stories,
            "voices": self.voices,
            "agenda": self.agenda,
        }
        return held[section]


@dataclass(frozen=True, slots=True)
class Spread:
    """How an edition spreads over its pages."""

    fills: tuple[float, ...]
    """Share of each page's height that is filled, down to the last line."""
    lead_ends: int
    """The page on which the first story ends; 0 without one."""

    @property
    def pages(self) -> int:
        """Give how many pages it takes."""
        return len(self.fills)


@dataclass(frozen=True, slots=True)
class Cut:
    """Something the principal's edition leaves to the desk edition."""

    kind: Literal["story", "point", "quote", "dispute", "voice", "agenda", "note"]
    reason: CutReason
    what: Story | Point | Quote | Dispute | Voice | AgendaItem | Note
    story: str | None = None
    """The story it belongs to."""
