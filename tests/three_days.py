"""Three days of two short articles each: what builds are tried on where the news do not matter."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

DAYS = ("2025-12-02", "2025-12-03", "2025-12-04")
_TOWNS = {"a": "Amasra", "b": "Bandırma"}


def article(town: str, day: str, count: int) -> str:
    """Give an article about a quay."""
    return (
        f"---\ntitle: {town} limanında yeni rıhtım açıldı\ndate: {day} 09:00\nlang: tr\nsource: Kıyı Postası\n---\n\n"
        f"{town} Belediyesi {day[-1]} Aralık'ta yeni rıhtımı açtı. Rıhtıma {count} tekne bağlanabiliyor.\n\n"
        f"Belediye Başkanı Ayla Aksoy, “Rıhtım {count} tekneye yetecek” dedi.\n"
    )


def three_days(content: Path) -> Path:
    """Write the articles into a folder."""
    for number, day in enumerate(DAYS):
        for name, town in _TOWNS.items():
            path = content / day / f"{name}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(article(town, day, 40 + 7 * number + ord(name)), encoding="utf-8")
            os.utime(path, (1_700_000_000, 1_700_000_000))
    return content


def files_of(folder: Path) -> dict[str, str]:
    """Give the digest of every file below a folder."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
