"""RENDERING: an Edition becomes pages, for one reader's language and profile."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from briefings.model import Output
from briefings.model.look import SHIPPED
from briefings.rendering.assets import render_assets
from briefings.rendering.environment import templates_folder
from briefings.rendering.html import print_page, screen_page
from briefings.rendering.markings import check_marked
from briefings.rendering.paper.flow import spread_of as spread_of_sheet
from briefings.rendering.paper.measures import measured_by
from briefings.rendering.paper.rows import sheet_of as sheet_of_view
from briefings.rendering.pdf import count_pages, pdf_of
from briefings.rendering.view.head import page_head
from briefings.rendering.view.page import FilesThere, page_view

if TYPE_CHECKING:
    from typing import Literal

    from briefings.config import Config
    from briefings.languages.names import NameTable
    from briefings.model import Budget, Edition, Spread
    from briefings.model.look import Look
    from briefings.rendering.paper.sheet import Sheet
    from briefings.rendering.pdf import Attached

__all__ = [
    "check_marked",
    "count_pages",
    "render",
    "render_assets",
    "sheet_of",
    "spread_of",
    "templates_folder",
]


def render(  # noqa: PLR0913 - one reader's page is told by all of these
    edition: Edition,
    *,
    language: str,
    profile: str,
    formats: frozenset[str],
    config: Config,
    names: NameTable,
    look: Look = SHIPPED,
    pages: tuple[tuple[str, str], ...] = (),
    attached: Attached | None = None,
) -> tuple[Output, ...]:
    """Give the pages of an edition: "html" for the screen, "pdf", and "print", the page the PDF is made of.

    `pages` says, as (language, profile), which screen pages the folder holds, so that they can link to each other.
    `attached` travels in the PDF.
    """
    kind = cast("Literal['principal', 'desk']", profile)
    name = f"briefing-{edition.day.isoformat()}-{language}-{profile}"
    files = FilesThere(pages, f"{name}.pdf" if "pdf" in formats else None)
    view = page_view(edition, language=language, profile=kind, config=config, names=names, look=look, files=files)
    outputs: list[Output] = []
    if "html" in formats:
        head = page_head(edition, language=language, profile=profile, config=config, names=names, files=files)
        path = f"{language}/{'index' if profile == 'desk' else profile}.html"
        outputs.append(_html(path, screen_page(view, config, look, head)))
    if formats & {"pdf", "print"}:
        page = print_page(view, config, look)
        if "pdf" in formats:
            outputs.append(Output(f"{language}/{name}.pdf", "application/pdf", pdf_of(page, look, attached)))
        if "print" in formats:
            outputs.append(_html(f"{language}/{name}.html", page))
    return tuple(outputs)


def sheet_of(edition: Edition, language: str, config: Config, names: NameTable, look: Look = SHIPPED) -> Sheet:
    """Give what the principal's page of an edition takes on paper, reckoned without a layout."""
    files = FilesThere()
    view = page_view(
        edition, language=language, profile="principal", config=config, names=names, look=look, files=files
    )
    with measured_by(look):
        return sheet_of_view(view, config.page.size)


def spread_of(sheet: Sheet, budget: Budget, look: Look = SHIPPED) -> Spread:
    """Give the pages that a budget's share of a sheet takes."""
    with measured_by(look):
        return spread_of_sheet(sheet, budget)


def _html(path: str, page: str) -> Output:
    return Output(path, "text/html; charset=utf-8", page.encode("utf-8"))
