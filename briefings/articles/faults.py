"""What a reader says about a file: remarks, after which the article goes on, and the error that leaves it out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.model import Notice

if TYPE_CHECKING:
    from briefings.model import Level

_LONGEST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to say about one line of a file that is still to be named."""

    code: str
    line: int | None
    message: str
    """What is wrong; what to do."""
    level: Level = "warning"

    def about(self, path: str) -> Notice:
        """Give the notice on the file at `path`."""
        return Notice(self.level, self.code, path, self.line, self.message)


class LeftOutError(Exception):
    """The file cannot become an article; `remark` says where and why."""

    def __init__(self, message: str, *, code: str, line: int | None = None) -> None:
        super().__init__(message)
        self.remark = Remark(code, line, message, "error")


def shown(words: str) -> str:
    """Give words of a file as a message may show them: cut short, and nothing that moves a cursor."""
    cut = words[:_LONGEST_SHOWN]
    safe = "".join(character if character.isprintable() else f"\\u{ord(character):04x}" for character in cut)
    return safe + ("…" if len(words) > _LONGEST_SHOWN else "")


def counted(first: int | None, times: int) -> str:
    """Give the words that say how often something stands in a file whose notice names only the first line."""
    return "" if times == 1 or first is None else f" ({times} times, first here)"
