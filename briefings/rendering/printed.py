"""Texts of the page a PDF is made of, in as few elements as their looks need.

Every element of a print page costs layout time, and a PDF keeps none of them: the grounds of texts stand on the page
for the screen (docs/grounding.md). So here pieces that look alike become one text, and values of one sentence that
follow each other one link to it; a value beside the number of its sentence's note needs none.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from briefings.rendering.environment import breakable
from briefings.rendering.view.pieces import EditionValue, FactValue, Label, NoteMark, Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from briefings.rendering.view.listings import EvidenceItem
    from briefings.rendering.view.pieces import Line, Piece
    from briefings.rendering.view.story_items import QuoteItem, SentenceItem

_TIE = "\u2060"
"""WeasyPrint breaks a line between two elements unless the second one begins with a word joiner."""
_COMMA = Markup(f'<span class="cite">{_TIE},</span>')  # noqa: S704 - our own words
_SPOKEN = frozenset({"tr", "en"})


class PrintText:
    """Writes pieces for the print page; its methods are those of `ScreenText`."""

    def __init__(self, language: str, words: Mapping[str, Any]) -> None:
        """Take the page's language and its labels."""
        self._language = language
        self._labels = words

    def put(self, piece: Piece, *, tagged: bool = True, narrow: bool = False, marked: bool = True) -> Markup:
        """Give one piece."""
        if isinstance(piece, NoteMark):
            return self._note(piece)
        if isinstance(piece, Words):
            return self._words(piece, narrow=narrow) + (self.after(piece) if tagged else "")
        if isinstance(piece, FactValue):
            return self._linked(piece.anchor, self._value(piece, narrow=narrow)) + self._mark(piece if marked else None)
        if isinstance(piece, EditionValue):
            return self._text(piece.text, piece.language, narrow=narrow)
        return self._text(piece.text)

    def line(
        self,
        pieces: Line,
        *,
        narrow: bool = False,
        beside: NoteMark | None = None,
        linked: bool = True,
    ) -> Markup:
        """Give pieces one after the other; `beside` is the note that stands with them."""
        known = beside.target if beside else None
        parts = []
        for (anchor, _), group in groupby(_with_aims(pieces), key=lambda aimed: aimed[:2]):
            members = [piece for _, _, piece in group]
            text = Markup().join(self._plain(piece, narrow=narrow) for piece in members)
            parts.append(self._linked(anchor if linked and anchor != known else None, text) + self._mark(members[-1]))
        return Markup().join(parts)

    def after(self, piece: Words) -> Markup:
        """Give what follows source words and their note: their language, and what the desk says instead."""
        tongue = _TONGUE.format(text=f"{_TIE}{piece.tag.text}") if piece.tag else Markup()
        return tongue + self.amended(piece)

    def amended(self, piece: Words) -> Markup:
        """Give what the desk says instead of words."""
        mark = self._labels["corrections"]["mark"]
        values = (self.put(value, marked=False) for value in piece.amended)
        return Markup().join(_AMENDED.format(mark=mark, value=value) for value in values)

    def origin(self, item: EvidenceItem) -> Markup:
        """Give where a sentence of the evidence comes from, after its language where that is another one."""
        tag = f"{item.words.tag.text} · " if item.words.tag else ""
        return escape(tag) + self.line(item.source)

    def cited(self, piece: Piece, note: NoteMark, also: Sequence[NoteMark] = ()) -> Markup:
        """Give source words, their notes, then the tag of their language."""
        text = self.put(piece, tagged=False) + self.put(note)
        text += Markup().join(_COMMA + self.put(other) for other in also)
        return text + self.after(piece) if isinstance(piece, Words) else text

    def titled(self, title: Words, address: str | None) -> Markup:
        """Give an article's title, which leads to where it was published, where that is known."""
        if address is None:
            return self.put(title)
        text = Markup().join(self._text(run.text, title.language) for run in title.runs)
        kind = Markup(' class="in-{language}"').format(language=title.language) if title.language else ""
        return _TITLE.format(kind=kind, address=address, text=text) + self.after(title)

    def sentence(self, item: SentenceItem) -> Markup:
        """Give a source sentence with its note; what the facts say stands above it."""
        gist = _GIST.format(text=self.line(item.gist, beside=item.note)) if item.gist else Markup()
        return gist + _SENTENCE.format(text=self.cited(item.words, item.note, item.also))

    def said(self, quote: QuoteItem, quotation: tuple[str, str], labels: Mapping[str, Any]) -> Markup:
        """Give words somebody said: in quotation marks as spoken, or the sentence that reports them."""
        if not quote.direct:
            kind = f"{_TIE}{labels['reported']}"
            return _REPORTED.format(text=self.cited(quote.words, quote.note), kind=kind)
        opened = escape(quotation[0]) + self.put(quote.words, tagged=False) + escape(quotation[1])
        return _SAID.format(text=opened + self.put(quote.note) + self.after(quote.words))

    def apart(self, note: NoteMark) -> Markup:
        """Give a note in brackets on the line."""
        return _APART.format(note=self.put(note))

    def tag(self, label: Label, status: str) -> Markup:
        """Give the tag of a story."""
        return _STATUS.format(status=status, text=label.text)

    def _note(self, note: NoteMark) -> Markup:
        """Give a note's number. The way back leads to where it is cited first, so only that place has a name."""
        first = note.anchor == f"c{note.number}"
        pattern = _NOTE if first else _NOTE_AGAIN
        return pattern.format(anchor=note.anchor, target=note.target, text=f"{_TIE}{note.number}")

    def _plain(self, piece: Piece, *, narrow: bool) -> Markup:
        return self._value(piece, narrow=narrow) if isinstance(piece, FactValue) else self.put(piece, narrow=narrow)

    def _words(self, piece: Words, *, narrow: bool) -> Markup:
        runs = ((run.marked, self._text(run.text, piece.language, narrow=narrow)) for run in piece.runs)
        text = Markup().join(_MARK.format(text=text) if marked else text for marked, text in runs)
        if not piece.language:
            return text
        return (_TOLD if piece.language in _SPOKEN else _FOREIGN).format(language=piece.language, text=text)

    def _value(self, piece: FactValue, *, narrow: bool) -> Markup:
        text = self._text(piece.text, piece.language, narrow=narrow)
        if piece.unit:
            text += escape(f" {piece.unit}")
        return text

    def _mark(self, piece: Piece | None) -> Markup:
        """Give the mark of a value the desk has corrected; outside links, as an element in one is a link of its own."""
        if not (isinstance(piece, FactValue) and piece.corrected):
            return Markup()
        return _DESK_MARK.format(text=f"{_TIE}{self._labels['corrections']['mark']}")

    def _text(self, text: str, language: str | None = None, *, narrow: bool = False) -> Markup:
        return breakable(text, language or self._language, narrow=narrow)

    def _linked(self, anchor: str | None, text: Markup) -> Markup:
        return _LINK.format(anchor=anchor, text=text) if anchor else text


