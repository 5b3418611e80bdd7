"""The words templates print, with those the desk says otherwise."""

from __future__ import annotations

import copy
from difflib import get_close_matches
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from briefings.errors import ConfigurationError
from briefings.languages.labels import COMPUTED, label, labels_of, pieces
from briefings.model.look import FOLDER
from briefings.settings import lines_of_keys, table_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefings.model.look import Look

OWN: Final = "own"
"""The table of labels for templates of the desk's own: any key may stand there."""


@lru_cache(maxsize=8)
def words_in(language: str, look: Look) -> dict[str, Any]:
    """Give all labels of a language as nested tables."""
    own = look.labels_in(language)
    if not own:
        return labels_of(language)
    words = copy.deepcopy(labels_of(language))
    for path, text in own.items():
        table = words
        *tables, key = path.split(".")
        for name in tables:
            table = table.setdefault(name, {})
        table[key] = text
    return words


def word(language: str, path: str, look: Look) -> str:
    """Give one label by its dotted path: "sections.stories"."""
    own = look.labels_in(language).get(path)
    return label(language, path) if own is None else own


def own_labels(text: str, language: str, mistakes: list[str]) -> dict[str, str]:
    """Read the desk's labels of a language, by dotted path; each must be a known one, with the same places."""
    path = f"{FOLDER}/labels.{language}.toml"
    try:
        table = table_of(text, path)
    except ConfigurationError as error:
        mistakes.append(str(error))
        return {}
    lines = lines_of_keys(text)
    known = dict(flat(labels_of(language)))
    found = {}
    for key, value in flat(table):
        wrong = _mistake(key, value, known)
        if wrong:
            line = lines.get(tuple(key.split(".")))
            mistakes.append(f"{path}:{line}: {wrong}" if line else f"{path}: {wrong}")
        else:
            found[key] = value
    return found


def flat(table: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Give every label with its dotted path."""
    for key, value in table.items():
        if isinstance(value, dict):
            yield from flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value


def _mistake(key: str, value: object, known: Mapping[str, Any]) -> str | None:
    """Say what is wrong with a label of the desk's."""
    first = key.partition(".")[0]
    if first in COMPUTED:
        return f"{key}: how dates and numbers are written belongs to the language; leave it out"
    if not isinstance(value, str) or not value.strip():
        return f"{key}: not words; write them in quotation marks"
    if first == OWN:
        return None
    if key not in known:
        return f"no label is called {key}; {_nearest(key, known)}"
    places, needed = sorted(pieces(value)[1::2]), sorted(pieces(known[key])[1::2])
    if places != needed:
        wanted = ", ".join(f"{{{name}}}" for name in needed) or "no place in braces"
        return f"{key}: must hold {wanted}, as “{known[key]}” does"
    return None


def _nearest(key: str, known: Mapping[str, Any]) -> str:
    near = get_close_matches(key, [name for name in known if name.partition(".")[0] not in COMPUTED], n=1, cutoff=0.5)
    return f"did you mean {near[0]}?" if near else "docs/templates.md lists them"
