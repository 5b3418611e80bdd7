"""`briefings doctor`: what is installed, what is missing, and how to get it."""

from __future__ import annotations

import ctypes.util
import platform
import shutil
import sys
from importlib import metadata
from typing import TYPE_CHECKING, Final

import click

import briefings
from briefings.errors import NOTHING_PUBLISHED, OK
from briefings.rendering import templates_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.screen import Screen

_NEEDED: Final = ("weasyprint", "jinja2", "markdown", "babel", "pydantic", "nh3", "click", "pypdfium2", "ruamel.yaml")
_DELIVER: Final = (
    "briefings send signs and encrypts with it: pip install --require-hashes -r requirements-deliver.txt, "
    "or pip install 'briefings[deliver]'"
)
_USEFUL: Final = {
    "pikepdf": "./dev conformance looks into PDFs with it", "cryptography": _DELIVER, "pyhanko": _DELIVER,
}  # fmt: skip
_LIBRARIES: Final = {
    "pango-1.0": "libpango-1.0-0",
    "pangoft2-1.0": "libpangoft2-1.0-0",
    "harfbuzz-subset": "libharfbuzz-subset0",
}
_TOOLS: Final = {"qpdf": "./dev conformance checks PDFs with it", "pdftoppm": "turns pages into pictures"}


@click.command("doctor")
@click.pass_obj
def command(screen: Screen) -> int:
    """Say what is installed, what is missing, and how to get it."""
    click.echo(f"briefings {briefings.__version__} · Python {platform.python_version()} ({sys.executable})")
    missing = [*_packages(), *_system_libraries(), *_fonts()]
    for name, use in _TOOLS.items():
        click.echo(f"{name}: {shutil.which(name) or 'not there'} ({use})")
    for message in missing:
        screen.error(message)
    screen.summary(["everything needed is here" if not missing else "run ./dev build to install what is missing"])
    return NOTHING_PUBLISHED if missing else OK


def _packages() -> Iterator[str]:
    for name in (*_NEEDED, *_USEFUL):
        try:
            click.echo(f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            if name in _USEFUL:
                click.echo(f"{name}: not installed ({_USEFUL[name]})")
            else:
                yield f"{name}: not installed; run ./dev build"


def _system_libraries() -> Iterator[str]:
    for library, package in _LIBRARIES.items():
        found = ctypes.util.find_library(library)
        click.echo(f"{library}: {found or 'not there'}")
        if not found and library != "harfbuzz-subset":
            yield f"{library}: not there; install {package}"


def _fonts() -> Iterator[str]:
    folder = templates_folder() / "fonts"
    fonts = sorted(path.name for path in folder.glob("*.ttf"))
    click.echo(f"fonts: {', '.join(fonts) or 'none'}")
    if not fonts:
        yield f"{folder}: holds no fonts; install the package again"
