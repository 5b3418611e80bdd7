"""What the project is made of: locked with hashes, held against known advisories, listed in a bill of materials."""

from __future__ import annotations

import json
import re
import tomllib
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from tools import audit, sbom

PROJECT = Path(__file__).resolve().parent.parent
LOCKS = sorted(PROJECT.glob("requirements*.txt"))
ADVISORIES = tomllib.loads((PROJECT / "tools" / "advisories.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_every_locked_package_has_hashes(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    entries = re.split(r"(?m)^(?=[a-z0-9][\w.-]*==)", text)[1:]
    assert len(entries) == len(audit.locked(text)) > 1
    assert [entry.split("==")[0] for entry in entries if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_no_locked_package_has_a_known_vulnerability(lock: Path) -> None:
    assert list(audit.concerned(audit.locked(lock.read_text(encoding="utf-8")), ADVISORIES["advisory"])) == []


def test_an_older_version_is_found() -> None:
    (told,) = audit.concerned({"weasyprint": "69.0", "jinja2": "3.1.6"}, ADVISORIES["advisory"])
    assert told.startswith("weasyprint 69.0: GHSA-jf6q-chmf-3h3v")


def test_an_old_list_is_said_to_be_old() -> None:
    made: date = ADVISORIES["date"]
    assert audit.age_of(made, made + timedelta(days=30)) == ""
    assert "100 days old" in audit.age_of(made, made + timedelta(days=100))


def test_the_bill_has_the_shape_of_cyclonedx_and_names_all() -> None:
    bill = sbom.bill(PROJECT)
    assert (bill["bomFormat"], bill["specVersion"], bill["version"]) == ("CycloneDX", "1.6", 1)
    parts = {part["bom-ref"]: part for part in bill["components"]}
    assert len(parts) == len(bill["components"])
    assert bill["dependencies"] == [{"ref": "briefings", "dependsOn": list(parts)}]
    packages = audit.locked((PROJECT / "requirements.txt").read_text(encoding="utf-8"))
    assert {part["name"]: part["version"] for part in parts.values() if part["type"] == "library"} == packages
    for part in parts.values():
        if part["type"] == "library":
            assert part["purl"] == f"pkg:pypi/{part['name']}@{part['version']}"
            assert part["externalReferences"]
        else:
            digest = sha256((PROJECT / part["name"]).read_bytes()).hexdigest()
            assert part["hashes"] == [{"alg": "SHA-256", "content": digest}]
    fonts = {path.relative_to(PROJECT).as_posix() for path in (PROJECT / "templates" / "fonts").glob("*.ttf")}
    assert fonts <= set(parts)
    assert json.dumps(bill) == json.dumps(sbom.bill(PROJECT))
