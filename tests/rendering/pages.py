"""The pages of the sample edition, rendered once a run."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from briefings.rendering import render
from tests.rendering.sample_edition import CONFIG, NAMES, edition

if TYPE_CHECKING:
    from briefings.model import Output

KINDS = tuple((language, profile) for language in ("tr", "en") for profile in ("desk", "principal"))
MEDIA = ("html", "print")


@cache
def output(language: str, profile: str, kind: str) -> Output:
    """Give one output: "html", "print" or "pdf"."""
    return render(
        edition(),
        language=language,
        profile=profile,
        formats=frozenset({kind}),
        config=CONFIG,
        names=NAMES,
        pages=KINDS,
    )[0]


def text_of(language: str, profile: str, medium: str) -> str:
    """Give a page as text."""
    return output(language, profile, medium).data.decode("utf-8")
