"""The pages above the editions: links that lead somewhere, changes that touch what they stand on, equal bytes."""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import pytest

from briefings.rendering.site import alphabet, stories
from briefings.rendering.site import names as name_pages
from briefings.work.site_index import SiteIndex
from tests.builds import build_here, merge_here
from tests.links import broken_links
from tests.three_days import DAYS, article, files_of, three_days

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

OPTIONS = ("--format", "html,json", "--profile", "desk")


@pytest.fixture
def desk(tmp_path: Path) -> tuple[Path, Path]:
    """Three days of two articles, and their editions."""
    content = three_days(tmp_path / "content")
    _built(content, tmp_path / "editions")
    return content, tmp_path / "editions"


def _built(content: Path, output: Path, *options: str) -> None:
    ended = build_here(content, output, *OPTIONS, *options)
    assert ended.exit_code in {0, 1}, ended.stderr


def _site(output: Path) -> dict[str, str]:
    """Give the files above the editions."""
    return {path: known for path, known in files_of(output).items() if not re.match(r"\d{4}-\d\d-\d\d/", path)}


def _written(output: Path) -> dict[str, int]:
    return {path: (output / path).stat().st_ino for path in _site(output)}


def _folder(output: Path, kind: str, name: str) -> Path:
    return next(path for path in (output / "tr" / kind).iterdir() if path.name.startswith(name))


def _edit(content: Path, day: str, name: str, old: str, new: str) -> None:
    path = content / day / f"{name}.md"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_every_link_leads_somewhere_from_files_and_under_any_path(desk: tuple[Path, Path]) -> None:
    _, output = desk
    broken, reached = broken_links(output)
    assert broken == []
    pages = {path for path in files_of(output) if path.endswith(".html")}
    # The firm name of the search is the first language's page once more.
    assert pages - reached == {"search/index.html"}


def test_every_mention_stands_with_its_sentence_and_leads_to_it(desk: tuple[Path, Path]) -> None:
    _, output = desk
    page = (_folder(output, "people", "person-ayla-aksoy") / "index.html").read_text(encoding="utf-8")
    assert page.count("Belediye Başkanı Ayla Aksoy, “Rıhtım") == 6
    assert page.count("Alıntı") == 6
    assert "6 cümle · 3 bülten" in page
    days = re.findall(r'<h3><a href="../../../(2025-12-0\d)/tr/index.html">', page)
    assert days == sorted(DAYS, reverse=True)
    assert len(re.findall(r'href="../../../2025-12-0\d/texts/[\w-]+.html#s\d', page)) >= 6


def test_change_rewrites_the_pages_it_stands_on_alone(desk: tuple[Path, Path]) -> None:
    content, output = desk
    before = _written(output)
    _edit(content, DAYS[2], "b", "rıhtımı açtı", "rıhtımı törenle açtı")
    _built(content, output)
    changed = {path for path, inode in _written(output).items() if before.get(path) != inode}
    assert any(path.startswith("tr/organisations/organization-bandirma") for path in changed)
    assert any(path.startswith("search/data/2025-12/") for path in changed)
    others = ("amasra", "person-ayla-aksoy", "fonts", "words", "site.css", "search.js", "search/tr.html", "letters")
    assert not [path for path in changed if any(other in path for other in others)]
    assert broken_links(output)[0] == []


def test_name_that_vanished_has_no_page(desk: tuple[Path, Path]) -> None:
    content, output = desk
    assert _folder(output, "organisations", "organization-amasra").is_dir()
    for day in DAYS:
        _edit(content, day, "a", "Amasra", "Dikili")
    _built(content, output)
    assert not [path for path in _site(output) if "amasra" in path]
    assert broken_links(output)[0] == []
    _same_as_new(content, output)


