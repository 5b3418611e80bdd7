"""The handling marking in words, and the proof that every page of a PDF carries it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.errors import EnvironmentFaultError
from briefings.rendering.paper.measures import measures
from briefings.rendering.pdf import margins_of_pages

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefings.config import Config
    from briefings.model import Output

_PDF = "application/pdf"


def marking_words(marking: str | None, language: str, config: Config) -> str:
    """Give the label of a step of the desk's scale; the id itself for one that is not on it, "" for none."""
    step = next((step for step in config.markings if step.id == marking), None)
    return (marking or "") if step is None else step.label.in_language(language)


def check_marked(outputs: Iterable[Output], marking: str | None, config: Config) -> None:
    """Read the marking back from head and foot of every page of every PDF. `EnvironmentFaultError` names one without.

    Words of an article do not count, whatever they imitate: they stand between the margins. A PDF's path begins with
    its language.
    """
    for output in outputs:
        words = _letters(marking_words(marking or config.marking, output.path[:2], config))
        if output.media_type != _PDF or not words:
            continue
        margins = measures().margins
        for number, (head, foot) in enumerate(
            margins_of_pages(output.data, margins["top"], margins["bottom"]), start=1
        ):
            if words not in _letters(head) or words not in _letters(foot):
                message = f"{output.path}: page {number} does not carry its marking at head and foot; nothing published"
                raise EnvironmentFaultError(message)


def _letters(text: str) -> str:
    """Give a text without blanks and line ends, wherever a page set them."""
    return "".join(text.split())