def _with_aims(pieces: Line) -> Iterator[tuple[str | None, int, Piece]]:
    """Give pieces with the sentence they lead to; a label between two values of one sentence leads there as well.

    The number changes after each value the desk has corrected: a mark follows it, outside its link.
    """
    turn = 0
    aims = [piece.anchor if isinstance(piece, FactValue) else None for piece in pieces]
    for place, piece in enumerate(pieces):
        inner = isinstance(piece, Label) and 0 < place < len(pieces) - 1
        around = aims[place - 1 : place + 2 : 2]
        yield (around[0] if inner and around[0] == around[1] else aims[place]), turn, piece
        turn += isinstance(piece, FactValue) and piece.corrected


_LINK = Markup('<a href="#{anchor}">{text}</a>')
_TITLE = Markup('<a{kind} href="{address}" rel="noopener noreferrer">{text}</a>')
_NOTE = Markup('<a class="cite" id="{anchor}" href="#{target}">{text}</a>')
_NOTE_AGAIN = Markup('<a class="cite" href="#{target}">{text}</a>')
_MARK = Markup("<mark>{text}</mark>")
_FOREIGN = Markup('<span lang="{language}">{text}</span>')
_TOLD = Markup('<span class="in-{language}">{text}</span>')
"""Sets no `lang`: an element with one shares its style with no other. The PDF's tags are given it afterwards."""
_TONGUE = Markup('<span class="tongue">{text}</span>')
_AMENDED = Markup(' <span class="amended">{mark}: {value}</span>')
_DESK_MARK = Markup('<span class="desk-mark">{text}</span>')
_GIST = Markup('<p class="gist">{text}</p>')
_SENTENCE = Markup('<p class="words">{text}</p>')
_SAID = Markup('<blockquote class="said"><p>{text}</p></blockquote>')
_REPORTED = Markup('<p class="reported">{text}<span class="kind">{kind}</span></p>')
_APART = Markup('<span class="apart">[{note}]</span>')
_STATUS = Markup('<span class="status status-{status}">{text}</span>')
