"""What a template is told that uses a name nobody knows: the nearest right one."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from jinja2 import StrictUndefined
from jinja2.utils import missing

if TYPE_CHECKING:
    from collections.abc import Iterable

_MOST_KNOWN = 12


class Unknown(StrictUndefined):
    """An undefined name: an error wherever it is used."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        if self._undefined_hint:
            return self._undefined_hint
        name, owner = self._undefined_name, self._undefined_obj
        if owner is missing:
            return f"nothing here is called {name!r}; docs/templates.md lists what a template is given"
        return f"{_called(owner)} has no {name!r}; {nearest(str(name), _names_in(owner))}"


def nearest(name: str, known: Iterable[str]) -> str:
    """Give advice on a wrong name: the nearest right one, else those there are."""
    names = sorted(known)
    near = get_close_matches(name, names, n=1, cutoff=0.5)
    if near:
        return f"did you mean {near[0]!r}?"
    more = " …" if len(names) > _MOST_KNOWN else ""
    return f"it has {', '.join(names[:_MOST_KNOWN])}{more}" if names else "it has no names at all"


def _called(owner: Any) -> str:  # noqa: ANN401 - anything a template can hold
    kind = type(owner).__name__
    return {"PageView": "the view", "dict": "this table", "NoneType": "what is not there"}.get(kind, kind)


def _names_in(owner: Any) -> list[str]:  # noqa: ANN401
    names = owner if isinstance(owner, dict) else dir(owner)
    return [name for name in names if isinstance(name, str) and not name.startswith("_")]
