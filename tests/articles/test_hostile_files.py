"""Whatever a file holds: an article whose spans lie in its text, or a notice; soon, and nothing else."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefings.articles import article_from_text
from briefings.articles.decoding import decoded
from briefings.articles.faults import LeftOutError
from briefings.articles.front_matter import front_matter_of
from briefings.articles.reading import READERS, read
from briefings.config import Config
from tests.casefiles import rows_in

if TYPE_CHECKING:
    from briefings.model import Article

HEAD = "---\ntitle: x\ndate: 2025-12-04\nlang: tr\n---\n"
SIGNS = st.text(alphabet="ab .\n\t#*_`[]()<>!|-=:&;\\\"'“”1290ıİğ\u0301\u202e\x00^~+", max_size=200)
FRONT = st.text(alphabet="title dateözet:|>-[]{}\"'&*!#,\n 2025-12.04\\uд+=", max_size=200)
SETTINGS = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _check(article: Article) -> None:
    for block in article.blocks:
        assert 0 <= block.span.start < block.span.end <= len(article.text)
    for sentence in article.sentences:
        assert article.block_of(sentence).span.contains(sentence.span)
        assert sentence.span.start < sentence.span.end


@pytest.mark.parametrize("suffix", sorted(READERS))
@SETTINGS
@given(body=SIGNS | st.text(max_size=300))
def test_any_text_is_read_or_refused(suffix: str, body: str) -> None:
    data = (HEAD + body).encode("utf-8", "surrogatepass")
    try:
        article, notices = read(READERS[suffix], "a" + suffix, data, Config(), is_dated=True)
    except LeftOutError:
        return
    _check(article)
    assert all(notice.path == "a" + suffix for notice in notices)
    assert not any(ord(character) < 32 and character not in {"\n", "\t"} for character in article.text)


@SETTINGS
@given(inner=FRONT, fence=st.sampled_from(["---", "+++"]))
def test_any_front_matter_is_read_or_refused(inner: str, fence: str) -> None:
    text = f"{fence}\n{inner}\n{fence}\nMetin.\n"
    try:
        front = front_matter_of(text)
    except LeftOutError:
        return
    assert text[: front.body].count("\n") == front.first_line - 1
    assert all(value.line <= front.first_line for value in front.fields.values())


@SETTINGS
@given(data=st.binary(max_size=300))
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    try:
        text = decoded(data).text
    except LeftOutError:
        return
    assert "\r" not in text
    text.encode("utf-8")


@SETTINGS
@given(text=SIGNS | st.text(max_size=200))
def test_body_text_stays_as_it_is(text: str) -> None:
    article = article_from_text("x", text, "en", None)
    assert article.text == text
    _check(article)


@pytest.mark.parametrize("pattern", rows_in("articles/hostile-patterns.txt"), ids=lambda row: row[0])
@pytest.mark.parametrize("suffix", sorted(READERS))
def test_a_repeated_pattern_costs_little_time(suffix: str, pattern: tuple[str, ...]) -> None:
    body = (pattern[0].encode().decode("unicode_escape") * 10_000)[:20_000]
    lines = [part[start : start + 19_000] for part in body.split("\n") for start in range(0, len(part) + 1, 19_000)]
    data = (HEAD + "\n".join(lines)).encode()
    started = time.process_time()
    try:
        article, _ = read(READERS[suffix], "a" + suffix, data, Config(), is_dated=True)
        _check(article)
    except LeftOutError:
        pass
    assert time.process_time() - started < 1