def test_names_that_an_older_build_knew_vanish_without_the_index_too(desk: tuple[Path, Path]) -> None:
    content, output = desk
    (output / "tr" / "people" / "own.txt").write_text("the desk's own", encoding="utf-8")
    for day in DAYS:
        _edit(content, day, "a", "Amasra", "Dikili")
    shutil.rmtree(output.with_name(".editions-cache"))
    _built(content, output)
    assert not [path for path in _site(output) if "amasra" in path]
    assert (output / "tr" / "people" / "own.txt").is_file()


def test_language_that_is_not_asked_for_leaves_no_page(desk: tuple[Path, Path]) -> None:
    content, output = desk
    _built(content, output, "--lang", "en")
    assert not [path for path in _site(output) if path.startswith("tr/") or path == "search/tr.html"]
    assert broken_links(output)[0] == []


def test_order_of_building_changes_no_byte(desk: tuple[Path, Path], tmp_path: Path) -> None:
    content, output = desk
    other = tmp_path / "other"
    for day in (DAYS[0], DAYS[2], DAYS[1]):
        _built(content, other, "--date", day)
    _built(content, other)
    assert _site(other) == _site(output)


def _same_as_new(content: Path, output: Path) -> None:
    """Hold a site that grew against one made of the same editions at once."""
    other = output.with_name("at-once")
    for day in DAYS:
        shutil.copytree(output / day, other / day)
    _built(content, other)
    assert _site(other) == _site(output)


@pytest.mark.parametrize("name", ["tr/people/{}/index.html", "tr/2025/12.html", "search/data/2025-12/0.json"])
def test_page_that_is_damaged_is_made_again_by_a_build_that_has_something_to_do(
    name: str, desk: tuple[Path, Path]
) -> None:
    content, output = desk
    path = output / name.format(_folder(output, "people", "person-ayla-aksoy").name)
    path.write_bytes(b"damaged")
    (content / DAYS[2] / "c.md").write_text(article("Cide", DAYS[2], 9), encoding="utf-8")
    _built(content, output)
    assert path.read_bytes() != b"damaged"
    path.unlink()
    _built(content, output, "--drafts")
    assert path.is_file()
    _same_as_new(content, output)


def test_manifest_lists_every_file_with_its_hash(desk: tuple[Path, Path]) -> None:
    _, output = desk
    listed: dict[str, str] = {}
    waiting = [output / "MANIFEST.json"]
    while waiting:
        path = waiting.pop()
        folder = path.parent.relative_to(output)
        for file in json.loads(path.read_bytes())["files"]:
            listed[(folder / file["path"]).as_posix()] = file["sha256"]
            if file["path"].rpartition("/")[2].startswith("MANIFEST"):
                waiting.append(output / folder / file["path"])
    assert listed == {path: known for path, known in _site(output).items() if path != "MANIFEST.json"}
    assert listed["index.html"] == sha256((output / "index.html").read_bytes()).hexdigest()


