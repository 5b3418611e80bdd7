"""Code of templates that is kept: used as long as nothing it depends on has changed, never trusted."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from jinja2 import DictLoader, Environment

from briefings.rendering.compiled import CompiledTemplates

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture(autouse=True)
def _may_write(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    (tmp_path / "__pycache__").mkdir()


def _filled(folder: Path, source: str, how: str = "how") -> tuple[str, bool]:
    """Fill a template with what is kept in a folder; say also whether it had to be compiled."""
    module = folder / f"{how}.py"
    module.write_text(how, encoding="utf-8")
    compiled: list[str] = []

    class Told(Environment):
        def compile(self, source, *rest, **more):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN002, ANN003, ANN202
            compiled.append(source)
            return super().compile(source, *rest, **more)

    environment = Told(loader=DictLoader({"one.j2": source}), bytecode_cache=CompiledTemplates(module))
    return environment.get_template("one.j2").render(), bool(compiled)


def test_what_was_compiled_is_used_until_something_changes(tmp_path: Path) -> None:
    assert _filled(tmp_path, "a") == ("a", True)
    assert _filled(tmp_path, "a") == ("a", False)
    assert _filled(tmp_path, "b") == ("b", True)
    assert _filled(tmp_path, "b", how="otherwise") == ("b", True)
    assert _filled(tmp_path, "b", how="otherwise") == ("b", False)


def _emptied(_: bytes) -> bytes:
    return b""


def _cut(data: bytes) -> bytes:
    return data[: len(data) // 3]


def _shifted(data: bytes) -> bytes:
    return b"j2" + data


@pytest.mark.parametrize("damage", [_emptied, _cut, _shifted])
def test_damaged_code_is_made_anew(damage: Callable[[bytes], bytes], tmp_path: Path) -> None:
    _filled(tmp_path, "a")
    (kept,) = (tmp_path / "__pycache__").iterdir()
    kept.write_bytes(damage(kept.read_bytes()))
    assert _filled(tmp_path, "a") == ("a", True)
    assert _filled(tmp_path, "a") == ("a", False)


def test_nothing_is_kept_where_python_keeps_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert _filled(tmp_path, "a") == ("a", True)
    assert not list((tmp_path / "__pycache__").iterdir())


def test_a_folder_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "__pycache__").rmdir()
    (tmp_path / "__pycache__").write_text("", encoding="utf-8")
    assert _filled(tmp_path, "a") == ("a", True)
