"""One file's bytes become an article, or the reason why not: pure, so that a process that can be killed may do it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from briefings.articles.assembly import article_of
from briefings.articles.decoding import decoded
from briefings.articles.faults import LeftOutError, Remark
from briefings.articles.front_matter import front_matter_of
from briefings.articles.kept import Outcome
from briefings.articles.markdown import read_markdown
from briefings.articles.text import read_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from briefings.articles.fields import Manuscript, Value
    from briefings.config import Config, Limits
    from briefings.model import Article, Notice

    Reader = Callable[[str, int, Mapping[str, Value], Limits], Manuscript]

_MOST_LINES = 60_000

READERS: dict[str, Reader] = {".txt": read_text, ".md": read_markdown}
"""By suffix: a function of the text, the number of its first line, the fields already known, and the limits."""


class Raw(NamedTuple):
    """A file that is to be read."""

    name: str
    suffix: str
    """As in `READERS`."""
    data: bytes


class Hands(Protocol):
    """Whoever reads: gives each file with what became of it, in the order it is done."""

    def __call__(self, raws: Iterable[Raw], config: Config, *, is_dated: bool) -> Iterator[tuple[Raw, Outcome]]:
        """Read files; they are asked for one by one."""


def read_here(raws: Iterable[Raw], config: Config, *, is_dated: bool) -> Iterator[tuple[Raw, Outcome]]:
    """Read files in this process, without limits of time and memory."""
    return ((raw, outcome_of(raw, config, is_dated=is_dated)) for raw in raws)


def outcome_of(raw: Raw, config: Config, *, is_dated: bool) -> Outcome:
    """Give what becomes of a file."""
    try:
        article, notices = read(READERS[raw.suffix], raw.name, raw.data, config, is_dated=is_dated)
    except LeftOutError as fault:
        return left_out(fault.remark, raw.name)
    return Outcome(article, notices)


def left_out(remark: Remark, path: str) -> Outcome:
    """Give the outcome of a file that a remark leaves out."""
    return Outcome(None, (remark.about(path),), reason_of(remark))


def reason_of(remark: Remark) -> str:
    """Say in the record why a file was left out."""
    return remark.message if remark.line is None else f"line {remark.line}: {remark.message}"


def read(
    reader: Reader, path: str, data: bytes, config: Config, *, is_dated: bool
) -> tuple[Article, tuple[Notice, ...]]:
    """Make an article of a file's bytes; `is_dated` says that it must have a date."""
    source = decoded(data)
    _check_lines(source.text, config.limits)
    front = front_matter_of(source.text, bare=reader is read_markdown)
    body = source.text[front.body :]
    manuscript = reader(body, front.first_line, front.fields, config.limits)
    _check_paragraphs(manuscript, config.limits)
    article, remarks = article_of(path, data, manuscript, front.fields, config, is_dated=is_dated)
    said = (*source.remarks, *front.remarks, *manuscript.remarks, *remarks)
    return article, tuple(remark.about(path) for remark in said)


def _check_paragraphs(manuscript: Manuscript, limits: Limits) -> None:
    """Refuse a paragraph longer than a line may be: many lines may be one, and a page takes minutes to set it."""
    longest = max((block.span.end - block.span.start for block in manuscript.blocks), default=0)
    if longest > limits.line:
        message = (
            f"a paragraph of {longest:,} characters, allowed are {limits.line:,}; break it with an empty line, "
            "or raise limits.line"
        )
        raise LeftOutError(message, code="paragraph-too-long")


def _check_lines(text: str, limits: Limits) -> None:
    """Refuse a file without words, of more lines than any article, or with a line longer than the limit."""
    if not text.strip():
        message = "the file holds no words; remove it"
        raise LeftOutError(message, code="empty", line=1)
    lines = text.split("\n")
    if len(lines) > _MOST_LINES:
        message = f"more than {_MOST_LINES:,} lines; cut the article into several"
        raise LeftOutError(message, code="too-many-lines", line=_MOST_LINES + 1)
    for number, line in enumerate(lines, start=1):
        if len(line) > limits.line:
            message = f"a line of {len(line):,} characters, allowed are {limits.line:,}; break it or raise limits.line"
            raise LeftOutError(message, code="line-too-long", line=number)
