"""Runs the build script as a desk would, and reads back what it made."""

from __future__ import annotations

import contextlib
import html
import io
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2

from briefings.cli import main
from briefings.work import workers

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

PROJECT = Path(__file__).resolve().parent.parent
_UNSEEN = re.compile(r"<(style|script)\b.*?</\1\s*>", re.DOTALL)
_WITHIN_WORDS = re.compile(r"</?(?:a|abbr|b|bdi|cite|em|i|mark|q|span|strong|time|wbr)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")
_SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True, slots=True)
class Run:
    """What one command gave back."""

    exit_code: int
    stdout: str
    stderr: str


def run(*arguments: str, environment: dict[str, str] | None = None, cwd: Path | None = None) -> Run:
    """Run build.py with arguments in a process of its own."""
    done = subprocess.run(
        [sys.executable, str(PROJECT / "build.py"), *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
        cwd=cwd or PROJECT,
        env={**os.environ, **(environment or {})},
    )
    return Run(done.returncode, done.stdout, done.stderr)


def build(content: Path, output: Path, *arguments: str, environment: dict[str, str] | None = None) -> Run:
    """Build a content folder into an output folder, in a process of its own."""
    return run(*_build_command(content, output, arguments), environment=environment)


def build_here(content: Path, output: Path, *arguments: str) -> Run:
    """Do the same within this process, which saves the start of the programme; with one job if nothing else is said."""
    jobs = () if "--jobs" in arguments else ("--jobs", "1")
    return run_here(*_build_command(content, output, arguments), *jobs)


def merge_here(content: Path, output: Path, parts: Sequence[Path], *arguments: str) -> Run:
    """Put the editions of parts together, within this process."""
    return run_here("merge", str(output), *map(str, parts), "--content", str(content), *arguments, "--jobs", "1")


def forked(command: Callable[[], Run]) -> Run:
    """Do something in a process forked from this one: a real process, without the start of the programme."""
    (done,) = workers.each(lambda _: command(), (0,), 1)
    assert done.result is not None, done.failure
    return done.result


def run_here(*arguments: str) -> Run:
    """Run a command within this process."""
    stdout, stderr = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(stdout), contextlib.redirect_stderr(stderr):
        exit_code = main(arguments)
    return Run(exit_code, stdout.getvalue(), stderr.getvalue())


def _build_command(content: Path, output: Path, arguments: tuple[str, ...]) -> tuple[str, ...]:
    return ("build", "--content", str(content), "--output", str(output), *arguments)


def words(text: str) -> str:
    """Give a text with one space between words and without invisible hyphens."""
    return " ".join(text.replace(_SOFT_HYPHEN, "").split())


def page_text(path: Path) -> str:
    """Give the words of an HTML page."""
    page = _UNSEEN.sub(" ", path.read_text(encoding="utf-8"))
    return words(html.unescape(_TAG.sub(" ", _WITHIN_WORDS.sub("", page))))


def pdf_pages(path: Path) -> list[str]:
    """Give the words of each page of a PDF; a word broken at a line's end is put together again."""
    document = pypdfium2.PdfDocument(path)
    try:
        return [words(_joined(page.get_textpage().get_text_bounded())) for page in document]
    finally:
        document.close()


def _joined(text: str) -> str:
    return re.sub(r"(?<=\w)(?:\ufffe|\u0002|-\r?\n)(?=\w)", "", text)
