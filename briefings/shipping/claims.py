"""What a piece of a page claims, checked against the sources and the record. Standard library only."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, Final, Literal

from briefings.languages.labels import label_words, texts_of_labels
from briefings.languages.timex import as_read, days_of
from briefings.shipping.pages import squeezed
from briefings.shipping.sayings import says_date, says_number
from briefings.shipping.series import KEYS as SERIES
from briefings.shipping.series import says_series

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefings.shipping.desk_texts import DeskText
    from briefings.shipping.pages import Piece, PieceKind

Problem = tuple[Literal["fabricated", "misattributed", "source-changed"], str]
_SPAN = re.compile(r"(\d+)-(\d+)")
_WORD = re.compile(r"\w+")
_LETTERS = re.compile(r"[^\W\d_]+")
_EDGES = re.compile(r"^\W+|\W+$")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MOVED_FROM: Final = frozenset({"figure-before", "change-before", "dispute-before"})
_FROM_RECORD: Final = frozenset(
    {
        "change-earlier", "change-reason", "change-passage", "voice-before", "voice-outlet",
        "revision-title", "revision-reason", "revision-passage",
    }
)  # fmt: skip


@dataclass(frozen=True)
class Archive:
    """An edition's record: sources by article, facts by place, names by key."""

    texts: dict[str, str]
    facts: dict[tuple[str, str, int, int], dict[str, Any]]
    articles: dict[str, dict[str, Any]]
    names: dict[str, dict[str, str]]
    before: frozenset[str]
    """Numbers and days of earlier editions that have moved since, or that a source of today contradicts."""
    told: frozenset[str]
    """Titles, reasons and sentences that the record holds of earlier versions and editions."""
    offices: dict[str, list[str]]
    """What a stated office is called in the readers' languages."""
    manifest: dict[str, Any]
    changed: frozenset[str]
    """Ids of articles whose source is not what was read."""
    desk: dict[str, DeskText] | None
    record: dict[str, Any]
    """facts.json, whole."""

    @classmethod
    def of(
        cls,
        facts: dict[str, Any],
        texts: dict[str, str],
        manifest: dict[str, Any],
        changed: frozenset[str],
        desk: dict[str, DeskText] | None,
    ) -> Archive:
        """Lay out facts.json for look-ups."""
        placed = {
            (identity, fact["kind"], fact["start"], fact["end"]): fact
            for identity, found in facts["facts"].items()
            for fact in found["facts"]
        }
        articles = {article["id"]: article for article in facts["articles"]}
        return cls(
            texts=texts,
            facts=placed,
            articles=articles,
            names=facts.get("names", {}),
            before=_values_before(facts),
            told=_told_earlier(facts),
            offices=facts.get("offices", {}),
            manifest=manifest,
            changed=changed,
            desk=desk,
            record=facts,
        )

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of every source."""
        return frozenset(word for text in self.texts.values() for word in _LETTERS.findall(text))

    def label_words(self, language: str) -> frozenset[str]:
        """Every word a label can put on a page."""
        known = label_words(language) | self.own_labels(language)
        return frozenset(word for text in known for word in _LETTERS.findall(text))

    def own_labels(self, language: str) -> frozenset[str]:
        """Every text that a label of the desk's own can put on a page, as the record of the edition has it."""
        own = self.manifest.get("labels", {}).get(language, {})
        return texts_of_labels(own.values())


def check_piece(piece: Piece, archive: Archive, language: str) -> Problem | None:
    """Give what is wrong with a piece, None when it stands."""
    return _CHECKS[piece.kind](piece, archive, language)


def _source_words(piece: Piece, archive: Archive, _language: str) -> Problem | None:
    identity, _, place = piece.reference.partition(" ")
    text, span = archive.texts.get(identity), _SPAN.fullmatch(place)
    if text is None or span is None:
        return "fabricated", f"“{piece.text}” names no source of this edition"
    if squeezed(text[int(span[1]) : int(span[2])]) == piece.text:
        return None
    if identity in archive.changed:
        return "source-changed", f"“{piece.text}” is not in sources/{identity}.txt as it stands now"
    if any(piece.text in squeezed(other) for other in archive.texts.values()):
        return "misattributed", f"“{piece.text}” stands elsewhere than at {place} of {identity}"
    return "fabricated", f"“{piece.text}” is not what {identity} says at {place}"


def _fact_value(piece: Piece, archive: Archive, language: str) -> Problem | None:
    identity, kind, place = _parted(piece.reference)
    fact = _fact(archive, identity, kind, place)
    if fact is None:
        return "fabricated", f"“{piece.text}” stands on no fact of this edition ({piece.reference})"
    if problem := _fact_words(fact, identity, archive):
        return problem
    if _says(piece.text, fact, archive, identity, language):
        return None
    return "fabricated", f"“{piece.text}” is not what the source says: “{fact['text']}” ({identity})"


