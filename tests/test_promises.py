"""The promises of every build: every line grounded, what is altered found out, and nothing touched without need."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest

from tests.builds import Run, build_here, run_here

pytestmark = pytest.mark.slow

SMALL_DESK = Path(__file__).parent / "editions" / "desk-files" / "content"
DAY = "2025-12-04"
QUOTED = "Işığı 18 milden görünüyor"
SPEAKER = "Nazım Tekneci"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A content folder and the editions made of it, in both languages, profiles and formats."""
    root = tmp_path_factory.mktemp("promises")
    content = root / "content"
    shutil.copytree(SMALL_DESK, content)
    ended = build_here(content, root / "editions")
    assert ended.exit_code == 0, ended.stderr
    return content, root / "editions"


@pytest.fixture
def copy(built: tuple[Path, Path], tmp_path: Path) -> tuple[Path, Path]:
    """The same, free to be spoilt."""
    content, output = built
    shutil.copytree(content, tmp_path / "content")
    shutil.copytree(output, tmp_path / "editions")
    return tmp_path / "content", tmp_path / "editions"


def digests(folder: Path) -> dict[str, str]:
    """Give the SHA-256 of every file below a folder, by relative path."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def marks(folder: Path) -> dict[str, tuple[int, int]]:
    """Give inode and time of change of every file and folder below a folder."""
    found = sorted(folder.rglob("*"))
    return {str(path.relative_to(folder)): (path.stat().st_ino, path.stat().st_mtime_ns) for path in found}


def verify(content: Path, output: Path) -> Run:
    """Verify the edition of the day."""
    return run_here("verify", str(output / DAY), "--content", str(content))


def spoil(path: Path, old: str, new: str) -> None:
    """Replace words in a file; they must be there."""
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{path.name} lacks {old!r}"
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_every_line_is_grounded(built: tuple[Path, Path]) -> None:
    """What was just published passes."""
    ended = verify(*built)
    assert ended.exit_code == 0, ended.stdout + ended.stderr


def test_second_build_touches_nothing(copy: tuple[Path, Path]) -> None:
    """With nothing changed, no file is written again."""
    content, output = copy
    assert build_here(content, output).exit_code == 0
    before = marks(output)
    assert build_here(content, output).exit_code == 0
    assert marks(output) == before


def test_content_is_never_written(copy: tuple[Path, Path]) -> None:
    """The content folder is the desk's: a build, a check and a verification leave it as it was."""
    content, output = copy
    before = (digests(content), marks(content))
    build_here(content, output.with_name("other"), "--format", "html,json")
    run_here("check", "--content", str(content))
    verify(content, output)
    assert (digests(content), marks(content)) == before


@pytest.mark.parametrize("page", ["tr/index.html", "en/index.html", "tr/principal.html"])
def test_changed_word_on_a_page_is_fabricated(copy: tuple[Path, Path], page: str) -> None:
    """Words on a page that no source holds."""
    content, output = copy
    spoil(output / DAY / page, QUOTED, QUOTED.replace("18", "28"))
    ended = verify(content, output)
    assert ended.exit_code == 1
    assert "fabricated" in ended.stdout + ended.stderr


@pytest.mark.parametrize("page", ["tr/index.html", "en/index.html"])
def test_changed_speaker_on_a_page_is_misattributed(copy: tuple[Path, Path], page: str) -> None:
    """Right words in the wrong mouth."""
    content, output = copy
    spoil(output / DAY / page, SPEAKER, "Sevgi Bağcıoğlu")
    ended = verify(content, output)
    assert ended.exit_code == 1
    assert "misattributed" in ended.stdout + ended.stderr


def test_changed_word_in_a_source_is_told_as_such(copy: tuple[Path, Path]) -> None:
    """The page is as it was; the article is not."""
    content, output = copy
    spoil(content / "fener.md", QUOTED, QUOTED.replace("18", "28"))
    ended = verify(content, output)
    assert ended.exit_code == 1
    told = ended.stdout + ended.stderr
    assert "source-changed" in told
    assert "fabricated" not in told


def test_missing_source_is_told(copy: tuple[Path, Path]) -> None:
    """An article that is gone cannot carry its words."""
    content, output = copy
    (content / "fener.md").unlink()
    ended = verify(content, output)
    assert ended.exit_code == 1
    assert "missing" in ended.stdout + ended.stderr


def test_altered_file_is_told(copy: tuple[Path, Path]) -> None:
    """A file of the edition that is not what the manifest says."""
    content, output = copy
    with (output / DAY / "facts.json").open("a", encoding="utf-8") as file:
        file.write(" ")
    ended = verify(content, output)
    assert ended.exit_code == 1
    assert "altered" in ended.stdout + ended.stderr
