"""Every target of `./dev fuzz` holds on what it starts from, on some made-up input, and on what was found."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from tests import strategies
from tests.fuzz.targets import TARGETS

FOUND = sorted((Path(__file__).parent / "found").glob("*/*"))


@pytest.mark.parametrize("name", TARGETS)
def test_target_holds_on_its_seeds(name: str) -> None:
    seeds = TARGETS[name].seeds()
    assert len(seeds) > 1
    for data in seeds:
        TARGETS[name].holds(data)


@pytest.mark.parametrize("name", TARGETS)
@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(data=strategies.data)
def test_target_holds_on_made_up_input(name: str, data: bytes) -> None:
    TARGETS[name].holds(data)


@pytest.mark.parametrize("path", FOUND, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_target_holds_on_what_was_found(path: Path) -> None:
    TARGETS[path.parent.name].holds(path.read_bytes())
