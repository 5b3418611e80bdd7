"""What a given name tells of a person's gender, for "he" and "she"."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Literal, get_args

from briefings.languages.casing import lower

Gender = Literal["female", "male"]


def gender_of(name: str) -> Gender | None:
    """Give the gender the first part of a person's name tells; None when it tells none."""
    first = name.split(maxsplit=1)[:1]
    return _genders().get(lower(first[0], "en")) if first else None


@lru_cache(maxsize=1)
def _genders() -> dict[str, Gender]:
    """Read genders.toml once; a name given to both tells nothing."""
    data: dict[str, str] = tomllib.loads(
        (files("briefings.languages") / "en" / "genders.toml").read_text(encoding="utf-8")
    )
    names: dict[Gender, set[str]] = {gender: set(data[gender].split()) for gender in get_args(Gender)}
    both = names["female"] & names["male"]
    return {name: gender for gender, given in names.items() for name in given - both}
