"""What an edition and its facts depend on, as digests."""

from __future__ import annotations

import json
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

LIBRARIES = ("weasyprint", "jinja2", "markdown", "babel", "pydantic", "nh3", "pydyf", "fonttools")
_PACKAGE = Path(__file__).parent.parent


@cache
def programme_digest(templates: Path) -> str:
    """Give one SHA-256 for everything that makes pages: the package's files, templates, fonts, library versions."""
    return fingerprint(code_digest(), templates_digest(templates))


@cache
def templates_digest(templates: Path) -> str:
    """Give one SHA-256 for what pages look like: templates, styles, fonts."""
    return _files_digest(templates)


@cache
def code_digest() -> str:
    """Give one SHA-256 for what reads articles and finds facts: the package's files and the versions of libraries."""
    return fingerprint(_files_digest(_PACKAGE), library_versions())


def _files_digest(folder: Path) -> str:
    digest = sha256()
    for path in _files_in(folder):
        digest.update(f"{path.relative_to(folder).as_posix()}\0".encode())
        digest.update(sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _files_in(folder: Path) -> Iterable[Path]:
    inside = folder / "templates"
    """Templates are told apart from the code, also where a wheel has put them into the package."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts and inside not in path.parents:
            yield path


@cache
def library_versions() -> dict[str, str]:
    """Give the versions of the libraries that shape a page."""
    return {name: version(name) for name in LIBRARIES}


def fingerprint(*parts: Any) -> str:  # noqa: ANN401 - any JSON values
    """Give one SHA-256 for the inputs of an edition; equal parts give equal digests in every process."""
    return sha256(json.dumps(parts, ensure_ascii=False, sort_keys=True, default=str).encode()).hexdigest()