def _says(shown: str, fact: dict[str, Any], archive: Archive, identity: str, language: str) -> bool:
    corrected = fact.get("corrected")
    if corrected and shown in corrected["says"]:
        return True
    if shown == fact.get("name") or (shown == squeezed(fact["text"]) and not corrected):
        return True
    if fact["kind"] == "date":
        reasoning = fact.get("reasoning") or {}
        published = archive.articles[identity].get("published") or ""
        anchors = (reasoning.get("anchor", ""), str(abs(reasoning.get("shift", 0))), published[:10])
        also = frozenset((*_ends(as_read(fact["value"], fact["rule"])), *anchors))
        return says_date(shown, fact["value"], also, language)
    if fact["kind"] == "quantity":
        return says_number(shown, fact["value"], language)
    return shown in archive.names.get(fact.get("key", ""), {}).values()


def _ends(value: str | None) -> tuple[str, ...]:
    """Give the first and last day of a value, which a page may show for a week, a quarter or a range."""
    return tuple(day.isoformat() for day in days_of(value) or ())


def _speaker(piece: Piece, archive: Archive, _language: str) -> Problem | None:
    identity, place = piece.reference.rpartition(":")[::2]
    quote = _fact(archive, identity, "quote", place)
    if quote is None:
        return "fabricated", f"“{piece.text}” speaks no quotation of this edition ({piece.reference})"
    if problem := _fact_words(quote, identity, archive):
        return problem
    spoken_of = _words_at(archive.texts[identity], quote.get("speaker_start"), quote.get("speaker_end"))
    own = quote.get("corrected", {}).get("says", ())
    known = archive.names.get(quote.get("speaker_key") or "", {}).values()
    allowed = {quote["speaker"], spoken_of, *known, *own} - {None, ""}
    if piece.text not in allowed:
        return (
            "misattributed",
            f"“{piece.text}” did not say “{quote['text'][:80]}”; {identity} names {quote['speaker'] or 'nobody'}",
        )
    if not own and not _named_in(quote, archive.texts[identity], archive):
        return "misattributed", f"{identity} does not name “{piece.text}”"
    return None


def _named_in(quote: dict[str, Any], text: str, archive: Archive) -> bool:
    """Say whether the source itself names the speaker: some word of the name, or a name the tables know."""
    name = quote["speaker"] or ""
    return quote.get("speaker_key") in archive.names or any(word in text for word in _WORD.findall(name))


def _role(piece: Piece, archive: Archive, _language: str) -> Problem | None:
    identity, place = piece.reference.rpartition(":")[::2]
    person = _fact(archive, identity, "person", place)
    if person is None or not person.get("role"):
        return "fabricated", f"“{piece.text}” is no office stated in this edition ({piece.reference})"
    if problem := _fact_words(person, identity, archive):
        return problem
    own = person.get("corrected", {}).get("says", ())
    stated = _words_at(archive.texts[identity], person.get("role_start"), person.get("role_end"))
    if not own and squeezed(stated) != squeezed(person["role"]):
        return "fabricated", f"{identity} does not state the office “{person['role']}”"
    shown = {person["role"], *archive.offices.get(person["role"], ()), *own}
    return (
        None
        if piece.text in shown
        else ("misattributed", f"“{piece.text}” is not the office stated: “{person['role']}” ({identity})")
    )


def _edition_claim(piece: Piece, archive: Archive, language: str) -> Problem | None:
    key, _, of = piece.reference.partition(":")
    if key not in SERIES:
        return _edition_value(piece, archive, language)
    if says_series(key, of, piece.text, archive.record, language):
        return None
    return "fabricated", f"“{piece.text}” is not what the record holds from edition to edition"


def _edition_value(piece: Piece, archive: Archive, language: str) -> Problem | None:
    key, _, identity = piece.reference.partition(":")
    article = archive.articles.get(identity)
    known = {"outlet": "outlet", "path": "path", "url": "url"}
    if article is not None and key in known:
        value = article.get(known[key]) or ""
        if value and piece.text != value and not _owned(piece.text, archive):
            return "fabricated", f"“{piece.text}” is not the {key} of {identity}: “{value}”"
    if article is not None and key == "sha256" and not article["sha256"].startswith(piece.text.rstrip("…")):
        return "fabricated", f"{piece.text} is not the hash of {identity}"
    if key in _FROM_RECORD and piece.text not in archive.told:
        return "fabricated", f"“{piece.text}” is not what the record holds of an earlier version or edition"
    if key in _MOVED_FROM and not any(_says_before(piece.text, value, language) for value in archive.before):
        return "fabricated", f"“{piece.text}” is nothing an earlier edition gave"
    if key == "number" and not identity and piece.text != str(archive.manifest["number"]):
        return "fabricated", f"{piece.text} is not the number of this edition: {archive.manifest['number']}"
    return None


