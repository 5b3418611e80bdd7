"""Each article's text as a page: as it was read, sentence by sentence, so that a link leads to the words it stands on.

Neither a script nor a text fragment is needed, which not every browser has: a sentence is an anchor, and the style
sheet marks the one that was asked for. A page holds no label, so that it is the same for readers of every language.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.model import Output
from briefings.model.look import SHIPPED
from briefings.rendering.dates import stamp
from briefings.rendering.environment import filled
from briefings.rendering.grounds import shortened
from briefings.rendering.html import TO_ASSETS, policy_of, style
from briefings.rendering.markings import marking_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefings.config import Config
    from briefings.model import Article, Edition, Sentence
    from briefings.model.look import Look

_SPOKEN = frozenset({"tr", "en"})


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of an article."""

    sentence: int | None
    """Number of the sentence; None for what stands in none."""
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A block of an article."""

    tag: str
    """The element it becomes: "h1", "h2" or "p"."""
    stretches: tuple[Stretch, ...]


def text_address(article: str, sentence: int) -> str:
    """Give the address of a sentence, from a page of the edition."""
    return f"../texts/{article}.html#s{sentence}"


def text_pages(
    edition: Edition, config: Config, pages: Sequence[tuple[str, str]], look: Look = SHIPPED
) -> tuple[Output, ...]:
    """Give a page for each article of an edition, under texts/; `pages`, as (language, profile), link to them."""
    css = style("text.css", config, look, assets=TO_ASSETS)
    policy = policy_of(str(css))
    names = {code: "index" if (code, "desk") in pages else "principal" for code, _ in pages}
    homes = [(code, f"../{code}/{name}.html", config.title.in_language(code)) for code, name in names.items()]
    outputs = []
    for article in edition.articles:
        language = article.language if article.language in _SPOKEN else config.languages[0]
        page = filled(
            "text.html.j2",
            look,
            article=article.id,
            language=article.language,
            title=article.headline,
            outlet=article.source.outlet or "",
            path=article.source.path,
            blocks=tuple(_blocks(article)),
            published=stamp(article.published, language) if article.published else "",
            marking=marking_words(edition.marking or config.marking, language, config),
            homes=homes,
            css=css,
            policy=policy,
        )
        outputs.append(Output(f"texts/{article.id}.html", "text/html; charset=utf-8", shortened(page).encode("utf-8")))
    return tuple(outputs)


def _blocks(article: Article) -> Iterator[TextBlock]:
    titled = False
    inside: dict[int, list[Sentence]] = {}
    for sentence in article.sentences:
        inside.setdefault(sentence.block, []).append(sentence)
    for place, block in enumerate(article.blocks):
        tag = "p"
        if block.kind == "title" and not titled:
            tag, titled = "h1", True
        elif block.kind in {"title", "heading"}:
            tag = "h2"
        at, stretches = block.span.start, []
        for sentence in inside.get(place, ()):
            if article.text[at : sentence.span.start].strip():
                stretches.append(_stretch(article, None, at, sentence.span.start))
            stretches.append(_stretch(article, sentence.index, sentence.span.start, sentence.span.end))
            at = sentence.span.end
        if article.text[at : block.span.end].strip():
            stretches.append(_stretch(article, None, at, block.span.end))
        if stretches:
            yield TextBlock(tag, tuple(stretches))


def _stretch(article: Article, sentence: int | None, start: int, end: int) -> Stretch:
    return Stretch(sentence, start, end, article.text[start:end])
