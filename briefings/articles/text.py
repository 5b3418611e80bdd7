"""Plain text as agencies and web pages give it: title, lead, labelled lines, headings, paragraphs; any may be missing.

The text stays as it is; the blocks say which line is what. Labelled lines count at the head, before the first
paragraph, and at the very end; the same words inside the text are text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from briefings.articles.faults import Remark
from briefings.articles.fields import Manuscript, Value
from briefings.articles.furniture import is_caption, is_dateline, is_furniture, without_page_head
from briefings.articles.labels import label_of
from briefings.model import Block, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from briefings.articles.labels import Label
    from briefings.config import Limits

_HEAD_LINES = 12
_FOOT_LINES = 6
_MOST_LEADS = 2
_LONGEST_SENTENCE_TITLE = 120
_LONGEST_HEADING = 100
_MOST_HEADING_WORDS = 14
_WIDEST_WRAPPED = 100
_ENDS = ".!?…"
_CLOSERS = "\"'”’»)"
_BULLET = re.compile(r"(?:[-–•*·▪◦‣]|\d{1,2}\))[ \t]{1,8}(?=\S)")
_NO_HEADING_START = frozenset("\"'“”‘’«»([-–—*•")
_NO_HEADING_END = frozenset(".,;:…!")


@dataclass(frozen=True, slots=True)
class Line:
    """One line with something on it, without the blanks around."""

    start: int
    end: int
    number: int
    group: int
    """Lines between the same blank lines share it."""
    words: str


def read_text(text: str, first_line: int, known: Mapping[str, Value], _limits: Limits) -> Manuscript:
    """Find the blocks of a plain text. A title and lead that front matter gave stand above it."""
    below = _read(text, first_line, known)
    above = [(kind, " ".join(known[kind].text.split())) for kind in ("title", "lead") if kind in known]
    head = ""
    blocks: list[Block] = []
    for kind, words in above:
        blocks.append(Block(kind, Span(len(head), len(head) + len(words))))  # type: ignore[arg-type]
        head += words + "\n\n"
    if not head:
        return below
    return replace(below, text=head + text, blocks=(*blocks, *shifted(below.blocks, len(head))))


def _read(text: str, first_line: int, known: Mapping[str, Value]) -> Manuscript:
    lines = _lines(text, first_line)
    head = _head_labels(lines)
    foot = _foot_labels(lines, head)
    labels = {**head, **foot}
    fields, remarks = _fields(lines, labels)
    body = [number for number in range(len(lines)) if number not in labels]
    blocks = [Block("label", Span(lines[number].start, lines[number].end)) for number in labels]
    title = None
    if "title" not in known and "title" not in fields:
        title = _title(lines, body, head)
    if title is not None:
        body.remove(title)
        fields["title"] = Value(lines[title].words, lines[title].number)
        blocks.append(Block("title", Span(lines[title].start, lines[title].end)))
    leads = [] if "lead" in known or "lead" in fields else _leads(body, title, head)
    blocks += [Block("lead", Span(lines[number].start, lines[number].end)) for number in leads]
    blocks += _body_blocks([lines[number] for number in body if number not in leads])
    blocks = _named_blocks(blocks, lines, labels)
    named, outlet = ((known.get(key) or fields.get(key) or Value("", 0)).text for key in ("title", "source"))
    blocks = without_page_head(text, sorted(blocks, key=_place), named, outlet)
    return Manuscript(text, tuple(sorted(blocks, key=_place)), fields, remarks)


def _place(block: Block) -> tuple[int, int]:
    return block.span.start, block.span.end


def _lines(text: str, first_line: int) -> list[Line]:
    lines: list[Line] = []
    offset = group = 0
    for number, raw in enumerate(text.split("\n"), start=first_line):
        words = raw.strip()
        if words:
            start = offset + len(raw) - len(raw.lstrip())
            lines.append(Line(start, start + len(words), number, group, words))
        else:
            group += 1
        offset += len(raw) + 1
    return lines


def _head_labels(lines: Sequence[Line]) -> dict[int, Label]:
    """Give the labels before the first paragraph, by index of the line: a run of them, or two around the title."""
    labels: dict[int, Label] = {}
    between = 0
    for number, line in enumerate(lines[: _HEAD_LINES * 2]):
        label = label_of(line.words)
        if label:
            labels[number] = label
            between = 0
            continue
        between += 1
        started_with_labels = bool(labels) and 0 in labels
        if (labels and between > (3 if started_with_labels else 0)) or number > _HEAD_LINES:
            break
    if labels and not _is_head(lines, labels):
        return {}
    return labels


def _is_head(lines: Sequence[Line], labels: Mapping[int, Label]) -> bool:
    """Tell labels at the head from labels that close a short text, and from a stray colon in the text."""
    first = min(labels)
    dated = any(label.field in {"published", "updated"} for label in labels.values())
    text_follows = max(labels) + 1 < len(lines)
    return (dated or first <= _MOST_LEADS) and (text_follows or first <= _MOST_LEADS)


def _foot_labels(lines: Sequence[Line], head: Mapping[int, Label]) -> dict[int, Label]:
    """Give the labels that close the text."""
    labels: dict[int, Label] = {}
    for number in range(len(lines) - 1, max(0, len(lines) - 1 - _FOOT_LINES), -1):
        label = label_of(lines[number].words)
        if number in head or label is None:
            break
        labels[number] = label
    return dict(sorted(labels.items()))


def _fields(lines: Sequence[Line], labels: Mapping[int, Label]) -> tuple[dict[str, Value], tuple[Remark, ...]]:
    fields: dict[str, Value] = {}
    remarks = []
    for number, label in labels.items():
        line = lines[number].number
        if label.field in fields and label.value and label.field in {"published", "updated"}:
            first = fields[label.field].line
            message = f"a second date line; the first (line {first}) counts"
            remarks.append(Remark("date-twice", line, message))
        elif label.value and label.field not in fields:
            fields[label.field] = Value(label.value, line)
    return fields, tuple(remarks)


def _title(lines: Sequence[Line], body: Sequence[int], head: Mapping[int, Label]) -> int | None:
    """Give the line of the title: the first that is no label, unless it is plainly a paragraph."""
    if not body:
        return None
    first = body[0]
    line = lines[first]
    ends_like_text = line.words.rstrip(_CLOSERS).endswith(tuple(_ENDS))
    if ends_like_text and len(line.words) > _LONGEST_SENTENCE_TITLE:
        return None
    stands_alone = first + 1 == len(lines) or lines[first + 1].group != line.group or first + 1 in head
    wrapped = not stands_alone and len(line.words) <= _WIDEST_WRAPPED and not _starts_anew(lines[first + 1])
    return None if wrapped or _BULLET.match(line.words) else first


def _starts_anew(line: Line) -> bool:
    return line.words[:1].isupper() or not line.words[:1].isalnum()


def _leads(body: Sequence[int], title: int | None, head: Mapping[int, Label]) -> list[int]:
    """Give the lines between the title and the labels, when they are few: the lead."""
    if title is None or not head:
        return []
    later = [number for number in head if number > title]
    before = [number for number in body if later and title < number < min(later)]
    return before if len(before) <= _MOST_LEADS else before[:1]


def _named_blocks(blocks: list[Block], lines: Sequence[Line], labels: Mapping[int, Label]) -> list[Block]:
    """Let the value of a title or lead label be the title or lead block, and only its name a label."""
    found = list(blocks)
    taken: set[str] = {block.kind for block in blocks}
    for number, label in labels.items():
        if label.field not in {"title", "lead"} or label.field in taken or not label.value:
            continue
        line = lines[number]
        found.remove(Block("label", Span(line.start, line.end)))
        middle = line.start + label.offset
        found.append(Block("label", Span(line.start, line.start + len(line.words[: label.offset].rstrip()))))
        found.append(Block("title" if label.field == "title" else "lead", Span(middle, line.end)))
        taken.add(label.field)
    return found


def _body_blocks(lines: Sequence[Line]) -> Iterator[Block]:
    groups: list[list[Line]] = []
    for line in lines:
        if groups and groups[-1][-1].group == line.group:
            groups[-1].append(line)
        else:
            groups.append([line])
    for number, group in enumerate(groups):
        follows = groups[number + 1][0] if number + 1 < len(groups) else None
        yield from _group_blocks(group, follows)


def _group_blocks(group: Sequence[Line], follows: Line | None) -> Iterator[Block]:
    """Give the blocks of lines that stand together: hard-wrapped lines are one paragraph, others one each."""
    if len(group) > 1 and _is_wrapped(group):
        caption = is_caption(" ".join(line.words for line in group))
        yield Block("boilerplate" if caption else "paragraph", Span(group[0].start, group[-1].end))
        return
    for line, after in pairwise([*group, follows]):
        if line is None:
            continue
        yield _line_block(line, after)


def _line_block(line: Line, after: Line | None) -> Block:
    if is_furniture(line.words) or is_caption(line.words) or is_dateline(line.words):
        return Block("boilerplate", Span(line.start, line.end))
    bullet = _BULLET.match(line.words)
    if bullet:
        return Block("item", Span(line.start + bullet.end(), line.end))
    if after is not None and _is_heading(line, after):
        return Block("heading", Span(line.start, line.end))
    return Block("paragraph", Span(line.start, line.end))


def _is_wrapped(group: Sequence[Line]) -> bool:
    """Say whether the lines were broken by width: all narrow, and some line neither ends nor begins a sentence."""
    if max(len(line.words) for line in group) > _WIDEST_WRAPPED or any(_BULLET.match(line.words) for line in group):
        return False
    return any(
        not line.words.rstrip(_CLOSERS).endswith((*_ENDS, ":")) and not _is_heading(line, after)
        for line, after in pairwise(group)
    ) or _is_even(group)


def _is_even(group: Sequence[Line]) -> bool:
    """Say whether all lines but the last are about as long as the longest."""
    widest = max(len(line.words) for line in group)
    return all(2 * len(line.words) > widest for line in group[:-1])


def _is_heading(line: Line, after: Line) -> bool:
    """Say whether a line stands over the text that follows: short, no sentence, and a longer line below it."""
    words = line.words
    return (
        len(words) <= _LONGEST_HEADING
        and words.count(" ") < _MOST_HEADING_WORDS
        and (words[0].isupper() or words[0].isdigit())
        and words[-1] not in _NO_HEADING_END
        and words[0] not in _NO_HEADING_START
        and len(after.words) > len(words)
        and after.words.rstrip(_CLOSERS).endswith((*_ENDS, ":"))
    )


def shifted(blocks: Iterable[Block], by: int) -> tuple[Block, ...]:
    """Give blocks moved by a number of code points."""
    return tuple(replace(block, span=Span(block.span.start + by, block.span.end + by)) for block in blocks)
