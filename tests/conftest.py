"""What all tests share."""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from unittest.mock import patch

import pytest

from briefings.work import workers

SMALL_DESK = Path(__file__).parent / "editions" / "desk-files" / "content"


@pytest.fixture(scope="session", autouse=True)
def _warm(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Build once in this very process where tests build at all: processes forked for later builds know what it read.

    Templates are compiled, fonts measured and word lists read once, and not in every process of every build.
    """
    if builds := sys.modules.get("tests.builds"):
        with patch.object(workers, "can_fork", lambda: False):
            built = builds.build_here(SMALL_DESK, tmp_path_factory.mktemp("warm") / "editions", "--format", "html,json")
        assert built.exit_code == 0, built.stderr
    # What is there now stays: it need not be gone through again whenever garbage is collected, here or in a fork.
    gc.collect()
    gc.freeze()
