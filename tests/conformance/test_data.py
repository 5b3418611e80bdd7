"""What machines read: calendars, facts and manifests."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.conformance


def test_json_is_json_and_ends_with_a_line(site: Path) -> None:
    found = sorted(site.rglob("*.json"))
    assert found
    for path in found:
        text = path.read_text(encoding="utf-8")
        json.loads(text)
        assert text.endswith("\n"), path


def test_calendars_keep_to_rfc_5545(site: Path) -> None:
    found = sorted(site.rglob("*.ics"))
    assert found
    for path in found:
        lines = path.read_bytes().split(b"\r\n")
        assert lines[0] == b"BEGIN:VCALENDAR", path
        assert lines[-2:] == [b"END:VCALENDAR", b""], path
        assert [line for line in lines if len(line) > 75 or b"\n" in line] == [], path
        for line in lines:
            line.decode("utf-8")
        for needed in (b"VERSION:2.0", b"PRODID:"):
            assert any(line.startswith(needed) for line in lines), path
        assert lines.count(b"BEGIN:VEVENT") == lines.count(b"END:VEVENT"), path
        assert lines.count(b"BEGIN:VEVENT") == sum(line.startswith(b"UID:") for line in lines), path
        assert lines.count(b"BEGIN:VEVENT") == sum(line.startswith(b"DTSTAMP:") for line in lines), path


def test_manifest_holds_every_file_with_its_hash(site: Path) -> None:
    for manifest in sorted(site.glob("*/MANIFEST.json")):
        text = manifest.read_text(encoding="utf-8")
        for path in sorted(manifest.parent.rglob("*")):
            if path.is_file() and path != manifest:
                assert path.relative_to(manifest.parent).as_posix() in text, path
                assert hashlib.sha256(path.read_bytes()).hexdigest() in text, path
