"""Words for people, on stderr: messages, progress, colours; control characters never get through."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from briefings.model import Notice

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_COLOURS = {"error": "31", "warning": "33", "info": "36"}


class Screen:
    """Where messages go, and how. No dataclass: importing that takes longer than looking for what has changed."""

    __slots__ = ("colours", "debug", "quiet", "stream")

    def __init__(self, stream: TextIO, *, colours: bool, quiet: bool = False, debug: bool = False) -> None:
        self.stream = stream
        self.colours = colours
        self.quiet = quiet
        self.debug = debug

    @classmethod
    def of_environment(cls, environment: Mapping[str, str], stream: TextIO, *, debug: bool) -> Screen:
        """Choose colours: off with NO_COLOR, and when the stream is no terminal."""
        return cls(stream, colours=stream.isatty() and not environment.get("NO_COLOR"), debug=debug)

    def error(self, message: str) -> None:
        """Say why the run ended."""
        self._write(self._coloured("error", message))

    def notices(self, notices: Iterable[Notice]) -> None:
        """Say each notice as `path:line: what is wrong; what to do`; under --quiet errors and warnings only."""
        for notice in notices:
            if notice.level != "info" or not self.quiet:
                self._write(self._coloured(notice.level, located(notice)))

    def said(self, notices: Iterable[Notice], summary: Iterable[str]) -> list[tuple[str, str]]:
        """Give what `notices` and `summary` would write, as level and words, for `say`."""
        told = [(notice.level, located(notice)) for notice in notices if notice.level != "info" or not self.quiet]
        return told + [("", line) for line in summary if not self.quiet]

    def say(self, level: str, message: str) -> None:
        """Write a message of a level, "" for none."""
        self._write(self._coloured(level, message) if level else message)

    def progress(self, message: str) -> None:
        """Say how far the work is."""
        if not self.quiet:
            self._write(message)

    def summary(self, lines: Iterable[str]) -> None:
        """Say what was done."""
        if not self.quiet:
            for line in lines:
                self._write(line)

    def _write(self, message: str) -> None:
        self.stream.write(message + "\n")
        self.stream.flush()

    def _coloured(self, level: str, message: str) -> str:
        plain = escaped(message)
        return f"\x1b[{_COLOURS[level]}m{plain}\x1b[0m" if self.colours else plain


def located(notice: Notice) -> str:
    """Give a notice as one line."""
    place = ":".join(str(part) for part in (notice.path, notice.line) if part)
    return f"{place}: {notice.message}" if place else notice.message


def escaped(text: str) -> str:
    """Make control and direction characters visible, so that no content can write to the terminal."""
    return _CONTROL.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
