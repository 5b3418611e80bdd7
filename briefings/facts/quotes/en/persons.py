"""Whom "he" and "she" mean, of those whose name fits.

That is the subject of the sentence before, else the last person who spoke, else the only one named shortly before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.languages.en.genders import gender_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefings.facts.quotes.speakers import Before, Speaker

_GENDERS = {"he": "male", "she": "female"}


def person_meant(pronoun: str, before: Before) -> Speaker | None:
    """Give the person a pronoun means; None when nobody fits or several do."""
    gender = _GENDERS[pronoun]
    if before.subject and _fits(before.subject, gender):
        return before.subject
    spoke = before.spoke if before.spoke and _fits(before.spoke, gender) else None
    if spoke is None:
        return _only(before.near, gender)
    rivals = [one for one in before.since if one.key != spoke.key and _fits(one, gender)]
    return None if rivals else spoke


def _only(persons: Iterable[Speaker], gender: str) -> Speaker | None:
    """Give the person who fits when there is one only; a name that tells the gender goes before one that does not."""
    fitting = [one for one in persons if _fits(one, gender)]
    sure = [one for one in fitting if one.name and gender_of(one.name) == gender]
    chosen = fitting if len(fitting) == 1 else sure
    return chosen[0] if len(chosen) == 1 else None


def _fits(person: Speaker, gender: str) -> bool:
    """Say whether a person's name does not tell the other gender."""
    return person.name is not None and gender_of(person.name) in {gender, None}
