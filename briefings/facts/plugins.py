"""Annotators of other packages: entry points of the group "briefings.annotators".

A plug-in is a callable that is given a `Reading` and gives facts. They run after the built-in annotators, in the order
of their names. What they give must point at words of the article, or is refused with a notice; a plug-in that fails
costs its own facts and nothing else. See docs/plugins.md.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from importlib.metadata import entry_points
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from briefings.facts.vetting import refusal
from briefings.model import Notice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from briefings.facts.reading import Reading
    from briefings.model import Fact, Span

GROUP = "briefings.annotators"
MOST_FACTS = 10_000
"""So many facts of one article are taken from a plug-in; an endless one must not hang the build."""


class Annotator(NamedTuple):
    """An annotator of another package; without a callable when it could not be loaded, and why."""

    name: str
    version: str
    """Of the package it comes with."""
    find: Callable[[Reading], Iterable[Fact]] | None
    failure: str = ""


@cache
def installed() -> tuple[Annotator, ...]:
    """Give the plug-ins that are installed, by name; looked for once a process."""
    found = []
    for entry in sorted(entry_points(group=GROUP), key=lambda one: (one.name, one.value)):
        version = entry.dist.version if entry.dist else ""
        try:
            loaded = entry.load()
        except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever it is, it must not end the build
            found.append(Annotator(entry.name, version, None, _failure(error)))
            continue
        found.append(
            Annotator(entry.name, version, loaded)
            if callable(loaded)
            else Annotator(entry.name, version, None, f"{entry.value} is not callable")
        )
    return tuple(found)


def versions() -> dict[str, str]:
    """Give the version of every installed plug-in by its name: other plug-ins, other editions."""
    return {annotator.name: annotator.version for annotator in installed()}


def find_more(
    reading: Reading, facts: Sequence[Fact], annotators: Sequence[Annotator]
) -> tuple[tuple[Fact, ...], tuple[Notice, ...]]:
    """Give the facts of plug-ins that can be taken, beyond `facts`, and a notice for each reason to take no more."""
    taken: list[Fact] = []
    notices: list[Notice] = []
    rules: dict[tuple[str, Span], str] = {}
    if annotators:
        rules.update(((fact.kind, fact.evidence.span), fact.rule) for fact in facts)
    for annotator in annotators:
        given, failure = _run(annotator, reading)
        reasons: Counter[str] = Counter()
        for fact in given[:MOST_FACTS]:
            if why := refusal(fact, reading.article) or _known(fact, rules):
                reasons[why] += 1
                continue
            rules[fact.kind, fact.evidence.span] = fact.rule
            taken.append(fact)
        if len(given) > MOST_FACTS:
            reasons[f"more than {MOST_FACTS} facts for one article"] += 1
        notices += [_refused(reading, annotator, why, count) for why, count in reasons.items()]
        if failure:
            message = f"the plug-in {annotator.name} failed: {failure}; its facts are left out, repair or remove it"
            notices.append(Notice("warning", "annotator-failed", reading.article.source.path, None, message))
    return tuple(taken), tuple(notices)


def _known(fact: Fact, rules: dict[tuple[str, Span], str]) -> str | None:
    """Say that the same words are such a fact already."""
    rule = rules.get((fact.kind, fact.evidence.span))
    return rule and f"its words are such a fact already, by the rule {rule}"


def _run(annotator: Annotator, reading: Reading) -> tuple[list[Fact], str]:
    """Give what a plug-in finds, or nothing and what went wrong."""
    if annotator.find is None:
        return [], annotator.failure
    try:
        return list(islice(annotator.find(reading), MOST_FACTS + 1)), ""
    except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever it is, it must not end the build
        return [], _failure(error)


def _failure(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}".rstrip(": ")


def _refused(reading: Reading, annotator: Annotator, why: str, count: int) -> Notice:
    times = f" ({count} times)" if count > 1 else ""
    message = f"the plug-in {annotator.name} gave a fact that is refused: {why}{times}; repair or remove it"
    return Notice("warning", "annotator-refused", reading.article.source.path, None, message)
