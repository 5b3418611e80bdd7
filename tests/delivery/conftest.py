"""A small archive with settings for delivery, built once; every test gets a copy."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from tests.builds import Run, build_here, run, run_here

if TYPE_CHECKING:
    from pathlib import Path

_DESK = """
marking = "tasnif-disi"
[desk]
name = { tr = "Haliç Masası", en = "Golden Horn Desk" }
[[markings]]
id = "tasnif-disi"
label = { tr = "TASNİF DIŞI", en = "UNCLASSIFIED" }
[[markings]]
id = "hizmete-ozel"
label = { tr = "HİZMETE ÖZEL", en = "RESTRICTED" }
[[markings]]
id = "ozel"
label = { tr = "ÖZEL", en = "CONFIDENTIAL" }
"""
PLAIN, MARKED = "2025-12-03", "2025-12-04"
"""Two days: the second one is marked HİZMETE ÖZEL by an article."""
_ARTICLE = """---
title: {title}
date: {day} 09:00
lang: tr
source: Kıyı Postası
{more}
---

{title}. Amasra Belediyesi {number} Aralık'ta yeni rıhtımı açtı. Rıhtıma {count} tekne bağlanabiliyor.
"""


def article(title: str, day: str, more: str = "tags: liman", count: int = 40) -> str:
    """Give an article about a quay."""
    return _ARTICLE.format(title=title, day=day, more=more, number=int(day[-2:]), count=count)


@dataclass(frozen=True, slots=True)
class Desk:
    """A desk's folders, and its command."""

    content: Path
    output: Path

    def settings(self, delivery: str) -> None:
        """Write the settings, with a table of delivery."""
        (self.content / "briefings.toml").write_text(_DESK + delivery, encoding="utf-8")

    def settled(
        self, port: int, recipients: str, *, server: str = 'tls = "none"', more: str = "", first: str = ""
    ) -> None:
        """Write settings for a server on this machine and one list, "makam"."""
        self.settings(
            f'[delivery]\n{first}\n[delivery.server]\nhost = "127.0.0.1"\nport = {port}\nseconds = 20\n{server}\n'
            f'[delivery.sender]\naddress = "masa@halic.example"\n{more}\n'
            f'[delivery.lists.makam]\nceiling = "ozel"\nlanguages = ["tr"]\nrecipients = [{recipients}]\n'
        )

    def send(self, *arguments: str, day: str = PLAIN) -> Run:
        """Run the command within this process."""
        return run_here("send", day, *self._where(), *arguments)

    def send_apart(self, *arguments: str, day: str = PLAIN) -> Run:
        """Run the command in a process of its own."""
        return run("send", day, *self._where(), *arguments)

    def build(self, *arguments: str) -> Run:
        """Build what is out of date."""
        return build_here(self.content, self.output, "--profile", "principal", "--lang", "tr", *arguments)

    def _where(self) -> tuple[str, ...]:
        return "--content", str(self.content), "--output", str(self.output)


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """The desk as it was built; no test changes it."""
    folder = tmp_path_factory.mktemp("delivery")
    made = Desk(folder / "content", folder / "editions")
    made.content.mkdir()
    made.settings("")
    texts = {
        "a.md": article("Amasra'da yeni rıhtım açıldı", PLAIN, "embargo_until: 2025-12-03 18:00"),
        "b.md": article('Şu "\\r\\nBcc: x@evil.example" <b>rıhtımı</b>\u202e', MARKED, "marking: hizmete-ozel"),
    }
    for name, text in texts.items():
        (made.content / name).write_text(text, encoding="utf-8")
    built = made.build()
    assert built.exit_code == 0, built.stderr
    return made


@pytest.fixture
def desk(archive: Desk, tmp_path: Path) -> Desk:
    """A copy of the desk."""
    made = Desk(tmp_path / "content", tmp_path / "editions")
    shutil.copytree(archive.content, made.content)
    shutil.copytree(archive.output, made.output)
    return made
