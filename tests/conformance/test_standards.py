"""PDFs as veraPDF judges them: PDF/UA-1 (ISO 14289-1) for readers with a screen reader, PDF/A-3a for archives."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.builds import PROJECT

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.conformance

JARS = PROJECT / ".dev" / "verapdf"


@pytest.mark.parametrize("flavour", ["ua1", "3a"])
def test_no_rule_is_failed(pdfs: list[Path], flavour: str) -> None:
    if not any(JARS.glob("greenfield-apps-*.jar")):
        pytest.skip("veraPDF is not here; ./dev conformance fetches it where Java and Maven are")
    command = ["java", "-cp", f"{JARS}/*", "org.verapdf.apps.GreenfieldCliWrapper"]
    done = subprocess.run(
        [*command, "--flavour", flavour, "--format", "text", "--verbose", *map(str, pdfs)],
        capture_output=True, text=True, check=False, timeout=600,
    )  # fmt: skip
    lines = done.stdout.splitlines()
    assert [line for line in lines if not line.startswith("PASS ")] == []
    assert sum(line.startswith("PASS ") for line in lines) == len(pdfs), done.stderr
