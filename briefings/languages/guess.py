"""Which language a text is in: a vote of its function words, for names say nothing ("Erdoğan and Aliyev meet")."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import lru_cache
from importlib.resources import files

from briefings.languages.casing import lower

_ENOUGH = 40_000
"""So many characters of a text vote; more change nothing."""
_WORD = re.compile(r"[^\W\d_]{1,30}")
_SHARE = 3
"""Letters of a script that make up one in so many decide by themselves."""
_SCRIPTS = (
    ("ru", re.compile("[\u0400-\u04ff]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
)
_UKRAINIAN = re.compile("[іїєґ]")
_KANA = re.compile("[\u3040-\u30ff]")
_PERSIAN = re.compile("[پچژگی]")
_TURKISH_LETTERS = re.compile("[ğışİĞŞ]")
_TURKISH_WORD = re.compile(r"[^\W\d_]{2,30}(?:[lL][ae]r[ıi]?|[dt][ae]n?|[ıiuü]yor|[aeıi]c?[ae]k|m[ıiuü]ş|[dt][ıiuü])\b")


def guess_language(text: str) -> str:
    """Give the BCP 47 code of a text's language, "und" when the words do not say."""
    sample = text[:_ENOUGH]
    script = _by_script(sample)
    if script is not None:
        return script
    votes = _votes(sample)
    if not votes:
        return _by_letters(sample)
    (first, most), *others = votes.most_common(2)
    if others and others[0][1] == most:
        return _by_letters(sample)
    return first


def _by_script(sample: str) -> str | None:
    letters = sum(map(str.isalpha, sample))
    for code, pattern in _SCRIPTS:
        found = pattern.findall(sample)
        if found and len(found) * _SHARE > letters:
            return _refined(code, sample)
    return "ja" if letters and len(_KANA.findall(sample)) * _SHARE > letters else None


def _refined(code: str, sample: str) -> str:
    """Tell apart what shares a script: Ukrainian and Russian, Persian and Arabic, Japanese and Chinese."""
    if code == "ru" and _UKRAINIAN.search(sample):
        return "uk"
    if code == "ar" and _PERSIAN.search(sample):
        return "fa"
    return "ja" if code == "zh" and _KANA.search(sample) else code


def _votes(sample: str) -> Counter[str]:
    """Count the function words of each language; a word of several languages votes for all of them."""
    table = _function_words()
    votes: Counter[str] = Counter()
    for match in _WORD.finditer(sample):
        word = match.group()
        languages = table.get(lower(word, "en")) or table.get(lower(word, "tr")) or ()
        for language in languages:
            votes[language] += 1
    return votes


def _by_letters(sample: str) -> str:
    """Decide a text without function words: Turkish by its letters and endings, else nobody knows."""
    endings = len(_TURKISH_WORD.findall(sample))
    return "tr" if _TURKISH_LETTERS.search(sample) and endings else "und"


@lru_cache(maxsize=1)
def _function_words() -> dict[str, tuple[str, ...]]:
    data = tomllib.loads(files("briefings.languages").joinpath("function_words.toml").read_text(encoding="utf-8"))
    table: dict[str, list[str]] = {}
    for language, words in data.items():
        for word in dict.fromkeys(words.split()):
            table.setdefault(word, []).append(language)
    return {word: tuple(languages) for word, languages in table.items()}
