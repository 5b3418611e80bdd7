from __future__ import annotations

import os
import pickle
import sqlite3
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest

from briefings.model import DeskMarks, Notice, Span
from briefings.work.cache import Cache

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

VALUES = (
    None,
    "İstanbul'da",
    Span(3, 7),
    (Notice("error", "code", "a.txt", 3, "message"), date(2025, 12, 4), Decimal("1.50"), frozenset({"a", "b"})),
    DeskMarks(tags=("a",), embargo_until=datetime(2025, 12, 4, 9, tzinfo=ZoneInfo("Europe/Istanbul"))),
)


def _kept(folder: Path, value: object, programme: str = "one") -> None:
    cache = Cache(folder, programme)
    cache.put("kind", "name", b"key", value)
    cache.close()


def _got(folder: Path, programme: str = "one", key: bytes = b"key") -> object:
    cache = Cache(folder, programme)
    value: object = cache.get("kind", "name", key)
    cache.close()
    return value


@pytest.mark.parametrize("value", VALUES)
def test_value_comes_back_equal(value: object, tmp_path: Path) -> None:
    _kept(tmp_path, value)
    assert _got(tmp_path) == value


def test_value_of_another_key_or_programme_is_not_given(tmp_path: Path) -> None:
    _kept(tmp_path, 1)
    assert _got(tmp_path, key=b"other") is None
    assert _got(tmp_path, programme="two") is None
    assert _got(tmp_path) is None


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _overwritten(path: Path) -> None:
    path.write_bytes(b"\xff" * path.stat().st_size)


def _emptied(path: Path) -> None:
    path.write_bytes(b"")


def _of_another_shape(path: Path) -> None:
    path.unlink()
    connection = sqlite3.connect(path)
    connection.execute("create table kept (other)")
    connection.commit()
    connection.close()


@pytest.mark.parametrize("damage", [_cut, _overwritten, _emptied, _of_another_shape])
def test_damaged_cache_costs_its_values_alone(damage: Callable[[Path], None], tmp_path: Path) -> None:
    _kept(tmp_path, "x" * 20_000)
    damage(tmp_path / "values.sqlite")
    assert _got(tmp_path) is None
    _kept(tmp_path, 2)
    cache = Cache(tmp_path, "one")
    cache.close()


def test_damaged_value_is_not_given(tmp_path: Path) -> None:
    _kept(tmp_path, "Ankara" * 100)
    path = tmp_path / "values.sqlite"
    path.write_bytes(path.read_bytes().replace(b"Ankara", b"Angara"))
    assert _got(tmp_path) is None


class _Attack:
    def __reduce__(self) -> tuple[Any, ...]:
        return os.system, ("true",)


@pytest.mark.parametrize("value", [_Attack(), os.system, Span, pickle.loads])
def test_nothing_but_the_models_values_is_read_back(value: object, tmp_path: Path) -> None:
    _kept(tmp_path, (value,))
    found = _got(tmp_path)
    assert found in {None, (Span,)}


def test_folder_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    _kept(tmp_path / "file" / "below", 1)
    assert _got(tmp_path / "file" / "below") is None


def test_cache_that_another_build_writes_is_done_without(tmp_path: Path) -> None:
    _kept(tmp_path, 1)
    other = sqlite3.connect(tmp_path / "values.sqlite")
    other.execute("begin exclusive")
    try:
        assert _got(tmp_path) is None
    finally:
        other.close()
    assert _got(tmp_path) == 1


def test_names_that_are_gone_are_thrown_away(tmp_path: Path) -> None:
    cache = Cache(tmp_path, "one")
    for name in "abc":
        cache.put("kind", name, b"key", name)
    cache.keep_only("kind", {"a", "c"})
    assert [cache.has("kind", name, b"key") for name in "abc"] == [True, False, True]
    cache.close()
