"""What moved: numbers and days of coming events that are not what the latest earlier edition gave, in any language.

An edition remembers what its stories counted (`CountRecord`). Today's entry of the same count is held against the
latest record of it; one that the record or a later day agrees with has not moved.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from briefings.languages.concepts import deeds
from briefings.model import Claim, CountRecord, Dispute, Move, Quantity
from briefings.planning.counts import (
    DATE,
    LENGTH,
    agree,
    are_of_one_size,
    count_the_same,
    happening,
    has_moved,
    languages_in,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from briefings.model import EditionRecord, Entry

_LONGEST_KEPT = timedelta(days=7)
_MOST_IN_STORY = 60
"""Records of a story that are kept."""
_MOST_ENTRIES = 400
"""Entries of a story that are held against the records, the latest ones: every one is compared with every one."""
_MOST_KEPT = 3000
_LONGEST_COURSE = 13
"""Editions whose value is remembered beside the latest one."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a story's counts stand after a day."""

    moves: tuple[Move, ...]
    disputes: tuple[Dispute, ...]
    """Where a source of today contradicts another one's number of an earlier edition, for the day of that one."""
    records: tuple[CountRecord, ...]
    """Of the day, then of earlier days: what this day's articles gave again is not among these."""


def counts_by_story(earlier: EditionRecord | None) -> dict[str, list[CountRecord]]:
    """Give what the last edition remembers of counts, by story."""
    found: dict[str, list[CountRecord]] = {}
    for record in earlier.counts if earlier else ():
        found.setdefault(record.story, []).append(record)
    return found


def standing_of(story: str, entries: Iterable[Entry], before: Sequence[CountRecord], day: date) -> Standing:
    """Hold a story's entries of a day, in the order of publication, against what earlier editions gave."""
    found = tuple(entry for entry in entries if not entry.count.unit.startswith(LENGTH))[-_MOST_ENTRIES:]
    tables = {key: _comparable(key, before) for key in {(entry.count.unit, entry.count.human) for entry in found}}
    held = [(entry, _latest(entry, tables[entry.count.unit, entry.count.human])) for entry in found]
    moved = [(entry, record) for entry, record in held if record is not None and _differs(entry, record)]
    disputed = _contradictions(held)
    moved.sort(key=lambda pair: "change" not in pair[0].count.aspects)
    left = {(entry.evidence.article, entry.evidence.sentence, record.count.value) for entry, record in moved}
    now = _each_once(
        _record(story, entry, day, record)
        for entry, record in reversed(held)
        if (entry.evidence.article, entry.evidence.sentence, entry.count.value) not in left
    )
    given_again = {id(record) for _, record in held}
    old = [record for record in before if id(record) not in given_again]
    return Standing(_moves(moved), disputed, tuple([*now, *old][:_MOST_IN_STORY]))


def kept(standings: Mapping[str, Standing], earlier: EditionRecord | None, day: date) -> tuple[CountRecord, ...]:
    """Give what is remembered of counts: those of today's stories, and of stories not told today for a week."""
    asleep = (record for record in (earlier.counts if earlier else ()) if record.story not in standings)
    records = (record for standing in standings.values() for record in standing.records)
    lasting = [record for record in (*records, *asleep) if day - record.given <= _LONGEST_KEPT]
    return tuple(lasting[:_MOST_KEPT])


def _each_once(records: Iterable[CountRecord]) -> list[CountRecord]:
    """Keep one record of what is given more than once in one language."""
    kept: dict[tuple[object, ...], CountRecord] = {}
    for record in records:
        count = record.count
        kept.setdefault((count.unit, count.value, count.about & deeds(), languages_in(count.about)), record)
    return list(kept.values())


def _comparable(key: tuple[str, bool], before: Sequence[CountRecord]) -> list[CountRecord]:
    """Give the records of a unit; where people are counted, all that count people."""
    unit, human = key
    return [record for record in before if record.count.unit == unit or (human and record.count.human)]


def _latest(entry: Entry, before: Sequence[CountRecord]) -> CountRecord | None:
    """Give the latest record of the same count: of one day, the one that agrees, else the one most like it."""
    same = [record for record in before if count_the_same(record.count, entry.count)]
    return max(
        same,
        key=lambda record: (
            record.given,
            agree(record.count, entry.count),
            bool(happening(record.count, entry.count)),
            len(record.count.about & entry.count.about),
        ),
        default=None,
    )


def _differs(entry: Entry, record: CountRecord) -> bool:
    """Say whether an entry tells another value than the record, and not one of a day before."""
    if agree(record.count, entry.count) or not has_moved(record.count, entry):
        return False
    return entry.count.day is None or entry.count.day >= (record.count.day or record.given)


def _contradictions(held: Iterable[tuple[Entry, CountRecord | None]]) -> tuple[Dispute, ...]:
    """Give what today is told otherwise of a day an earlier edition has told of, each record once."""
    found: dict[int, Dispute] = {}
    for entry, record in held:
        if record is not None and _contradicts(entry, record):
            found.setdefault(id(record), Dispute((Claim(entry.fact),), record))
    return tuple(found.values())


def _contradicts(entry: Entry, record: CountRecord) -> bool:
    """Say whether an entry looks back on the day of the record, and another source gives another value for it."""
    now, then = entry.count, record.count
    if now.day is None or now.day != (then.day or record.given) or now.unit == DATE or now.source == then.source:
        return False
    return are_of_one_size(now, then) and not agree(now, then) and not has_moved(then, entry)


def _moves(moved: Sequence[tuple[Entry, CountRecord]]) -> tuple[Move, ...]:
    """Put together what gives one count: the first tells it, others that agree stand behind it."""
    groups: list[tuple[CountRecord, list[Entry]]] = []
    for entry, record in moved:
        for first, group in groups:
            if first is record or any(count_the_same(entry.count, other.count) for other in group):
                group.extend([entry] if agree(entry.count, group[0].count) else [])
                break
        else:
            groups.append((record, [entry]))
    return tuple(Move(tuple(entry.fact for entry in group), _shown(group[0]), record) for record, group in groups)


def _shown(entry: Entry) -> str:
    """Give a number as its fact has it, or the one day."""
    fact = entry.fact
    return fact.value if isinstance(fact, Quantity) else date.fromordinal(int(entry.count.value)).isoformat()


def _record(story: str, entry: Entry, day: date, before: CountRecord | None) -> CountRecord:
    unit = entry.fact.unit if isinstance(entry.fact, Quantity) else None
    article = entry.evidence.article
    course = before.course_to(entry.fact.type, unit) if before and isinstance(entry.fact, Quantity) else ()
    return CountRecord(
        story, day, entry.fact.type, unit, _shown(entry), article, entry.count, course[-_LONGEST_COURSE:]
    )
