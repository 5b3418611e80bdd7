"""The index of the site is trusted whole or not at all."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from briefings.work.site_index import SiteIndex

if TYPE_CHECKING:
    from pathlib import Path


def _kept(folder: Path, programme: str = "1") -> None:
    index = SiteIndex(folder, programme)
    assert index.fresh
    index.put_page("tr/index.html", "front", "", ("00", 1, 2))
    index.close()


def test_what_was_closed_is_known_again(tmp_path: Path) -> None:
    _kept(tmp_path)
    with closing(SiteIndex(tmp_path, "1")) as index:
        assert not index.fresh
        assert list(index.pages()) == [("tr/index.html", "front", 1, 2)]


@pytest.mark.parametrize("spoil", ["other programme", "a byte", "cut short", "not closed", "no seal"])
def test_what_is_not_whole_is_begun_anew(spoil: str, tmp_path: Path) -> None:
    _kept(tmp_path)
    base = tmp_path / "site.sqlite"
    data = bytearray(base.read_bytes())
    if spoil == "a byte":
        data[-1] ^= 1
        base.write_bytes(data)
    elif spoil == "cut short":
        base.write_bytes(data[:-10])
    elif spoil == "not closed":
        SiteIndex(tmp_path, "1")._base.close()
    elif spoil == "no seal":
        (tmp_path / "site.seal").unlink()
    with closing(SiteIndex(tmp_path, "2" if spoil == "other programme" else "1")) as index:
        assert index.fresh
        assert list(index.pages()) == []


def test_folder_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    _kept(tmp_path / "file" / "below")
    assert not (tmp_path / "file" / "below").exists()


def test_seal_of_a_file_that_is_no_index_is_worth_nothing(tmp_path: Path) -> None:
    _kept(tmp_path)
    (tmp_path / "site.sqlite").unlink()
    (tmp_path / "site.sqlite").mkdir()
    with closing(SiteIndex(tmp_path, "1")) as index:
        assert index.fresh
        assert list(index.pages()) == []
