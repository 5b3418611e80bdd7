from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefings.config import Config
from briefings.errors import ConfigurationError
from briefings.settings import json_schema, load_config
from tests.casefiles import Case, cases_in

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("case", [*cases_in("settings/mistakes.txt"), *cases_in("settings/delivery.txt")], ids=str)
def test_every_mistake_is_named_with_its_line(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "briefings.toml"
    path.write_text(case.parts[0], encoding="utf-8")
    with pytest.raises(ConfigurationError) as mistakes:
        load_config(path)
    assert str(mistakes.value).replace(str(path), "FILE") == case.parts[1].strip()


def test_without_a_file_everything_has_a_default() -> None:
    assert load_config(None) == Config()


def test_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "briefings.toml"
    path.write_text(
        '\ufefftime_zone = "Europe/London"\n[desk]\nname = { tr = "Masa", en = "Desk" }\n', encoding="utf-8"
    )
    config = load_config(path)
    assert (config.time_zone, config.desk.name.en) == ("Europe/London", "Desk")


@pytest.mark.parametrize("data", [b"a = \xff", b"#" * 1_100_000, b"a = " + b"[" * 100_000])
def test_bytes_that_are_no_settings(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "briefings.toml"
    path.write_bytes(data)
    with pytest.raises(ConfigurationError, match=r"briefings\.toml"):
        load_config(path)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="cannot be read"):
        load_config(tmp_path / "none.toml")


def test_the_schema_knows_every_setting() -> None:
    assert set(json_schema()["properties"]) == set(Config.model_fields)