def _says_before(shown: str, value: str, language: str) -> bool:
    if _DAY.fullmatch(value):
        return says_date(shown, value, frozenset(), language)
    return says_number(shown, value, language)


def _values_before(facts: dict[str, Any]) -> frozenset[str]:
    """Give the values of earlier editions that today's stand against: moved since, or contradicted."""
    found = [change["before"] for change in facts.get("changes", ())]
    found += [dispute["before"] for story in facts.get("stories", ()) for dispute in story.get("disputes", ())]
    return frozenset(value for value in found if value)


def _told_earlier(facts: dict[str, Any]) -> frozenset[str]:
    """Give every text the record has of what was published before."""
    found: list[str] = []
    for position in facts.get("positions", ()):
        found += [position["words"], position["outlet"]]
    for change in facts.get("changes", ()):
        found += [words for _, words in change["earlier"]] + [change["reason"] or ""]
        found += [words for passage in change["passages"] for words in passage]
    for revision in facts.get("record", {}).get("revisions", ()):
        for change in revision["changes"]:
            found += [change["text"]["title"], change["reason"]]
            found += [words for passage in change["passages"] for words in passage]
    return frozenset(map(squeezed, found))


def _owned(text: str, archive: Archive) -> bool:
    """Say whether a text is a name some outlet of the desk goes by; without the desk's file nobody can tell."""
    outlets = None if archive.desk is None else archive.desk.get("outlets.toml")
    return archive.desk is None or (outlets is not None and outlets.strange_word(text) is None)


def _desk_words(piece: Piece, archive: Archive, _language: str) -> Problem | None:
    """Check words of the desk's own: each stands in the file that is named, or the whole text in the settings."""
    if piece.reference == "config":
        known = archive.manifest.get("texts")
        is_own = known is None or piece.text in {squeezed(text) for text in known}
        return None if is_own else ("fabricated", f"“{piece.text}” is no text of the settings")
    if archive.desk is None:
        return None
    if piece.reference not in archive.desk:
        return "fabricated", f"“{piece.text}” stands on {piece.reference!r}, which is no file of the desk"
    file = archive.desk[piece.reference]
    strange = file.strange_word(piece.text)
    if strange is None and file.says(piece.text):
        return None
    return "fabricated", f"the desk's {piece.reference} does not say “{strange or piece.text[:80]}”"


def _label(piece: Piece, archive: Archive, language: str) -> Problem | None:
    """Look a text up among the labels; marks around it, such as a bracket, say nothing."""
    if not _WORD.search(piece.text) or _bare(piece.text) in _bare_labels(language):
        return None
    if _bare(piece.text) in map(_bare, archive.own_labels(language)):
        return None
    return "fabricated", f"“{piece.text}” stands on nothing: no source, no fact, no label"


@cache
def _bare_labels(language: str) -> frozenset[str]:
    return frozenset(_bare(text) for text in label_words(language))


def _bare(text: str) -> str:
    return _EDGES.sub("", text)


def _fact(archive: Archive, identity: str, kind: str, place: str) -> dict[str, Any] | None:
    span = _SPAN.fullmatch(place)
    return archive.facts.get((identity, kind, int(span[1]), int(span[2]))) if span else None


def _fact_words(fact: dict[str, Any], identity: str, archive: Archive) -> Problem | None:
    """Say when the source no longer holds the words a fact was found in."""
    if archive.texts[identity][fact["start"] : fact["end"]] == fact["text"]:
        return None
    if identity in archive.changed:
        return "source-changed", f"sources/{identity}.txt does not say “{fact['text'][:80]}” any more"
    return "fabricated", f"{identity} does not say “{fact['text'][:80]}”"


def _parted(reference: str) -> tuple[str, str, str]:
    head, _, place = reference.rpartition(":")
    identity, _, kind = head.rpartition(":")
    return identity, kind, place


def _words_at(text: str, start: int | None, end: int | None) -> str:
    return "" if start is None or end is None else text[start:end]


_CHECKS: Final[dict[PieceKind, Callable[[Piece, Archive, str], Problem | None]]] = {
    "src": _source_words,
    "fact": _fact_value,
    "speaker": _speaker,
    "role": _role,
    "edition": _edition_claim,
    "desk": _desk_words,
    "label": _label,
}
