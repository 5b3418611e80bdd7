"""Texts of a page for the screen: every piece becomes one element that says what it stands on (docs/grounding.md)."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from markupsafe import Markup

from briefings.rendering.environment import without_unseen
from briefings.rendering.view.pieces import DeskWords, EditionValue, FactValue, NoteMark, Words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from briefings.rendering.view.pieces import Label, Line, Piece
    from briefings.rendering.view.story_items import QuoteItem, SentenceItem

_SPOKEN = frozenset({"tr", "en"})


class ScreenText:
    """Writes pieces for a screen; its methods are those of `PrintText`, which leaves the grounds out.

    Templates call them some thousand times a page: they are joined as plain strings, and marked as safe at the end.
    """

    def __init__(self, words: Mapping[str, Any]) -> None:
        """Take the page's labels."""
        self._mark = _shown(words["corrections"]["mark"])

    def put(self, piece: Piece, *, tagged: bool = True, narrow: bool = False, marked: bool = True) -> Markup:  # noqa: ARG002 - of paper
        """Give one piece."""
        return Markup(self._put(piece, tagged=tagged, marked=marked))  # noqa: S704 - every text is escaped below

    def line(
        self,
        pieces: Line,
        *,
        narrow: bool = False,  # noqa: ARG002 - of paper
        beside: NoteMark | None = None,  # noqa: ARG002 - of paper
        linked: bool = True,  # noqa: ARG002 - of paper
    ) -> Markup:
        """Give pieces one after the other."""
        return Markup(self._line(pieces))  # noqa: S704

    def after(self, piece: Words) -> Markup:
        """Give what follows source words and their note: their language, and what the desk says instead."""
        return Markup(self._after(piece))  # noqa: S704

    def cited(self, piece: Piece, note: NoteMark, also: Sequence[NoteMark] = ()) -> Markup:
        """Give source words, their notes, then the tag of their language."""
        return Markup(self._cited(piece, note, also))  # noqa: S704

    def titled(self, title: Words, address: str | None) -> Markup:
        """Give an article's title, which leads to where it was published, where that is known."""
        if not address:
            return self.put(title)
        text = self._put(title, tagged=False)
        after = self._after(title)
        return Markup(f'<a href="{_shown(address)}" rel="noopener noreferrer">{text}</a>{after}')  # noqa: S704

    def sentence(self, item: SentenceItem) -> Markup:
        """Give a source sentence with its note; what the facts say stands above it."""
        gist = f'<p class="gist">{self._line(item.gist)}</p>\n' if item.gist else ""
        return Markup(f'{gist}<p class="words">{self._cited(item.words, item.note, item.also)}</p>')  # noqa: S704

    def said(self, quote: QuoteItem, quotation: tuple[str, str], labels: Mapping[str, Any]) -> Markup:
        """Give words somebody said: in quotation marks as spoken, or the sentence that reports them."""
        if not quote.direct:
            kind = f'<span class="kind">{_shown(labels["reported"])}</span>'
            return Markup(f'<p class="reported">{self._cited(quote.words, quote.note)}{kind}</p>')  # noqa: S704
        spoken = f"{_shown(quotation[0])}{self._put(quote.words, tagged=False)}{_shown(quotation[1])}"
        told = f"{spoken}{_note(quote.note)}{self._after(quote.words)}"
        return Markup(f'<blockquote class="said"><p>{told}</p></blockquote>')  # noqa: S704

    def apart(self, note: NoteMark) -> Markup:
        """Give a note in brackets on the line: raised beside a figure, it would be read as a power of the unit."""
        return Markup(f'<span class="apart">[{_note(note)}]</span>')  # noqa: S704

    def tag(self, label: Label, status: str) -> Markup:
        """Give the tag of a story."""
        return Markup(f'<span class="status status-{_shown(status)}">{_shown(label.text)}</span>')  # noqa: S704

    def _line(self, pieces: Line) -> str:
        return "".join([self._put(piece) for piece in pieces])

    def _cited(self, piece: Piece, note: NoteMark, also: Sequence[NoteMark] = ()) -> str:
        others = "".join([f'<span class="cite">,</span>{_note(other)}' for other in also])
        after = self._after(piece) if isinstance(piece, Words) else ""
        return f"{self._put(piece, tagged=False)}{_note(note)}{others}{after}"

    def _put(self, piece: Piece, *, tagged: bool = True, marked: bool = True) -> str:
        if isinstance(piece, Words):
            return _words(piece) + (self._after(piece) if tagged else "")
        if isinstance(piece, FactValue):
            return _value(piece) + (self._corrected if marked and piece.corrected else "")
        if isinstance(piece, EditionValue):
            return f'<span data-edition="{_shown(piece.key)}"{_lang(piece.language)}>{_shown(piece.text)}</span>'
        if isinstance(piece, DeskWords):
            return f'<span data-desk="{_shown(piece.source)}">{_shown(piece.text)}</span>'
        return _note(piece) if isinstance(piece, NoteMark) else _shown(piece.text)

    def _after(self, piece: Words) -> str:
        tongue = f'<span class="tongue">{self._put(piece.tag)}</span>' if piece.tag else ""
        if not piece.amended:
            return tongue
        amended = [
            f' <span class="amended">{self._mark}: {self._put(value, marked=False)}</span>' for value in piece.amended
        ]
        return tongue + "".join(amended)

    @property
    def _corrected(self) -> str:
        return f'<span class="desk-mark">{self._mark}</span>'


def _words(piece: Words) -> str:
    runs = [f"<mark>{_shown(run.text)}</mark>" if run.marked else _shown(run.text) for run in piece.runs]
    way = ' dir="auto"' if piece.language and piece.language not in _SPOKEN else ""
    ground = f'data-src="{_shown(piece.article)}" data-at="{piece.start}-{piece.end}"'
    return f"<span {ground}{_lang(piece.language)}{way}>{''.join(runs)}</span>"


def _value(piece: FactValue) -> str:
    text = f"{_shown(piece.text)} {_shown(piece.unit)}" if piece.unit else _shown(piece.text)
    ground = f'data-{piece.attribute}="{_shown(piece.reference)}"'
    if not piece.anchor:
        return f"<span {ground}{_lang(piece.language)}>{text}</span>"
    aim = f'href="#{_shown(piece.anchor)}" interestfor="{_shown(piece.anchor)}"'
    return f"<a {ground} {aim}{_lang(piece.language)}>{text}</a>"


def _note(note: NoteMark) -> str:
    aim = f'href="#{note.target}" interestfor="{note.target}"'
    ground = f'role="doc-noteref" data-edition="note:{note.number}"'
    return f'<a id="{note.anchor}" {aim} {ground}>{note.number}</a>'


def _lang(code: str | None) -> str:
    return f' lang="{_shown(code)}"' if code else ""


def _shown(text: str) -> str:
    return escape(without_unseen(text))
