"""Reading the desk's settings (briefings.toml): every mistake at once, each with its line and what to do."""

from __future__ import annotations

import re
import tomllib
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, get_args, get_origin

from pydantic import BaseModel, ValidationError

from briefings.config import Config, Page
from briefings.errors import ConfigurationError
from briefings.languages.casing import lower
from briefings.model.colours import unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from pydantic_core import ErrorDetails

_LARGEST = 1024 * 1024
_LINE = re.compile(r"\(at line (\d{1,7}), column \d{1,7}\)")
_HEADER = re.compile(r"[ \t]*(\[\[?)([^\[\]\n#]{1,300})\]\]?")
_KEY = re.compile(r"[ \t]*([\w\"'. \t-]{1,200}?)[ \t]*=")


def load_config(path: Path | None) -> Config:
    """Give the settings of a file, the defaults when `path` is None. `ConfigurationError` names every mistake."""
    if path is None:
        return Config()
    text = _text_of(path)
    data = table_of(text, str(path))
    lines = lines_of_keys(text)
    mistakes = list(_faint_colours(data, path, lines))
    config: Config | None = None
    try:
        config = Config.model_validate(data)
    except ValidationError as error:
        mistakes += [_mistake(detail, path, lines) for detail in error.errors()]
    if config is None or mistakes:
        raise ConfigurationError("\n".join(dict.fromkeys(words for _, words in sorted(mistakes))))
    return config


def _faint_colours(
    data: dict[str, Any], path: Path, lines: dict[tuple[str | int, ...], int]
) -> Iterator[tuple[int, str]]:
    """Find colours in which letters cannot be read, with line and message."""
    try:
        page = Page.model_validate(data.get("page", {}))
    except ValidationError:
        return
    for key, words in unreadable(page.accent, page.light.own(), page.dark.own()):
        line = lines.get(tuple(key.split(".")), 0)
        where = f"{path}:{line}" if line else str(path)
        yield line, f"{where}: {key}: {words}; choose colours further apart"


def json_schema() -> dict[str, Any]:
    """Give the JSON Schema of briefings.toml, for editors."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **Config.model_json_schema()}


def table_of(text: str, path: str) -> dict[str, Any]:
    """Give the table a TOML file holds; `ConfigurationError` names the line that is none."""
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        line = _LINE.search(str(error))
        where = f"{path}:{line[1]}" if line else path
        words = _LINE.sub("", str(error)).strip()
        message = f"{where}: not TOML ({words}); correct the line"
        raise ConfigurationError(message) from error


def _text_of(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
    except OSError as error:
        message = f"{path}: the settings cannot be read ({error.strerror}); check the path"
        raise ConfigurationError(message) from error
    if len(data) > _LARGEST:
        message = f"{path}: larger than {_LARGEST:,} bytes; this is no settings file"
        raise ConfigurationError(message)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"{path}:{line}: byte 0x{data[error.start]:02X} is not UTF-8; save the file as UTF-8"
        raise ConfigurationError(message) from error


def _mistake(detail: ErrorDetails, path: Path, lines: dict[tuple[str | int, ...], int]) -> tuple[int, str]:
    """Give the line and the message of one mistake."""
    place = detail["loc"]
    line = next((lines[place[:length]] for length in range(len(place), 0, -1) if place[:length] in lines), 0)
    where = f"{path}:{line}" if line else str(path)
    return line, f"{where}: {_words(detail)}"


def _words(detail: ErrorDetails) -> str:
    place = detail["loc"]
    name = ".".join(str(part) for part in place)
    kind = detail["type"]
    if kind == "extra_forbidden":
        nearest = get_close_matches(str(place[-1]), _keys_at(place[:-1]), n=1, cutoff=0.5)
        advice = f"did you mean {nearest[0]}?" if nearest else f"known are {', '.join(_keys_at(place[:-1]))}"
        return f"no setting is called {name}; {advice}"
    given = repr(detail["input"]) if isinstance(detail["input"], str | int | float | bool) else ""
    if kind == "literal_error":
        return f"{name}: {given} is not one of {detail['ctx']['expected']}; choose one of them"
    if kind == "missing":
        return f"{name} is missing; add it"
    if kind == "value_error":
        words = str(detail["ctx"]["error"])
        return f"{name}: {words}" if name else words
    message = detail["msg"]
    return f"{name}: {lower(message[:1], 'en')}{message[1:]}{', not ' + given if given else ''}; correct it"


def _keys_at(place: Sequence[str | int]) -> list[str]:
    """Give the keys a table of the settings may hold."""
    model: type[BaseModel] = Config
    is_named = False
    for part in place:
        if isinstance(part, int) or is_named:  # a table of the desk's own naming, [delivery.lists.NAME]
            is_named = False
            continue
        field = model.model_fields.get(part)
        is_named = field is not None and get_origin(field.annotation) is dict
        inner = None if field is None else _model_in(field.annotation)
        if inner is None:
            return []
        model = inner
    return list(model.model_fields)


def _model_in(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model_in(part))), None)


def lines_of_keys(text: str) -> dict[tuple[str | int, ...], int]:
    """Find the line of every key that begins a line, by its path; arrays of tables count their entries from 0."""
    lines: dict[tuple[str | int, ...], int] = {}
    table: tuple[str | int, ...] = ()
    entries: dict[tuple[str, ...], int] = {}
    for number, line in enumerate(text.split("\n"), start=1):
        header = _HEADER.match(line)
        if header:
            names = _parts(header[2])
            table = names
            if header[1] == "[[":
                entries[names] = entries.get(names, -1) + 1
                table = (*names, entries[names])
                lines.setdefault(names, number)
            lines.setdefault(table, number)
        elif key := _KEY.match(line):
            lines.setdefault((*table, *_parts(key[1])), number)
    return lines


def _parts(name: str) -> tuple[str, ...]:
    return tuple(part.strip(" \t\"'") for part in name.split("."))
