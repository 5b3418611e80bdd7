"""Colours of the desk's own: read by contrast, and where they stand on a page."""

from __future__ import annotations

import re

import pytest

from briefings.config import Config
from briefings.model.colours import DARK, LIGHT, PRINTED, contrast, mixed, unreadable
from briefings.rendering import render
from briefings.rendering.environment import stylesheet
from tests.rendering.sample_edition import NAMES, edition


def _page(kind: str, config: Config) -> str:
    (made,) = render(edition(), language="tr", profile="desk", formats=frozenset({kind}), config=config, names=NAMES)
    return made.data.decode()


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#777777", "#ffffff", 4.48),
        ("#767676", "#fff", 4.54),
    ],
)
def test_contrast_is_that_of_the_standard(one: str, other: str, ratio: float) -> None:
    assert contrast(one, "#ffffff" if other == "#fff" else other) == pytest.approx(ratio, abs=0.005)


def test_the_palettes_are_those_of_the_style_sheets() -> None:
    light, dark = (
        {name: value.replace("#fff;", "#ffffff;") for name, value in re.findall(r"--(\w+): (#\w+)", block)}
        for block in re.findall(r":root \{(.*?)\}", stylesheet("screen.css"), re.DOTALL)[:2]
    )
    assert {
        name: contrast(value if len(value) == 7 else "#ffffff", LIGHT[name])
        for name, value in light.items()
        if name in LIGHT
    } == dict.fromkeys(LIGHT, 1.0)
    assert {name: dark[name] for name in DARK} == dict(DARK)
    assert all(value in stylesheet("print.css") for value in PRINTED.values())
    assert "color-mix(in oklab, var(--accent) 45%, #ffd9cf)" in stylesheet("screen.css")


def test_the_shipped_colours_can_be_read() -> None:
    assert list(unreadable(Config().page.accent, {}, {})) == []


def test_the_mixture_is_that_of_a_browser() -> None:
    # As Chromium computes color-mix(in oklab, …).
    assert mixed("#8a1c1c", "#ffd9cf", 0.45) == "#cd867b"
    assert mixed("#1f4e5f", "#ffd9cf", 0.45) == "#99999c"


def test_own_colours_stand_on_the_page_for_their_kind_of_screen() -> None:
    config = Config.model_validate(
        {"page": {"light": {"ink": "#0a2540", "paper": "#ffffff"}, "dark": {"strong": "#ffc0b0"}}}
    )
    screen, paper = _page("html", config), _page("print", config)
    assert "@media screen and (prefers-color-scheme:light){:root{--ink:#0a2540;--paper:#ffffff}}" in screen
    assert "@media screen and (prefers-color-scheme:dark){:root{--strong:#ffc0b0}}" in screen
    assert "#0a2540" in paper
    assert PRINTED["ink"] not in paper
    assert "@media screen and (prefers" not in _page("html", Config())
