"""Words for people, on stderr: messages, progress, colours; control characters never get through."""

from __future__ import annotations

TYPE_CHECKING = False  # as in typing, whose import takes longer than looking for what has changed
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import TextIO

    from briefings.model import Notice

_CONTROL = (
    (0x00, 0x08), (0x0B, 0x1F), (0x7F, 0x9F), (0x061C, 0x061C), (0x200B, 0x200F), (0x2028, 0x202E), (0x2060, 0x2069),
    (0xFEFF, 0xFEFF),
)  # fmt: skip
"""First and last of the characters that would move a cursor, or hide or reverse what stands beside them."""
_ESCAPES = {code: f"\\u{code:04x}" for first, last in _CONTROL for code in range(first, last + 1)}
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
        self._write(self._coloured(level, message) if level else escaped(message))

    def progress(self, message: str) -> None:
        """Say how far the work is."""
        if not self.quiet:
            self._write(message)

    def summary(self, lines: Iterable[str]) -> None:
        """Say what was done."""
        if not self.quiet:
            for line in lines:
                self._write(escaped(line))

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
    return text.translate(_ESCAPES)
