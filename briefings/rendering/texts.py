"""Each article's text as a page: as it was read, sentence by sentence, so that a link leads to the words it stands on.

Neither a script nor a text fragment is needed, which not every browser has: a sentence is an anchor, and the style
sheet marks the one that was asked for. A page holds no label, so that it is the same for readers of every language.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefings.model import Output
from briefings.rendering.dates import stamp
from briefings.rendering.environment import filled
from briefings.rendering.html import TO_ASSETS, policy_of, style
from briefings.rendering.markings import marking_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefings.config import Config
    from briefings.model import Article, Edition, Sentence

_SPOKEN = frozenset({"tr", "en"})


class Stretch(NamedTuple):
    """Words of an article: a sentence with its number, or what stands in no sentence, None."""

    sentence: int | None
    start: int
    end: int


class TextBlock(NamedTuple):
    """A block of an article; `tag` is the element it becomes."""

    tag: str
    stretches: tuple[Stretch, ...]


def text_address(article: str, sentence: int) -> str:
    """Give the address of a sentence, from a page of the edition."""
    return f"../texts/{article}.html#s{sentence}"


def text_pages(edition: Edition, config: Config, pages: Sequence[tuple[str, str]]) -> tuple[Output, ...]:
    """Give a page for each article of an edition, under texts/; `pages`, as (language, profile), link to them."""
    css = style("text.css", assets=TO_ASSETS, accent=config.page.accent)
    policy = policy_of(str(css))
    names = {code: "index" if (code, "desk") in pages else "principal" for code, _ in pages}
    homes = [(code, f"../{code}/{name}.html", config.title.in_language(code)) for code, name in names.items()]
    outputs = []
    for article in edition.articles:
        language = article.language if article.language in _SPOKEN else config.languages[0]
        page = filled(
            "text.html.j2",
            article=article,
            blocks=tuple(_blocks(article)),
            published=stamp(article.published, language) if article.published else "",
            marking=marking_words(edition.marking or config.marking, language, config),
            homes=homes,
            css=css,
            policy=policy,
        )
        outputs.append(Output(f"texts/{article.id}.html", "text/html; charset=utf-8", page.encode("utf-8")))
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
                stretches.append(Stretch(None, at, sentence.span.start))
            stretches.append(Stretch(sentence.index, sentence.span.start, sentence.span.end))
            at = sentence.span.end
        if article.text[at : block.span.end].strip():
            stretches.append(Stretch(None, at, block.span.end))
        if stretches:
            yield TextBlock(tag, tuple(stretches))
