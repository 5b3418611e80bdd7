"""The ledger: what is in it is on the disk, and what is damaged is told."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from briefings.delivery.ledger import Entry, open_ledger, path_of, read_ledger
from briefings.errors import EnvironmentFaultError, TryLaterError

KEY = ("2025-12-04", 1, "a@x.example")
AT = "2025-12-04T07:30:00+00:00"


def _entry(event: str, mailbox: str = "a@x.example") -> Entry:
    return Entry(event, AT, "2025-12-04", 1, "f" * 64, mailbox)  # type: ignore[arg-type]


def _written(output: Path, *entries: Entry) -> Path:
    with open_ledger(output, AT) as ledger:
        for entry in entries:
            ledger.add(entry)
    return path_of(output)


def test_the_last_entry_counts_and_the_file_only_grows(tmp_path: Path) -> None:
    output = tmp_path / "editions"
    path = _written(output, _entry("intent"))
    before = path.read_bytes()
    _written(output, _entry("sent"), _entry("intent", "b@x.example"))
    assert path.read_bytes().startswith(before)
    ledger = read_ledger(output)
    assert ledger.last(KEY) == _entry("sent")
    assert ledger.last((*KEY[:2], "b@x.example")) == _entry("intent", "b@x.example")
    assert ledger.last((KEY[0], 2, KEY[2])) is None


@pytest.mark.parametrize("cut", range(1, 60, 7))
def test_a_torn_last_line_is_none(tmp_path: Path, cut: int) -> None:
    output = tmp_path / "editions"
    path = _written(output, _entry("intent"))
    path = _written(output, _entry("sent"))
    path.write_bytes(path.read_bytes()[:-cut])
    assert read_ledger(output).last(KEY) == _entry("intent")
    with open_ledger(output, AT) as ledger:
        assert ledger.last(KEY) == _entry("intent")
        ledger.add(_entry("intent", "b@x.example"))
    assert read_ledger(output).last(KEY) == _entry("intent")
    assert read_ledger(output).last((*KEY[:2], "b@x.example")) == _entry("intent", "b@x.example")
    assert path.read_bytes().count(b"\n") == 4


@pytest.mark.parametrize(
    "line", [b"", b"{}", b"[]", b'{"event": "gone", "at": ""}', b'{"event": "sent", "at": 3}', b"\xff"]
)
def test_a_damaged_line_stops_everything(tmp_path: Path, line: bytes) -> None:
    output = tmp_path / "editions"
    path = _written(output, _entry("sent"))
    path.write_bytes(line + b"\n" + path.read_bytes())
    with pytest.raises(EnvironmentFaultError, match=r"ledger\.jsonl:1: no entry"):
        read_ledger(output)
    with pytest.raises(EnvironmentFaultError), open_ledger(output, AT):
        pass


def test_an_entry_that_cannot_be_written_leaves_no_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    output = tmp_path / "editions"
    path = _written(output, _entry("intent"))
    before, real = path.read_bytes(), os.write

    def write(descriptor: int, data: bytes) -> int:
        if len(data) < 20:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return real(descriptor, bytes(data)[:-10])

    with open_ledger(output, AT) as ledger:
        monkeypatch.setattr(os, "write", write)
        with pytest.raises(EnvironmentFaultError, match="No space left"):
            ledger.add(_entry("sent"))
        assert ledger.last(KEY) == _entry("intent")
    assert path.read_bytes() == before


def test_a_second_one_has_to_wait(tmp_path: Path) -> None:
    output = tmp_path / "editions"
    with open_ledger(output, AT), pytest.raises(TryLaterError), open_ledger(output, AT):
        pass


def test_a_link_in_its_place_is_not_followed(tmp_path: Path) -> None:
    output = tmp_path / "editions"
    path_of(output).parent.mkdir()
    (tmp_path / "other").write_text("", encoding="utf-8")
    path_of(output).symlink_to(tmp_path / "other")
    with pytest.raises(EnvironmentFaultError, match="nothing is sent without the ledger"), open_ledger(output, AT):
        pass


def test_one_archive_has_one_ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "editions").mkdir()
    (tmp_path / "link").symlink_to("editions")
    monkeypatch.chdir(tmp_path / "editions")
    ways = (Path(), Path("../editions"), tmp_path / "link", tmp_path / "editions")
    assert {path_of(way) for way in ways} == {tmp_path / ".editions-delivery" / "ledger.jsonl"}


def test_there_is_none_yet(tmp_path: Path) -> None:
    assert read_ledger(tmp_path / "editions").last(KEY) is None
    assert list(tmp_path.iterdir()) == []
