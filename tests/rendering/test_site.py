"""Pages of the site: parted by time and letter, sorted in the reader's alphabet, feeds that readers take, no markup."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from xml.etree import ElementTree as ET

import pytest

from briefings.config import Config, Marking, Words
from briefings.model import ArchiveEntry
from briefings.model.archive import Revision
from briefings.model.site import EditionDay, ListedName, Mention, NameHead, StoryDay, StorySpan, StoryTold
from briefings.rendering.data_block import data_block
from briefings.rendering.site import alphabet, bars, feeds, names, periods, search, spans, stories
from briefings.rendering.site.shell import Shell

ATOM = "{http://www.w3.org/2005/Atom}"
SHELL = Shell(
    Config(
        markings=(
            Marking(id="a", label=Words(tr="AÇIK", en="OPEN")),
            Marking(id="b", label=Words(tr="ÖZEL", en="CLOSED")),
        )
    )
)
DAY = date(2025, 12, 4)


def head(day: date, count: int = 1, marking: str | None = None) -> NameHead:
    return NameHead(
        day, count, ("Şırnak", "Sirnak"), ("", "", ""), marking, draft=False, languages=("tr", "en"), profiles=("desk",)
    )


def edition(day: date = DAY, headline: str = "Rıhtım açıldı", marking: str | None = None) -> EditionDay:
    entry = ArchiveEntry(day, 1, ("tr", "en"), ("desk", "principal"), headline, "tr", marking)
    story = StoryDay("s-1", 1, "new", 1, (("tr", headline),), ("Kıyı Postası",))
    return EditionDay(entry, (story,), f"{day}T11:10:00+03:00")


def _feed(data: bytes) -> ET.Element:
    return ET.fromstring(data)  # noqa: S314 - our own


def test_name_with_few_sentences_has_one_page() -> None:
    pages = list(spans.spans_of([head(DAY, names.MOST)], names.MOST))
    assert [(page.file, page.parts) for page in pages] == [("index.html", ())]


def test_name_with_many_sentences_is_parted_as_far_as_needed() -> None:
    days = [DAY - timedelta(days=400 * number) for number in range(3)]
    heads = [head(days[0], names.MOST), head(days[0] - timedelta(days=1), 5), *map(head, days[1:])]
    pages = {page.span: page for page in spans.spans_of(heads, names.MOST)}
    assert set(pages) == {"", "2025", "2025-12", "2025-12-04", "2025-12-03", "2024", "2023"}
    assert pages[""].parts == (("2025", 205), ("2024", 1), ("2023", 1))
    assert not pages["2024"].parts


def told(day: str) -> StoryTold:
    one = edition(date.fromisoformat(day), f"Rıhtım, {day}")
    return StoryTold(one.entry, one.stories[0])


def test_long_story_shows_its_latest_days_and_links_to_the_others() -> None:
    days = [(DAY - timedelta(days=number)).isoformat() for number in range(stories.MOST + 1)]
    pages = dict(stories.story_pages(SHELL, "s-1", days, told, lambda span: span != "2025-11"))
    whole = pages["tr/stories/s-1.html"]
    assert set(pages) == {
        f"{code}/stories/s-1{part}.html" for code in ("tr", "en") for part in ("", "/2025-10", "/2025-11", "/2025-12")
    } | {f"{code}/stories/s-1/2025.html" for code in ("tr", "en")}
    assert whole is not None
    text = whole.data.decode()
    assert text.count('<li class="row">') == 20
    assert '<a href="../../tr/stories/s-1/2025.html">2025</a> <span class="count">61</span>' in text
    assert pages["tr/stories/s-1/2025-11.html"] is None
    month = pages["tr/stories/s-1/2025-12.html"]
    assert month is not None
    assert month.data.decode().count('<li class="row">') == 4
    assert "<h1>Rıhtım, 2025-12-04 · Aralık 2025</h1>" in month.data.decode()


def test_story_in_a_list_says_how_long_it_ran() -> None:
    latest = told("2025-12-04").story
    long = StorySpan(latest, DAY - timedelta(days=2), DAY, 2, (None, "b"))
    assert stories.listed_story(long, "tr", SHELL).dates == "2 Aralık 2025 – 4 Aralık 2025 · 2 bülten"
    assert stories.listed_story(long, "en", SHELL).marking == "b"
    short = replace(long, first=DAY, editions=1)
    assert stories.listed_story(short, "en", SHELL).dates == "4 December 2025 · 1 edition"


@pytest.mark.parametrize(("span", "number"), [(10, 11), (400, 15), (4000, 12)])
def test_chart_counts_every_day_month_or_year(span: int, number: int) -> None:
    first = DAY - timedelta(days=span)
    chart = bars.bars_of([head(DAY, 4), head(first, 2)], "tr")
    assert chart is not None
    assert (chart.most, len(chart.bars)) == (4, 2)
    assert chart.bars[-1].height == 2 * chart.bars[0].height
    assert chart.bars[-1].x + chart.bars[-1].width <= bars.WIDTH
    step = (chart.bars[-1].x - chart.bars[0].x) / (number - 1)
    assert step == pytest.approx(bars.WIDTH / number, abs=0.2)
    assert chart.words.endswith(": 4")


def test_chart_of_one_day_is_none() -> None:
    assert bars.bars_of([head(DAY, 4)], "tr") is None


def test_names_stand_in_the_alphabet_of_the_reader() -> None:
    towns = ("Çorum", "Cide", "Ilgaz", "İzmir", "Dalaman")
    listed = [ListedName("place", f"city:{name}", (name, name), 1, None) for name in towns]
    letters = {"tr": {"c": 1, "ç": 1, "d": 1, "ı": 1, "i": 1}, "en": {"c": 2, "d": 1, "i": 2}}
    told = {}
    for language in ("tr", "en"):
        page = alphabet.index_page(SHELL, language, "place", letters[language], listed).data.decode()
        told[language] = re.findall(r'<li><a href="[^"]*">([^<]*)</a>', page.partition("<main")[2])
    assert told["tr"] == ["Cide", "Çorum", "Dalaman", "Ilgaz", "İzmir"]
    assert told["en"] == ["Cide", "Çorum", "Dalaman", "Ilgaz", "İzmir"]
    assert alphabet.file_of("ç") == "u00e7.html"
    assert alphabet.letter_of("Çorum", "en") == "c"
    assert alphabet.letter_of("…", "tr") == "#"


def test_letter_with_many_names_is_parted_by_its_next_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(alphabet, "MOST", 2)
    listed = [ListedName("place", name, (name, name), 1, "b") for name in ("A", "Ada", "Adana", "Ankara")]
    pages = {page.path: page.data.decode() for page in alphabet.letter_pages(SHELL, "tr", "place", "a", listed)}
    assert set(pages) == {"tr/places/a.html", "tr/places/ad.html", "tr/places/an.html"}
    assert ">A</a>" in pages["tr/places/a.html"]
    assert all(page.count("ÖZEL") == 2 for page in pages.values())


def test_atom_feed_is_one_that_readers_take() -> None:
    made = {one.path: one.data for one in feeds.feeds(SHELL, [edition(marking="b"), edition(date(2025, 12, 3))])}
    feed = _feed(made["feed.xml"])
    assert feed.tag == f"{ATOM}feed"
    for parent in (feed, *feed.iter(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(parent.findall(f"{ATOM}{name}")) == 1
    ids = [one.findtext(f"{ATOM}id") for one in feed.iter(f"{ATOM}entry")]
    assert len({*ids, feed.findtext(f"{ATOM}id")}) == 3
    assert all(re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", one or "") for one in ids)
    for one in feed.iter(f"{ATOM}updated"):
        assert datetime.fromisoformat(one.text or "").tzinfo
    assert feed.findtext(f"{ATOM}rights") == "ÖZEL"
    links = {one.get("rel"): one.get("href") for one in next(feed.iter(f"{ATOM}entry")).findall(f"{ATOM}link")}
    assert links == {"alternate": "2025-12-04/tr/index.html", "related": "2025-12-04/en/index.html"}
    within = _feed(made["en/feed.xml"])
    assert within.find(f"{ATOM}entry/{ATOM}link[@rel='alternate']").get("href") == "../2025-12-04/en/index.html"  # type: ignore[union-attr]


def test_json_feed_has_what_version_1_1_asks_for() -> None:
    made = {one.path: one.data for one in feeds.feeds(SHELL, [edition()])}
    feed = json.loads(made["tr/feed.json"])
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert {"title", "items", "home_page_url", "feed_url", "language", "authors"} <= feed.keys()
    assert {"id", "url", "title", "content_text", "date_modified", "language"} == feed["items"][0].keys()


def test_revision_makes_an_entry_newer_by_itself() -> None:
    first = edition()
    second = replace(first, entry=replace(first.entry, revisions=(Revision(2, DAY, ()),)))
    assert feeds.changed_at(first) == "2025-12-04T11:10:00+03:00"
    assert feeds.changed_at(second) == "2025-12-04T11:10:01+03:00"


def test_words_of_articles_are_text_everywhere() -> None:
    headline = "</script><b>\u202e & \x1b"
    pages = [*periods.front_pages(SHELL, [edition(headline=headline)], ["2025-12-04"])]
    pages.append(periods.month_page(SHELL, "tr", "2025-12", [edition(headline=headline)], {"s-1"}))
    for page in pages:
        text = page.data.decode()
        assert "<b>" not in text
        assert "&lt;b&gt;" in text
        assert not re.search("[\u202e\x1b]", text)
    feed = next(feeds.feeds(SHELL, [edition(headline=headline)])).data
    assert "\u202e" not in feed.decode()
    assert _feed(feed).findtext(f"{ATOM}entry/{ATOM}summary") == "</script><b> & "


def test_data_in_a_page_cannot_end_its_element() -> None:
    block = str(data_block({"a": "</script><!-- & \u2028\u202e"}))
    assert not re.search("[<>&\u202e]", block)
    assert json.loads(block)["a"].startswith("</script><!-- & ")


def test_marking_off_the_scale_stands_above_all() -> None:
    assert SHELL.highest(["a", None]) == "a"
    assert SHELL.highest(["a", "b"]) == "b"
    assert SHELL.highest(["b", "geheim"]) == "geheim"
    assert SHELL.highest([]) is None


def test_page_of_a_name_says_office_quotations_and_sentences() -> None:
    role = ("Mayor", "en", "Belediye Başkanı")
    told = replace(head(DAY, 2), names=("Ayla Aksoy", "Ayla Aksoy"), role=role, draft=True)
    mentions = (
        Mention("a-1", 2, "“Yeter” dedi.", "tr", "Kıyı Postası", 1, has_text=True, said=("Yeter",)),
        Mention("b-2", 0, "Aksoy opened it.", "en", "", 0, has_text=False),
    )
    made = dict(names.name_pages(SHELL, ("person", "ayla"), [told], lambda _: mentions, lambda _: True))
    page = next(one.data.decode() for path, one in made.items() if one and path.startswith("tr/"))
    assert '<p class="role">Belediye Başkanı</p>' in page
    assert "TASLAK" in page
    assert 'href="../../../2025-12-04/texts/a-1.html#s2"' in page
    assert '<p lang="en">Aksoy opened it.</p>' in page
    assert "kaynak belirtilmemiş" in page
    assert page.count("“Yeter”") == 2


def test_words_are_filed_where_the_script_looks_for_them() -> None:
    assert [search.files_for(number) for number in (0, 25, 26, 100, 10_000)] == [1, 1, 2, 4, 64]
    assert search.part_of("ab", 4) == (97 * 31 + 98) % 4
    listed = ListedName("place", "city:diyarbakir", ("Diyarbakır", "Diyarbakir"), 1, None)
    assert search.beginnings(listed) == {"di"}
