"""PDFs as veraPDF judges them: PDF/UA-1 (ISO 14289-1) for readers with a screen reader, PDF/A-3a for archives."""

from __future__ import annotations

import subprocess
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from briefings.delivery.pdf_signing import signed_copy
from briefings.delivery.smime import read_signer
from tests.builds import PROJECT
from tests.delivery.keys import made

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.conformance

JARS = PROJECT / ".dev" / "verapdf"


@pytest.fixture(scope="session")
def signed(pdfs: list[Path], tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The latest day's PDFs as `briefings send` signs copies of them."""
    folder = tmp_path_factory.mktemp("signed")
    key = made(folder, "desk", address="masa@halic.example")
    data = (key.certificate.read_bytes(), key.key.read_bytes())
    signer = read_signer(*data, None, "masa@halic.example", datetime.now(UTC), key.certificate)
    found = []
    for path in pdfs[-4:]:
        found.append(folder / path.name)
        found[-1].write_bytes(signed_copy(path.read_bytes(), signer, "Haliç Analiz Masası"))
    return found


@pytest.mark.parametrize("flavour", ["ua1", "3a"])
def test_no_rule_is_failed(pdfs: list[Path], signed: list[Path], flavour: str) -> None:
    if not any(JARS.glob("greenfield-apps-*.jar")):
        pytest.skip("veraPDF is not here; ./dev conformance fetches it where Java and Maven are")
    command = ["java", "-cp", f"{JARS}/*", "org.verapdf.apps.GreenfieldCliWrapper"]
    done = subprocess.run(
        [*command, "--flavour", flavour, "--format", "text", "--verbose", *map(str, (*pdfs, *signed))],
        capture_output=True, text=True, check=False, timeout=600,
    )  # fmt: skip
    lines = done.stdout.splitlines()
    assert [line for line in lines if not line.startswith("PASS ")] == []
    assert sum(line.startswith("PASS ") for line in lines) == len(pdfs) + len(signed), done.stderr
