"""The desk's own look: the files of `look/` in the content folder, each checked before anything is made with it.

A file there takes the place of the shipped one of the same name; labels replace single words, fonts a whole role. All
of it is the desk's word: what is wrong ends the build, with every mistake in one message, and the editions stay.
"""

from __future__ import annotations

from difflib import get_close_matches
from hashlib import sha256
from typing import TYPE_CHECKING

from briefings.errors import ConfigurationError
from briefings.model.look import FOLDER, SHIPPED, Look
from briefings.rendering.environment import shipped_names
from briefings.rendering.look.checking import mistakes_in
from briefings.rendering.look.fonts import faces_of
from briefings.rendering.look.labels import own_labels

if TYPE_CHECKING:
    from collections.abc import Mapping

_REMARKS = (".txt", ".md")
"""Files the desk keeps beside the others for itself; beside fonts they are licences."""


def look_of(files: Mapping[str, bytes | str]) -> Look:
    """Give the look that the files of the folder make; those of str say why a file cannot be had.

    `ConfigurationError` names every mistake, one a line.
    """
    if not files:
        return SHIPPED
    mistakes = [f"{path}: {reason}" for path, reason in files.items() if isinstance(reason, str)]
    own = {path.removeprefix(f"{FOLDER}/"): data for path, data in sorted(files.items()) if isinstance(data, bytes)}
    shipped = shipped_names()
    texts: dict[str, str] = {}
    labels: dict[str, dict[str, str]] = {}
    fonts, licences = {}, {}
    for name, data in own.items():
        if name in {"labels.tr.toml", "labels.en.toml"}:
            language = name.split(".")[1]
            labels[language] = own_labels(_text(name, data, mistakes), language, mistakes)
        elif name in shipped:
            texts[name] = _text(name, data, mistakes)
        elif name.startswith("fonts/") and name.endswith(_REMARKS):
            licences[name.removeprefix("fonts/")] = data
        elif name.startswith("fonts/"):
            fonts[name.removeprefix("fonts/")] = data
        elif "/" in name or not name.endswith(_REMARKS):
            mistakes.append(f"{FOLDER}/{name}: nothing of a look is called so; {_nearest(name, shipped)}")
    look = Look(_digest(own), texts, labels, faces_of(fonts, mistakes), licences)
    mistakes += mistakes_in(look)
    if mistakes:
        raise ConfigurationError("\n".join(mistakes))
    return look


def _text(name: str, data: bytes, mistakes: list[str]) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        byte = f"byte 0x{data[error.start]:02X}"
        mistakes.append(f"{FOLDER}/{name}:{line}: {byte} is not UTF-8; save the file as UTF-8")
        return ""


def _nearest(name: str, shipped: frozenset[str]) -> str:
    known = [*sorted(shipped), "labels.tr.toml", "labels.en.toml"]
    near = get_close_matches(name, known, n=1, cutoff=0.5)
    return f"did you mean {near[0]}?" if near else "docs/templates.md lists what can be replaced"


def _digest(files: Mapping[str, bytes]) -> str:
    made = sha256()
    for name, data in files.items():
        made.update(name.encode() + b"\0" + sha256(data).digest())
    return made.hexdigest()
