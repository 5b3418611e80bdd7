"""Whether corrections an edition shows are the desk's: each must stand in its corrections.toml. Standard library."""

from __future__ import annotations

import json
import tomllib
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

FILE: Final = "corrections.toml"
_KEYS: Final = ("speaker", "office", "name")


def foreign_corrections(facts: dict[str, Any], desk_file: bytes | None) -> Iterator[str]:
    """Give, in words, each corrected fact of a facts.json that no entry of the desk's file accounts for."""
    entries = _entries(desk_file or b"")
    paths = {article["id"]: article.get("path") for article in facts["articles"]}
    for identity, found in facts["facts"].items():
        for fact in (*found["facts"], *found.get("dropped", ())):
            signed = fact.get("corrected")
            if signed and not _accounted_for(fact, signed, {identity, paths.get(identity)}, entries):
                yield f"“{fact['text'][:80]}” ({identity}) is shown as corrected, but {FILE} does not say so"


def _entries(data: bytes) -> dict[str, dict[str, Any]]:
    """Give the entries of the desk's file by their JSON with sorted keys; none when it cannot be read."""
    try:
        table = tomllib.loads(data.decode("utf-8-sig"))
    except ValueError:
        return {}
    entries = table.get("correction") or table.get("corrections") or []
    listed = entries if isinstance(entries, list) else [entries]
    return {json.dumps(entry, ensure_ascii=False, sort_keys=True, default=str): entry for entry in listed}


def _accounted_for(
    fact: dict[str, Any], signed: dict[str, Any], article: set[str | None], entries: dict[str, dict[str, Any]]
) -> bool:
    """Say whether an entry names the fact's article and words, its signature, and what the fact says now."""
    entry = entries.get(signed["entry"])
    if entry is None or entry["article"] not in article or entry["by"] != signed["by"]:
        return False
    words, text = " ".join(entry["words"].split()), " ".join(fact["text"].split())
    said = {text for key in _KEYS for text in _texts(entry.get(key))}
    same = fact["value"] == entry["value"] if "value" in entry else set(signed["says"]) == said
    return same and (words in text or text in words) and _texts(entry["reason"]) == _texts(signed["reason"])


def _texts(value: object) -> set[str]:
    if isinstance(value, dict):
        return {text for text in value.values() if text}
    return {value} if isinstance(value, str) and value else set()
