"""Options that several commands share, and reading what they were given."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefings.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

content = click.option(
    "--content", type=click.Path(path_type=Path), default=Path("content"), show_default=True, help="Folder of articles."
)
output = click.option(
    "--output",
    type=click.Path(path_type=Path),
    default=Path("editions"),
    show_default=True,
    help="The archive of editions.",
)
config = click.option(
    "--config",
    type=click.Path(path_type=Path),
    default=None,
    help="Settings; else briefings.toml in the content folder.",
)
as_json = click.option("--json", "as_json", is_flag=True, help="Print one report as JSON.")


def folder(path: Path) -> Path:
    """Give a folder that exists."""
    if not path.is_dir():
        message = f"{path}: there is no such folder; name the folder of articles with --content"
        raise UsageError(message)
    return path


def day(text: str, option: str) -> date:
    """Read a day such as 2025-12-04."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = f"{option} {text}: not a day; write it as 2025-12-04"
        raise UsageError(message) from None


def choices(text: str | None, allowed: Sequence[str], option: str) -> tuple[str, ...]:
    """Read a list such as "tr,en"; the order is that of `allowed`, so that it never changes a page."""
    if not text:
        return ()
    given = {part.strip() for part in text.split(",") if part.strip()}
    if unknown := sorted(given - set(allowed)):
        message = f"{option} {unknown[0]}: unknown; choose from {', '.join(allowed)}"
        raise UsageError(message)
    return tuple(choice for choice in allowed if choice in given)
