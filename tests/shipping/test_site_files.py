"""The site's files: manifests that list all, in parts when there are many; what nobody made here stays."""

from __future__ import annotations

import json
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from briefings.model import Output
from briefings.shipping import site_files
from briefings.shipping.site_files import SiteFiles, published_pages, section_of
from briefings.work.site_index import SiteIndex

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def page(path: str, data: bytes = b"x") -> tuple[str, Output]:
    return path, Output(path, "text/html", data)


@pytest.fixture
def files(tmp_path: Path) -> Iterator[SiteFiles]:
    with closing(SiteIndex(None, "")) as index:
        yield SiteFiles(tmp_path / "out", tmp_path / "staging", index)


def test_part_holds_what_it_is_given_and_nothing_else(tmp_path: Path, files: SiteFiles) -> None:
    files.write("a", [page("tr/people/a/index.html"), page("tr/people/a/2025.html")])
    files.write("a", [("tr/people/a/index.html", None)])
    assert [path.name for path in (tmp_path / "out").rglob("*.html")] == ["index.html"]
    files.write("a", ())
    assert list((tmp_path / "out").iterdir()) == []


def test_equal_bytes_are_not_written(files: SiteFiles) -> None:
    files.write("a", [page("tr/index.html")])
    files.write("a", [page("tr/index.html")])
    assert files.written == ["tr/index.html"]


def test_file_that_changed_is_told(tmp_path: Path, files: SiteFiles) -> None:
    files.write("a", [page("tr/index.html")])
    files.write("b", [page("en/index.html")])
    assert files.lost() == set()
    (tmp_path / "out" / "en" / "index.html").write_bytes(b"other")
    assert files.lost() == {"b"}


@pytest.mark.parametrize(("most", "number"), [(2, 16), (100, 1)])
def test_manifests_list_every_page_once(
    most: int, number: int, tmp_path: Path, files: SiteFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(site_files, "_PARTS", ((most, 0), (100, 1)))
    paths = [f"tr/people/a{place}/index.html" for place in range(60)]
    files.write("a", map(page, paths))
    files.write_manifests()
    manifests = sorted((tmp_path / "out" / "tr" / "people").glob("MANIFEST*.json"))
    assert 1 <= len(manifests) <= number
    listed = [f"tr/people/{file['path']}" for one in manifests for file in json.loads(one.read_bytes())["files"]]
    assert sorted(listed) == sorted(paths)


def test_only_pages_of_the_site_are_taken_from_a_manifest(tmp_path: Path) -> None:
    paths = ["tr/a.html", "../up.html", "tr/../../up.html", "/etc/passwd", "2025-12-04/tr/index.html", "index.html", 7]
    (tmp_path / "MANIFEST.json").write_text(json.dumps({"files": [{"path": path} for path in paths]}), encoding="utf-8")
    assert published_pages(tmp_path) == ["tr/a.html", "index.html"]


def test_sections() -> None:
    assert section_of("tr/people/a/index.html") == "tr/people"
    assert section_of("search/data/2025-12/0.json") == "search/data"
    assert section_of("tr/people/MANIFEST-3.json") == ""
    assert section_of("tr/2025/12.html") == ""
