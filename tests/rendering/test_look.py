"""A look of the desk's own: what is taken, what is refused, and where it shows."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pikepdf
import pytest

from briefings.errors import ConfigurationError
from briefings.languages.labels import COMPUTED, labels_of
from briefings.model.look import SHIPPED
from briefings.rendering import count_pages, render, sheet_of
from briefings.rendering.environment import environment, filled, shipped_names, stylesheet
from briefings.rendering.look import look_of
from briefings.rendering.look.labels import flat, words_in
from briefings.rendering.look.starting import labels_file
from briefings.rendering.paper.measures import measures_of
from tests.casefiles import Case, cases_in
from tests.rendering.own_fonts import STYLES, restricted, shipped, wider, without, written
from tests.rendering.sample_edition import CONFIG, NAMES, edition

if TYPE_CHECKING:
    from briefings.model.look import Look


def _look(**files: str | bytes) -> Look:
    return look_of({f"look/{name}": text.encode() if isinstance(text, str) else text for name, text in files.items()})


def _page(look: Look, kind: str = "html", profile: str = "desk", language: str = "tr") -> str:
    (made,) = render(
        edition(), language=language, profile=profile, formats=frozenset({kind}), config=CONFIG, names=NAMES, look=look
    )
    return made.data.decode()


def _files(text: str) -> dict[str, bytes | str]:
    parts = re.split(r"(?m)^# (\S+)\n", text)[1:]
    return {f"look/{name}": body.rstrip("\n").encode() for name, body in zip(parts[::2], parts[1::2], strict=True)}


@pytest.mark.parametrize("case", cases_in("look/mistakes.txt"), ids=str)
def test_every_mistake_is_told_with_its_place(case: Case) -> None:
    given, told = case.parts
    if not told.strip():
        assert look_of(_files(given)).files == {}
        return
    with pytest.raises(ConfigurationError) as mistakes:
        look_of(_files(given))
    assert str(mistakes.value) == told.strip()


def test_mistakes_of_all_files_are_told_together() -> None:
    with pytest.raises(ConfigurationError) as mistakes:
        look_of(
            {"look/print.css": "links are not followed", "look/labels.tr.toml": b"x = 1", "look/screen.css": b"\xff"}
        )
    assert [line.partition(":")[0] for line in str(mistakes.value).split("\n")] == [
        "look/print.css", "look/labels.tr.toml", "look/screen.css",
    ]  # fmt: skip


def test_no_folder_is_the_shipped_look() -> None:
    assert look_of({}) is SHIPPED


def test_a_label_stands_on_both_pages_in_its_language_alone() -> None:
    look = _look(**{"labels.tr.toml": '[sections]\nstories = "Günün <b>olayları</b>"\n'})
    for kind in ("html", "print"):
        assert "Günün &lt;b&gt;olayları&lt;/b&gt;" in _page(look, kind)
        assert "Gelişmeler" not in _page(look, kind)
        assert _page(look, kind, language="en") == _page(SHIPPED, kind, language="en")


def test_the_shipped_labels_are_not_changed_by_the_desks() -> None:
    before = dict(flat(labels_of("tr")))
    assert words_in("tr", _look(**{"labels.tr.toml": '[own]\nmotto = "Kısa"\n'}))["own"]["motto"] == "Kısa"
    assert dict(flat(labels_of("tr"))) == before


@pytest.mark.parametrize("language", ["tr", "en"])
def test_the_file_of_labels_to_start_from_is_whole_and_accepted(language: str) -> None:
    text = labels_file(language)
    assert look_of({f"look/labels.{language}.toml": text.encode()}).labels_in(language) == {}
    spoken = re.sub(r"(?m)^# (?=[\w.]+ = )", "", text).replace('motto = ""', 'motto = "x"').replace("# [own]", "[own]")
    own = look_of({f"look/labels.{language}.toml": spoken.encode()}).labels_in(language)
    known = {name: words for name, words in flat(labels_of(language)) if name.partition(".")[0] not in COMPUTED}
    assert own == known | {"own.motto": "x"}


@pytest.mark.parametrize("name", sorted(shipped_names()))
def test_every_shipped_file_is_accepted(name: str) -> None:
    assert look_of({f"look/{name}": stylesheet(name).encode()}).files[name] == stylesheet(name)


@pytest.mark.parametrize("suffix", [".css", ".j2", ""])
def test_every_shipped_file_can_be_started_from(suffix: str) -> None:
    names = [name for name in shipped_names() if name.endswith(suffix)]
    look = look_of({f"look/{name}": stylesheet(name).encode() for name in names})
    assert len(look.files) == len(names)
    assert _page(look, "html") == _page(SHIPPED, "html")
    assert _page(look, "print", "principal") == _page(SHIPPED, "print", "principal")


def test_a_wrong_name_is_told_with_file_line_and_the_nearest() -> None:
    look = _look(**{"parts/stories.html.j2": "{% for story in body.items %}\n<p>{{ story.storys }}</p>\n{% endfor %}"})
    with pytest.raises(ConfigurationError, match=r"^look/parts/stories\.html\.j2:2: StoryItem has no 'storys'; "):
        _page(look)
    look = _look(**{"briefing.html.j2": "<html>\n{{ view.sektions }}"})
    with pytest.raises(ConfigurationError) as told:
        _page(look)
    assert str(told.value) == "look/briefing.html.j2:2: the view has no 'sektions'; did you mean 'sections'?"


@pytest.mark.parametrize(
    "template",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ view.sections.__class__ }}",
        "{{ m.put.__globals__ }}",
        "{{ m._labels }}",
        "{{ words.update({'a': 'b'}) }}",
        "{{ view.__init__.__globals__ }}",
        "{% for _ in range(10000000) %}{% endfor %}",
    ],
)
def test_a_template_reaches_nothing_behind_its_values(template: str) -> None:
    with pytest.raises(ConfigurationError, match=r"^look/briefing\.html\.j2:1: "):
        _page(_look(**{"briefing.html.j2": template}), "print")


def test_a_text_is_never_a_template() -> None:
    look = _look(**{"site/year.html.j2": "{{ own_title }} {{ policy }}"})
    assert filled("site/year.html.j2", look, own_title="{{ 7 * 6 }}<i>", policy="") == "{{ 7 * 6 }}&lt;i&gt; "


def test_the_shipped_templates_need_no_sandbox() -> None:
    assert not environment(SHIPPED).sandboxed
    assert environment(_look(**{"parts/notes.html.j2": ""})).sandboxed


def _fonts(factor: float) -> Look:
    kinds = dict.fromkeys(STYLES, None) | {"serif-600": "woff2"}
    return _look(**{f"fonts/{name}.{kind or 'ttf'}": wider(name, factor, kind) for name, kind in kinds.items()})


def test_the_letters_of_own_fonts_are_measured() -> None:
    look = _fonts(1.3)
    for name in ("words", "tag", "headline"):
        style, plain = measures_of(look).types[name], measures_of(SHIPPED).types[name]
        untracked = style.tracking * style.size
        for letter in "İığşçöü₺a":
            assert style.width(letter) - untracked == pytest.approx((plain.width(letter) - untracked) * 1.3, rel=0.01)


def test_a_page_in_wider_letters_is_reckoned_longer_and_laid_out_in_them() -> None:
    look = _fonts(1.25)
    heights = [
        sum(part.height for row in sheet_of(edition(), "tr", CONFIG, NAMES, one).rows for part in row.parts)
        for one in (SHIPPED, look)
    ]
    assert heights[1] > heights[0] * 1.1
    (pdf,) = render(
        edition(), language="tr", profile="principal", formats=frozenset({"pdf"}), config=CONFIG, names=NAMES, look=look
    )
    assert count_pages(pdf.data) >= 1
    with pikepdf.open(io.BytesIO(pdf.data)) as document:
        named = {str(font.BaseFont) for page in document.pages for font in page.Resources.Font.values()}
    assert {name.partition("+Desk-")[2].partition("-")[0] for name in named} == {"Serif", "Sans"}
    screen = _page(look)
    assert screen.count('@font-face{font-family:"Desk S') == len(STYLES)
    assert '"Desk Serif","Briefings Serif"' in screen
    assert re.search(r'own-serif-600-[0-9a-f]{12}\.woff2\) format\("woff2"\)', screen)
    assert re.search(r'own-serif-600-[0-9a-f]{12}\.ttf\) format\("truetype"\)', _page(look, "print"))


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (lambda: without("sans-400", "ğİ₺"), "lacks İ ğ ₺; choose a font made for Turkish"),
        (lambda: restricted("sans-400", 0x0002), "its maker does not allow embedding (fsType 0x0002)"),
        (lambda: restricted("sans-400", 0x0100), "does not allow embedding a part of it (fsType 0x0100)"),
        (lambda: restricted("sans-400", 0x0200), "allows bitmaps alone (fsType 0x0200)"),
        (lambda: b"\x00\x01\x00\x00" + b"x" * 400, "get it anew"),
        (lambda: written(shipped("sans-400"))[:20_000], "get it anew"),
    ],
)
def test_an_unfit_font_is_refused(data: object, told: str) -> None:
    assert callable(data)
    files = {"look/fonts/sans-400.ttf": data(), "look/fonts/sans-600.ttf": written(shipped("sans-600"))}
    with pytest.raises(ConfigurationError, match=re.escape(told)):
        look_of(files)


def test_a_preview_font_may_be_embedded() -> None:
    files = {f"look/fonts/{name}.ttf": restricted(name, 0x0004) for name in ("sans-400", "sans-600")}
    assert look_of(files).has_role("sans")


def test_a_role_is_replaced_whole() -> None:
    with pytest.raises(ConfigurationError, match="serif-400-italic, serif-600 missing"):
        look_of({"look/fonts/serif-400.ttf": written(shipped("serif-400"))})


def test_a_font_is_there_once() -> None:
    files: dict[str, bytes | str] = {"look/fonts/sans-400.ttf": written(shipped("sans-400"))}
    files["look/fonts/sans-400.woff2"] = written(shipped("sans-400"), "woff2")
    with pytest.raises(ConfigurationError, match="sans-400 is there twice"):
        look_of(files)