def test_long_pages_are_parted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name with more sentences than a page holds has pages by year, month and day; letters have their own."""
    monkeypatch.setattr(name_pages, "MOST", 3)
    monkeypatch.setattr(stories, "MOST", 2)
    monkeypatch.setattr(alphabet, "MOST", 1)
    content, output = three_days(tmp_path / "content"), tmp_path / "editions"
    _built(content, output)
    folder = _folder(output, "people", "person-ayla-aksoy")
    names = sorted(path.name for path in folder.iterdir())
    assert names == ["2025-12-02.html", "2025-12-03.html", "2025-12-04.html", "2025-12.html", "2025.html", "index.html"]
    assert (output / "tr" / "organisations" / "b.html").is_file()
    assert broken_links(output)[0] == []
    before = {path: (folder / path).stat().st_ino for path in names}
    _edit(content, DAYS[2], "b", "yetecek", "yetmeyecek")
    _built(content, output)
    changed = {path for path, inode in before.items() if (folder / path).stat().st_ino != inode}
    assert "2025-12-04.html" in changed
    assert not changed & {"2025-12-02.html", "2025-12-03.html"}
    assert len(list(output.glob("tr/stories/*/*.html"))) >= 4
    shutil.rmtree(output / DAYS[2])
    shutil.rmtree(content / DAYS[2])
    _built(content, output)
    assert broken_links(output)[0] == []
    assert not list(output.glob("tr/stories/*/*.html"))


def test_page_of_a_story_follows_what_its_days_call_it(desk: tuple[Path, Path]) -> None:
    content, output = desk
    _edit(content, DAYS[2], "b", "title: ", "title: Yine ")
    _built(content, output)
    _same_as_new(content, output)
    shutil.rmtree(output / DAYS[2])
    for path in (content / DAYS[2]).iterdir():
        path.unlink()
    _built(content, output)
    assert not [
        path for path in output.glob("tr/stories/*.html") if "Yine Bandırma" in path.read_text(encoding="utf-8")
    ]


def test_site_of_parts_is_the_same(desk: tuple[Path, Path], tmp_path: Path) -> None:
    content, output = desk
    parts = [tmp_path / "part-1", tmp_path / "part-2"]
    for number, part in enumerate(parts, start=1):
        build_here(content, part, *OPTIONS, "--shard", f"{number}/2")
    merged = merge_here(content, tmp_path / "merged", parts, *OPTIONS)
    assert merged.exit_code == 0, merged.stderr
    assert _site(tmp_path / "merged") == _site(output)


def test_marking_stands_on_every_page_that_shows_what_is_marked(desk: tuple[Path, Path]) -> None:
    content, output = desk
    (content / "briefings.toml").write_text(
        '[[markings]]\nid = "open"\nlabel = { tr = "AÇIK", en = "OPEN" }\n'
        '[[markings]]\nid = "ozel"\nlabel = { tr = "KURUMA ÖZEL", en = "RESTRICTED" }\n',
        encoding="utf-8",
    )
    _edit(content, DAYS[1], "b", "source:", "marking: ozel\nsource:")
    _built(content, output)
    for path in sorted(output.glob("tr/**/*.html")):
        text = path.read_text(encoding="utf-8")
        assert text.count("KURUMA ÖZEL") >= 2 or "Bandırma" not in text, path
    assert (output / "search" / "en.html").read_text(encoding="utf-8").count('">RESTRICTED<') == 2
    assert "<rights>KURUMA ÖZEL</rights>" in (output / "feed.xml").read_text(encoding="utf-8")


def test_address_of_the_site_makes_links_absolute(desk: tuple[Path, Path]) -> None:
    content, output = desk
    (content / "briefings.toml").write_text('[site]\naddress = "https://desk.example/gunluk/"\n', encoding="utf-8")
    _built(content, output)
    edition = (output / DAYS[0] / "tr" / "index.html").read_text(encoding="utf-8")
    assert f'<link rel="canonical" href="https://desk.example/gunluk/{DAYS[0]}/tr/index.html">' in edition
    assert f'hreflang="en" href="https://desk.example/gunluk/{DAYS[0]}/en/index.html"' in edition
    feed = json.loads((output / "feed.json").read_bytes())
    assert feed["items"][0]["url"] == f"https://desk.example/gunluk/{DAYS[2]}/tr/index.html"
    # What a reader follows stays relative: the folder can be copied anywhere.
    assert broken_links(output)[0] == []


def test_index_that_fails_midway_costs_time_alone(desk: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    content, output = desk
    before = _site(output)
    shutil.rmtree(output.with_name(".editions-cache"))
    real = SiteIndex.file
    failed: list[SiteIndex] = []

    def failing(index: SiteIndex, *given: Any) -> set[str]:  # noqa: ANN401 - as it is called
        if not failed:
            failed.append(index)
            message = "database or disk is full"
            raise sqlite3.OperationalError(message)
        return real(index, *given)

    monkeypatch.setattr(SiteIndex, "file", failing)
    _built(content, output)
    assert failed
    assert _site(output) == before
