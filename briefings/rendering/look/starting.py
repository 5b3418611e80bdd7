"""What a look of the desk's own starts from: a shipped file as it is, or all labels, each commented out."""

from __future__ import annotations

import json
from typing import Any, Final

from briefings.errors import UsageError
from briefings.languages.labels import COMPUTED, labels_of
from briefings.rendering.environment import shipped_names, stylesheet
from briefings.rendering.look.labels import OWN, flat
from briefings.rendering.undefined import nearest

_HEAD: Final = """# Words in the place of shipped ones: take the # away from a line and write your own.
# A place in braces must stay. Words for templates of your own stand in [own]: {{ words.own.motto }}
"""


def shipped(name: str) -> str:
    """Give a shipped template, style sheet or measures; `UsageError` names the nearest when there is none."""
    if name not in shipped_names():
        message = f"no template is called {name!r}; {nearest(name, shipped_names())}"
        raise UsageError(message)
    return stylesheet(name)


def labels_file(language: str) -> str:
    """Give all labels of a language that can be said otherwise, commented out."""
    tables = {name: table for name, table in labels_of(language).items() if name not in COMPUTED}
    parts = [_HEAD, *(_table(name, table) for name, table in tables.items()), f'# [{OWN}]\n# motto = ""\n']
    return "\n".join(parts)


def _table(name: str, table: dict[str, Any]) -> str:
    lines = [f"# {key} = {json.dumps(text, ensure_ascii=False)}" for key, text in flat(table)]
    return "\n".join([f"[{name}]", *lines, ""])
