"""One sentence as the quantity rules see it, and quantities in the making."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.languages.en import counts as english_counts
from briefings.languages.en import nouns as english_nouns
from briefings.languages.en import numbers as english
from briefings.languages.number_context import Head
from briefings.languages.tr import counts as turkish_counts
from briefings.languages.tr import nouns as turkish_nouns
from briefings.languages.tr import numbers as turkish
from briefings.model.values import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from decimal import Decimal

    from briefings.languages.measures import Measures
    from briefings.languages.number_context import Context
    from briefings.languages.numerals import Numeral
    from briefings.languages.tokens import Token
    from briefings.model import QuantityType

_NEGATIVE_WORDS = frozenset({"eksi", "minus", "negative"})
_MINUS = "-−"
EACH = frozenset({"ar", "er", "şar", "şer"})
"""Turkish suffixes of shares: "ikişer litre", "20'şer kişi"."""
# Between a number and what it counts: "100'den fazla kişi", "4 milyonu aşkın kişi", "300'e yakın kişi".
_COMPARISONS = frozenset({"fazla", "aşkın", "aşan", "yakın", "kadar", "küsur", "civarında"})


@dataclass(frozen=True, slots=True)
class Draft:
    """A quantity in the making: tokens `first` to `next`, and what is known of it."""

    numeral: Numeral
    value: Decimal
    type: QuantityType
    unit: str | None
    start: int
    end: int
    first: int
    next: int
    known: bool = True
    """The text says what is counted or measured."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence with the shelf of its language."""

    tokens: Sequence[Token]
    places: Sequence[int]
    """The tokens with which a number may begin."""
    text: str
    turkish: bool
    barred: frozenset[int]
    """Tokens that belong to dates or telephone numbers."""
    measures: Measures
    context: Context
    reject: Callable[[str, int, int], None]
    """Tell why the words between two offsets are no quantity."""

    def word(self, place: int) -> str:
        """Give the word or mark at a place in lower case, "" beyond the sentence."""
        return self.tokens[place].folded if 0 <= place < len(self.tokens) else ""

    def read_number(self, place: int) -> Numeral | None:
        """Read the number that begins at a token."""
        read = turkish.read_number if self.turkish else english.read_number
        return read(self.tokens, place, self.text, self.barred)

    def scale_at(self, place: int) -> int:
        """Give the factor of the scale word at a token, 0 for other words."""
        return (turkish.scale_of if self.turkish else english.scale_of)(self.tokens[place])

    def age_behind(self, place: int) -> tuple[str, int] | None:
        """Read the words that make the number before a token an age; gives its unit and the next token."""
        return (turkish_nouns.age_behind if self.turkish else english_nouns.age_behind)(self.tokens, place)

    def counted(self, numeral: Numeral) -> Head | None:
        """Give what a number counts; with decimals only a known noun directly behind it: "3,5 puan"."""
        place = numeral.next
        if self.turkish and self.word(place) in _COMPARISONS:
            place += 1
        elif self.turkish and numeral.suffix and not numeral.ordinal and numeral.suffix not in EACH:
            return None
        whole = numeral.value == numeral.value.to_integral_value()
        tokens = self.tokens if whole else self.tokens[: place + 1]
        if self.turkish:
            head = turkish_nouns.counted(tokens, place, self.barred)
        else:
            head = english_nouns.counted(tokens, place, self.barred, single=numeral.value == 1)
        return head if whole or (head is not None and head.known and head.bare) else None

    def told(self, numeral: Numeral) -> Head | None:
        """Give what a number without a noun counts: "gemi sayısı 28", "nine of the ships"."""
        if numeral.value != numeral.value.to_integral_value():
            return None
        counts = turkish_counts if self.turkish else english_counts
        lemma = counts.count_of(self.tokens, numeral) or counts.whole_of(self.tokens, numeral)
        return Head(lemma, known=True, bare=False) if lemma else None


def draft_of(numeral: Numeral, kind: QuantityType, unit: str | None) -> Draft:
    """Make a draft that reaches as far as its number."""
    return Draft(numeral, numeral.value, kind, unit, numeral.start, numeral.end, numeral.first, numeral.next)


def reaching_back(draft: Draft, scene: Scene, words: int = 1) -> Draft:
    """Take in the words before a draft."""
    first = draft.first - words
    return replace(draft, first=first, start=scene.tokens[first].start)


def reaching_on(draft: Draft, scene: Scene, following: int) -> Draft:
    """Take in the words up to token `following`."""
    return replace(draft, next=following, end=scene.tokens[following - 1].end)


def signed(draft: Draft, scene: Scene) -> Draft:
    """Take in a minus sign or word before the number."""
    if draft.first == 0:
        return draft
    before = scene.tokens[draft.first - 1]
    minus = before.folded in _MINUS
    tight = minus and before.end == draft.start and (before.start == 0 or scene.text[before.start - 1] in " \n([$€£")
    alone = minus and draft.first == 1 and draft.next == len(scene.tokens)
    if before.folded in _NEGATIVE_WORDS or tight or alone:
        return reaching_back(replace(draft, value=-draft.value), scene)
    return draft
