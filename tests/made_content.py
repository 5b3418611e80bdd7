"""Content folders of invented articles, for days of any size; the same for the same numbers.

Every text tells one harmless event in words of its own that no language knows, so that no two are joined. Titles,
sentences and quotations vary from short to very long, half of the articles are English, and dates lie ahead and behind.
"""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2025, 12, 4)

_TOWNS = (
    "Amasra", "Bandırma", "Çeşme", "Dikili", "Edremit", "Foça", "Gediz", "Havsa", "İnebolu", "Kaş", "Lüleburgaz",
    "Marmaris", "Niksar", "Oltu", "Pazar", "Rize", "Sinop", "Tirebolu", "Urla", "Vize", "Yalova", "Zile", "Ayvalık",
    "Bodrum", "Cide",
)  # fmt: skip
_FIRST = (
    "Ayla", "Bora", "Cemre", "Derya", "Emre", "Figen", "Gökhan", "Hale", "İlker", "Jale", "Kerem", "Leyla", "Melih",
)  # fmt: skip
_LAST = (
    "Aksoy", "Bulut", "Çınar", "Demirel", "Ergün", "Fidan", "Güneş", "Ilgaz", "Karaca", "Mutlu", "Özkan", "Şahin",
)  # fmt: skip
_OUTLETS = (
    "Kıyı Postası", "Bosphorus Courier", "Anadolu Defteri", "Levant Wire", "Günebakan", "Poyraz Haber Ajansı",
)  # fmt: skip
_OFFICES = {
    "tr": ("Belediye Başkanı", "Liman Müdürü", "Müze Müdürü", "Ulaşım Müdürü", "Kooperatif Başkanı"),
    "en": ("Mayor", "Harbour Director", "Museum Director", "Transport Director", "Chair of the Cooperative"),
}
_UNITS = {
    "tr": ("araç", "yolcu", "fidan", "kitap", "vagon"),
    "en": ("vehicles", "passengers", "saplings", "books", "carriages"),
}
_MONTHS = {
    "tr": (
        "Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran", "Temmuz", "Ağustos", "Eylül", "Ekim", "Kasım", "Aralık",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ),
}  # fmt: skip
_ONSETS = ("b", "c", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "y", "z")
_RHYMES = {
    "tr": ("ar", "en", "ılı", "ir", "on", "öl", "uz", "ün", "aşla", "eki", "a", "e"),
    "en": ("all", "en", "ick", "ore", "oun", "ush", "ay", "eem", "ost", "and", "o", "y"),
}


def make_day(folder: Path, count: int, *, seed: int = 1, translated: bool = False) -> Path:
    """Write `count` articles of one day into a folder; with `translated`, every third in both languages."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        event = _Event(number, seed)
        if translated and number % 3 == 0:
            for language in ("tr", "en"):
                (folder / f"haber-{number:03}.{language}.md").write_text(event.article(language), encoding="utf-8")
        else:
            language = ("tr", "en")[number % 2]
            (folder / f"haber-{number:03}.md").write_text(event.article(language), encoding="utf-8")
    return folder


class _Event:
    """One event with names, words, figures and days of its own."""

    def __init__(self, number: int, seed: int) -> None:
        self.number = number
        self.key = f"{seed}:{number}"
        chance = Random(self.key)  # noqa: S311 - invented texts are no secrets
        self.town = _TOWNS[number % len(_TOWNS)]
        self.person = f"{_FIRST[number * 5 % len(_FIRST)]} {_LAST[(number * 7 + number // 13) % len(_LAST)]}"
        self.figures = [chance.choice((12, 48, 350, 1200, 18_500, 240_000)) + chance.randint(1, 900) for _ in range(3)]
        self.million, self.percent = chance.randint(11, 980), chance.randint(11, 89)
        self.ahead, self.behind = (
            DAY + timedelta(days=chance.randint(1, 20)),
            DAY - timedelta(days=chance.randint(0, 3)),
        )
        self.lengths = [chance.choice((3, 6, 10, 16, 34)) for _ in range(6)]
        """Words besides the facts: of the title (a third of them), the sentences, the quotation."""
        self.sentences = chance.randint(2, 6)

    def article(self, language: str) -> str:
        """Give the article in a language."""
        words = _Words(Random(f"{self.key}:{language}"), language)  # noqa: S311 - as above
        days = [f"{day.day} {_MONTHS[language][day.month - 1]}" for day in (self.ahead, self.behind)]
        title, sentences = (self._turkish if language == "tr" else self._english)(words, *days)
        minute = self.number * 7 % 840
        head = (
            f"---\ntitle: {title}\ndate: {DAY.isoformat()} {6 + minute // 60:02}:{minute % 60:02}\nlang: {language}\n"
            f"source: {_OUTLETS[self.number % len(_OUTLETS)]}\n---\n\n"
        )
        return head + "\n\n".join(sentences[: self.sentences]) + "\n"

    def _turkish(self, words: _Words, ahead: str, behind: str) -> tuple[str, list[str]]:
        office, unit = self._terms("tr")
        a, b, c = (f"{figure:,}".replace(",", ".") for figure in self.figures)
        some = [words.some(length) for length in self.lengths]
        return f"{self.town} {words.some(2 + self.lengths[0] // 3)} açıldı", [
            f"{self.town} {office} {self.person}, {a} {unit} için {some[1]} işinin {behind} günü bittiğini açıkladı.",
            f"{words.some(1).capitalize()} için {self.million} milyon lira gitti, yüzde {self.percent} {some[2]} oldu.",
            f"{self.person}, “{words.some(2).capitalize()} {some[3]} {ahead} günü hazır olacak” dedi.",
            f"{ahead} günü {b} kişi {some[4]} görecek.",
            f"{self.town} Esnaf Odası, {c} {unit} ve {some[5]} beklediğini bildirdi.",
            f"{words.some(3).capitalize()} {some[2]} yenilendi.",
        ]

    def _english(self, words: _Words, ahead: str, behind: str) -> tuple[str, list[str]]:
        office, unit = self._terms("en")
        a, b, c = (f"{figure:,}" for figure in self.figures)
        some = [words.some(length) for length in self.lengths]
        return f"{self.town} opens its {words.some(2 + self.lengths[0] // 3)}", [
            f"{office} of {self.town} {self.person} said on {behind} that {some[1]} had been finished for {a} {unit}.",
            f"The {words.some(1)} cost {self.million} million lira, and {self.percent} percent of it was {some[2]}.",
            f"“The {words.some(2)} {some[3]} will be ready on {ahead},” {self.person} said.",
            f"On {ahead} {b} people will see {some[4]}.",
            f"The {self.town} Chamber of Trades said it expected {c} {unit} and {some[5]}.",
            f"The {words.some(3)} {some[2]} was renewed.",
        ]

    def _terms(self, language: str) -> tuple[str, str]:
        """Give an office and what is counted."""
        place = self.number % len(_UNITS[language])
        return _OFFICES[language][place], _UNITS[language][place]


class _Words:
    """Words of an event."""

    def __init__(self, chance: Random, language: str) -> None:
        self.chance = chance
        self.own = [self._word(_RHYMES[language]) for _ in range(40)]

    def some(self, count: int) -> str:
        """Draw words, each as good as the others."""
        return " ".join(self.chance.choice(self.own) for _ in range(count))

    def _word(self, rhymes: tuple[str, ...]) -> str:
        return "".join(
            self.chance.choice(_ONSETS) + self.chance.choice(rhymes) for _ in range(self.chance.randint(1, 4))
        )
