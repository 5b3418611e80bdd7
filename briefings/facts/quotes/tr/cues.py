"""Turkish verbs of speech in a sentence, each with the quotation or the clause it goes with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.languages.casing import lower
from briefings.languages.tr.speech import Verb, demanded_case, reported_case, speech_words
from briefings.model.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.facts.quotes.frames import Piece

_NEAR = 4
_LEADING_ON = frozenset({":", ",", ";", "-", "–", "—"})
_LABEL = "olarak"


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of speech at `pieces[low:high]` and what it governs."""

    low: int
    high: int
    verb: Verb
    quote: int | None
    """Index of the quotation it goes with."""
    content: int | None
    """Index behind the last piece of the reported clause it goes with."""
    rule: str


def cues() -> frozenset[str]:
    """Give the words without which a sentence reports nothing."""
    return speech_words().cues


def cues_in(pieces: Sequence[Piece]) -> list[Cue]:
    """Find the verbs of speech that go with anything, in order."""
    verbs = speech_words().verbs
    return [cue for index, piece in enumerate(pieces) if piece.folded in verbs and (cue := _cue_at(pieces, index))]


def _cue_at(pieces: Sequence[Piece], index: int) -> Cue | None:
    """Say whether a verb of speech ends at a piece, and what it goes with."""
    for verb in speech_words().verbs.get(pieces[index].folded, ()) if pieces[index].kind == "word" else ():
        low = index - len(verb.before)
        if low < 0 or any(pieces[low + at].folded != word for at, word in enumerate(verb.before)):
            continue
        cue = (
            _saying(pieces, low, index, verb)
            or _with_word_between(pieces, low, index, verb)
            or _reporting(pieces, low, index, verb)
            or _before_colon(pieces, low, index, verb)
        )
        if cue:
            return cue
    return None


def _quote_before(pieces: Sequence[Piece], index: int) -> int | None:
    """Give the index of the quotation that ends before a piece, a comma or full stop between them allowed."""
    at = index - 1
    if at >= 0 and pieces[at].kind == "mark" and text_of_mark(pieces[at]) in ",.":
        at -= 1
    return at if at >= 0 and pieces[at].quote else None


def text_of_mark(piece: Piece) -> str:
    """Give the mark itself."""
    return piece.folded


def _saying(pieces: Sequence[Piece], low: int, index: int, verb: Verb) -> Cue | None:
    """`"…" dedi`, `"…" olarak tanımladı`."""
    if "saying" in verb.cases and (quote := _quote_before(pieces, low)) is not None:
        return Cue(low, index + 1, verb, quote, None, "quoted-then-said")
    if "label" in verb.cases and low > 1 and pieces[low - 1].folded == _LABEL and pieces[low - 2].quote:
        return Cue(low, index + 1, verb, low - 2, None, "quoted-as-label")
    return None


def _with_word_between(pieces: Sequence[Piece], low: int, index: int, verb: Verb) -> Cue | None:
    """`"…" diye konuştu`, `"…" ifadelerini kullandı`, `…-dığı bilgisini verdi`."""
    sets = speech_words().sets
    for at in range(low - 1, max(-1, low - 1 - _NEAR), -1):
        word = pieces[at].folded
        fits = (word in sets["manner"] and "manner" in verb.cases) or (word in sets["nouns"] and "noun" in verb.cases)
        if not fits:
            continue
        if (quote := _quote_before(pieces, at)) is not None:
            return Cue(at, index + 1, verb, quote, None, "quoted-then-verb")
        end = at - 1 if at and pieces[at - 1].folded in sets["bridges"] else at
        if end and word in sets["nouns"] and _clause_word(pieces[end - 1]):
            return Cue(end, index + 1, verb, None, end, "reported-with-noun")
    return None


def _clause_word(piece: Piece) -> bool:
    """Say whether a word ends a clause that a noun carries: "-dığı bilgisini", "-ması çağrısında"."""
    return piece.kind == "word" and "nom" in (reported_case(piece.folded), demanded_case(piece.folded))


def _reporting(pieces: Sequence[Piece], low: int, index: int, verb: Verb) -> Cue | None:
    """`…-dığını belirtti`, `…-dığı belirtildi`."""
    wanted = verb.cases - {"saying", "manner", "noun", "label"}
    if verb.form.startswith("passive"):
        passive = {"nom" if case == "acc" else "demand-nom" for case in wanted & {"acc", "demand-acc"}}
        wanted = (wanted - {"acc", "demand-acc"}) | passive
    if verb.cases & {"acc", "manner"} and _bridged(pieces, low):
        return Cue(low - 1, index + 1, verb, None, low - 1, "reported-with-noun")
    if not wanted:
        return None
    between = speech_words().sets["between"]
    for at in range(low - 1, max(-1, low - 1 - _NEAR), -1):
        rule = _rule_for(pieces[at], wanted)
        if rule:
            return Cue(low, index + 1, verb, None, at + 1, rule)
        if pieces[at].folded not in between:
            return None
    return None


def _rule_for(piece: Piece, wanted: frozenset[str] | set[str]) -> str | None:
    """Name the rule by which a word ends what a verb reports, when its case is one the verb takes.

    The word may be the last within marks: "gerektiğinde ‘hazır olduklarını’ dile getirdi".
    """
    word = lower(piece.quote.last, "tr") if piece.quote else piece.folded
    if piece.kind not in {"word", "quote"} or not word:
        return None
    case = reported_case(word)
    if case in wanted:
        return "reported-passive" if "nom" in wanted else "reported-clause"
    if f"question-{case}" in wanted:
        return "reported-question"
    return "reported-demand" if f"demand-{demanded_case(word)}" in wanted else None


def _bridged(pieces: Sequence[Piece], low: int) -> bool:
    """`…-acağı konusunda uyardı`."""
    return low > 1 and pieces[low - 1].folded in speech_words().sets["bridges"] and _clause_word(pieces[low - 2])


def _before_colon(pieces: Sequence[Piece], low: int, index: int, verb: Verb) -> Cue | None:
    """`şunları söyledi: "…"`."""
    after = index + 1
    while after < len(pieces) and after - index <= 2 and pieces[after].folded in _LEADING_ON:
        after += 1
    if after < len(pieces) and pieces[after].quote and (after - index > 1 or verb.form == "finite"):
        return Cue(low, index + 1, verb, after, None, "said-then-quoted")
    return None
