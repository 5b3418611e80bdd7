"""Front matter: what stands between `---` lines (YAML) or `+++` lines (TOML) at the top of a file.

News titles hold `:` `#` `%` and quotation marks, which YAML bends or refuses. So a known key whose value stands on its
line is read as plain text; YAML proper is asked only for values that run over several lines, and gives strings only.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from io import StringIO
from itertools import takewhile
from typing import TYPE_CHECKING

from briefings.articles.decoding import composed, visible
from briefings.articles.faults import LeftOutError, Remark, shown
from briefings.articles.fields import Value, field_of, nearest_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_LARGEST = 64 * 1024
_MOST_LINES = 1_000
_MOST_ITEMS = 200
_DEEPEST = 8
_MOST_REMARKS = 5
_FENCES = {"---": ("---", "..."), "+++": ("+++",)}
_KEY = re.compile(r"([^\W\d][^:#\n]{0,60}?)[ \t]{0,20}:(?:[ \t]+|$)")
_QUOTED = re.compile(r"""(["'])(.*)\1""")
_ITEM = re.compile(r"""[ \t]*(?:"((?:[^"\\]|\\.)*+)"|'([^']*+)'|([^,]*+))[ \t]*(?:,|$)""")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The fields of a file, and where its text begins."""

    fields: Mapping[str, Value] = field(default_factory=dict)
    body: int = 0
    """Offset of the text that follows."""
    first_line: int = 1
    """Number of the line the text begins on."""
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class _Entry:
    """One top-level key with its lines."""

    key: str
    value: str
    line: int
    more: tuple[str, ...]


def front_matter_of(text: str, *, bare: bool = False) -> FrontMatter:
    """Read the front matter of a text; one without it has none. `LeftOutError` when it is out of all measure.

    With `bare`, keys that stand at the top without fences count too, as Pelican writes them.
    """
    opening = text[:4].rstrip("\n \t")
    if opening not in _FENCES or text[3:].lstrip(" \t")[:1] not in {"\n", ""}:
        return _bare_keys(text) if bare else FrontMatter()
    lines = text[: _LARGEST + 1].split("\n")
    end = next((n for n, line in enumerate(lines) if n and line.rstrip() in _FENCES[opening]), None)
    if end is None:
        if len(text) > _LARGEST and _KEY.match(lines[1]):
            message = f"the front matter is longer than {_LARGEST // 1024} KiB or never ends; close it with {opening}"
            raise LeftOutError(message, code="front-matter", line=1)
        remark = Remark("front-matter", 1, f"the line {opening} opens no front matter; close it with {opening}")
        return FrontMatter(remarks=(remark,))
    if end > _MOST_LINES:
        message = f"the front matter has more than {_MOST_LINES} lines; keep to the keys that are known"
        raise LeftOutError(message, code="front-matter", line=_MOST_LINES)
    inner = lines[1:end]
    fields, remarks = _toml_fields(inner) if opening == "+++" else _yaml_fields(inner)
    body = min(len(text), sum(len(line) + 1 for line in lines[: end + 1]))
    return FrontMatter(fields, body, end + 2, tuple(remarks))


def _bare_keys(text: str) -> FrontMatter:
    """Read `Title: …` and `Date: …` at the very top, up to an empty line: two known keys at least, and nothing else."""
    lines = list(takewhile(str.strip, text[:_LARGEST].split("\n")))
    keys = [match[1] for line in lines if (match := _KEY.match(line))]
    is_header = len(keys) > 1 and all(field_of(key, "front_matter") for key in keys[:2])
    if not is_header or any(not _KEY.match(line) and line[0] not in " \t" for line in lines):
        return FrontMatter()
    fields, remarks = _yaml_fields(lines, first=1)
    return FrontMatter(fields, min(len(text), sum(len(line) + 1 for line in lines)), len(lines) + 1, tuple(remarks))


def _yaml_fields(lines: list[str], first: int = 2) -> tuple[dict[str, Value], list[Remark]]:
    fields: dict[str, Value] = {}
    remarks: list[Remark] = []
    unknown: list[_Entry] = []
    for entry in _entries(lines, first, remarks):
        meaning = field_of(entry.key, "front_matter")
        if meaning is None:
            unknown.append(entry)
            continue
        value = _value_of(entry, remarks)
        if meaning in fields:
            words = f"{shown(entry.key)} is given twice (line {fields[meaning].line}); the first counts"
            remarks.append(Remark("front-matter-twice", entry.line, words))
        elif value is not None and (value.text or value.items):
            fields[meaning] = value
    remarks += _unknown_keys([(entry.key, entry.line) for entry in unknown])
    return fields, remarks


def _entries(lines: list[str], first: int, remarks: list[Remark]) -> Iterator[_Entry]:
    """Give the top-level keys with the lines that belong to them; `first` is the number of the first line."""
    key, value, start = "", "", 0
    more: list[str] = []
    for number, line in enumerate(lines, start=first):
        match = _KEY.match(line)
        if match:
            if key:
                yield _Entry(key, value, start, tuple(more))
            key, value, start, more = match[1].strip(), line[match.end() :].strip(), number, []
        elif key and (line[:1] in {" ", "\t", "-", ""} or more):
            more.append(line)
        elif line.strip() and not line.startswith("#"):
            message = f"{shown(line)!r} is no key and value; write key: value"
            remarks.append(Remark("front-matter", number, message))
    if key:
        yield _Entry(key, value, start, tuple(more))


def _unknown_keys(keys: list[tuple[str, int]]) -> list[Remark]:
    remarks = []
    for key, line in keys[:_MOST_REMARKS]:
        nearest = nearest_key(key)
        advice = f"did you mean {nearest}?" if nearest else "nothing is done with it"
        remarks.append(Remark("unknown-key", line, f"no key is called {shown(key)!r}; {advice}"))
    if len(keys) > _MOST_REMARKS:
        message = f"{len(keys) - _MOST_REMARKS} more keys are unknown; nothing is done with them"
        remarks.append(Remark("unknown-key", keys[_MOST_REMARKS][1], message))
    return remarks


def _value_of(entry: _Entry, remarks: list[Remark]) -> Value | None:
    """Read one value: plain text on its line, a list in brackets, else YAML."""
    continued = [line for line in entry.more if line.strip()]
    if continued and (not entry.value or entry.value[0] in "|>[{"):
        return _from_yaml(entry, remarks)
    words = " ".join([entry.value, *(line.strip() for line in continued)]).strip()
    if words.startswith("[") and words.endswith("]") and len(words) > 1:
        items = _items(words[1:-1])
        return Value(words, entry.line, items)
    return Value(_unquoted(words), entry.line)


def _unquoted(words: str) -> str:
    """Take off quotation marks that enclose the whole value and no other word."""
    match = _QUOTED.fullmatch(words)
    if not match:
        return words
    mark, inner = match.groups()
    if mark == "'":
        return inner.replace("''", "'") if "'" not in inner.replace("''", "") else words
    bare = inner.replace("\\\\", "").replace('\\"', "")
    return words if '"' in bare else inner.replace('\\"', '"').replace("\\\\", "\\")


def _items(words: str) -> tuple[str, ...]:
    found: list[str] = []
    position = 0
    while position < len(words) and len(found) < _MOST_ITEMS:
        match = _ITEM.match(words, position)
        if not match:
            return tuple(part.strip() for part in words.split(",")[:_MOST_ITEMS] if part.strip())
        item = next((group for group in match.groups() if group is not None), "").strip()
        if item:
            found.append(item)
        position = max(match.end(), position + 1)
    return tuple(found)


def _from_yaml(entry: _Entry, remarks: list[Remark]) -> Value | None:
    """Read a value over several lines with YAML: a block text or a list of texts."""
    source = "\n".join([f"value: {entry.value}", *entry.more])
    try:
        value = _yaml_strings(source)
    except _YamlFaultError as fault:
        message = f"{shown(entry.key)}: {fault}; nothing is done with it"
        remarks.append(Remark("front-matter", entry.line, message))
        return None
    if isinstance(value, list):
        items = tuple(filter(None, map(_clean, value[:_MOST_ITEMS])))
        return Value(", ".join(items), entry.line, items)
    return Value(_clean(value), entry.line)


class _YamlFaultError(ValueError):
    """YAML that is broken, or more than a text or a list of texts."""


def _yaml_strings(source: str) -> str | list[str]:
    """Give the one value of a mapping from YAML's events: no aliases, no tags, no types, bounded depth."""
    from ruamel.yaml import YAML  # noqa: PLC0415 - most files need no YAML at all
    from ruamel.yaml.error import YAMLError  # noqa: PLC0415

    texts: list[str] = []
    depth, is_list = 0, False
    try:
        for event in YAML(typ="safe", pure=True).parse(StringIO(source)):
            name = type(event).__name__
            if name == "AliasEvent" or getattr(event, "anchor", None) or getattr(event, "tag", None):
                message = "anchors, aliases and tags are not read"
                raise _YamlFaultError(message)
            depth += name.endswith("StartEvent") - name.endswith("EndEvent")
            is_list = is_list or name == "SequenceStartEvent"
            if depth > _DEEPEST or (name == "MappingStartEvent" and texts):
                message = "only a text or a list of texts is read"
                raise _YamlFaultError(message)
            if name == "ScalarEvent":
                texts.append(event.value)
    except (YAMLError, RecursionError, ValueError) as error:
        message = str(error) if isinstance(error, _YamlFaultError) else "YAML cannot read it"
        raise _YamlFaultError(message) from error
    return texts[1:] if is_list else " ".join(texts[1:]).strip()


def _toml_fields(lines: list[str]) -> tuple[dict[str, Value], list[Remark]]:
    try:
        table = tomllib.loads("\n".join(lines))
    except (ValueError, RecursionError) as error:
        message = f"the front matter is not TOML: {shown(str(error))}; correct it"
        raise LeftOutError(message, code="front-matter", line=1 + _line_of(str(error))) from error
    fields: dict[str, Value] = {}
    unknown: list[tuple[str, int]] = []
    for key, value in table.items():
        line = _line_of_key(lines, key)
        meaning = field_of(key, "front_matter")
        if meaning is None:
            unknown.append((key, line))
            continue
        items = tuple(filter(None, map(_string, value[:_MOST_ITEMS]))) if isinstance(value, list) else ()
        text = ", ".join(items) if isinstance(value, list) else _string(value)
        if text:
            fields.setdefault(meaning, Value(text, line, items))
    return fields, _unknown_keys(unknown)


def _clean(words: str) -> str:
    """Give words that an escape sequence wrote as a file's own words are given: nothing invisible, in NFC."""
    return composed(visible(words)[0]).strip()


def _string(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return _clean(value if isinstance(value, str) else str(value))


def _line_of(message: str) -> int:
    match = re.search(r"line (\d{1,6})", message)
    return int(match[1]) if match else 1


def _line_of_key(lines: list[str], key: str) -> int:
    for number, line in enumerate(lines, start=2):
        if line.lstrip().lstrip("\"'").startswith(key):
            return number
    return 1
