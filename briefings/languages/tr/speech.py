"""Turkish words of speech: which forms a reporting verb takes, and which participles carry what is reported."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Literal

from briefings.model.values import dataclass

Form = Literal["finite", "participle", "converb", "passive", "passive-participle"]
Case = Literal["acc", "dat", "gen", "abl", "nom", ""]
_REPORTING = frozenset({"acc", "dat", "gen", "abl", "demand-acc", "demand-dat", "question-acc"})

_VOWELS = "aıoueiöü"
_HARD = "fstkçşhp"
_HIGH = {"a": "ı", "ı": "ı", "o": "u", "u": "u", "e": "i", "i": "i", "ö": "ü", "ü": "ü"}
_LOW = {vowel: "a" if vowel in "aıou" else "e" for vowel in _VOWELS}
_SOFTENED = {"et": "ed", "kaydet": "kayded", "reddet": "redded", "bahset": "bahsed", "vadet": "vaded", "emret": "emred"}
_REPORTED = re.compile(
    r"(?:[dt][ıiuü]|[ae]c[ae])"
    r"(?:ğ[ıiuü](?:m(?:[ıi]z)?|n(?:[ıi]z)?)?|kl[ae]r[ıi])"
    r"(?P<case>n?[ıiuü]n|n?[ae]|n?[dt][ae]n|n?[ıiuü]|)$",
)
_NOUN_OF_SPEECH = re.compile(
    r"(?:ifade|söz|açıklama|değerlendirme|yorum|mesaj|çağrı|uyarı|tespit|görüş|itiraf|paylaşım|cümle|yanıt|cevab)"
    r"(?:s?[ıiuü]|l[ae]r[ıi])(?:n[ıiuü]n?|n[ae]|nd[ae]n?|yl[ae])?$",
)
_DEMANDED = re.compile(
    r"[^\W\d_]{2,}m[ae](?:(?:s[ıi]|l[ae]r[ıi]|k)(?P<case>n[ıi]n|n[ae]|n[ıi]|)|y(?P<infinitive>[aeıi]))$"
)


@dataclass(frozen=True, slots=True)
class Verb:
    """One way to write the last word of a verb of speech."""

    before: tuple[str, ...]
    """The words that must stand before it."""
    form: Form
    cases: frozenset[str]
    """Where it takes what: a case of what is reported, or "saying", "manner", "noun", "label", "demand-acc"."""


@dataclass(frozen=True, slots=True)
class SpeechWords:
    """Everything `speech.toml` says, by form."""

    verbs: dict[str, tuple[Verb, ...]]
    """Verbs by the form of their last word, longest phrase first."""
    sets: dict[str, frozenset[str]]
    closers: re.Pattern[str]
    """A verb that follows direct speech only, with the white space and comma before it."""
    cues: frozenset[str]
    """Without one of these nothing is reported: verbs (of longer ones the first word), nouns of speech, "göre"."""


@lru_cache(maxsize=1)
def speech_words() -> SpeechWords:
    """Read speech.toml once and derive the inflected forms."""
    data: dict[str, str] = tomllib.loads(
        (files("briefings.languages") / "tr" / "speech.toml").read_text(encoding="utf-8")
    )
    uses = {
        "accusative": "acc", "beliefs": "acc", "dative": "dat", "genitive": "gen", "ablative": "abl",
        "questions": "question-acc", "demand_accusative": "demand-acc", "demand_dative": "demand-dat",
        "saying": "saying", "manner_verbs": "manner", "noun_verbs": "noun", "labels": "label",
    }  # fmt: skip
    found: dict[tuple[str, tuple[str, ...], Form], set[str]] = {}
    for key, case in uses.items():
        for phrase in data[key].replace("\n", " ").split(","):
            *before, stem = phrase.split()
            forms = _inflected(stem) if key == "beliefs" else _forms(stem)
            for form, written in forms:
                found.setdefault((written, tuple(before), form), set()).add(case)
    verbs: dict[str, list[Verb]] = {}
    for (written, words, form), cases in found.items():
        verbs.setdefault(written, []).append(Verb(words, form, frozenset(cases)))
    ordered = {written: tuple(sorted(group, key=lambda verb: -len(verb.before))) for written, group in verbs.items()}
    sets = {key: frozenset(data[key].split()) for key in data if key not in {*uses, "closers"}}
    closers = re.compile(rf"[,\s]*\s(?:{'|'.join(phrase.strip() for phrase in data['closers'].split(','))})\b")
    return SpeechWords(ordered, sets, closers, _cues(ordered) | sets["nouns"] | {"göre"})


def _cues(verbs: dict[str, tuple[Verb, ...]]) -> frozenset[str]:
    """Give the words that show a clause may be reported: of "ifade etti" the first, for "etti" is everywhere."""
    return frozenset(
        verb.before[0] if verb.before else written
        for written, group in verbs.items()
        for verb in group
        if verb.cases & _REPORTING
    )


def _forms(stem: str) -> list[tuple[Form, str]]:
    """Inflect a stem as news does: past, present, perfect, -en, -erek, passive."""
    passive = _passive(stem)
    active = [(form, written) for form, written in _inflected(stem)]
    if stem == "de":
        passives = ("denildi", "dendi", "deniliyor", "deniyor", "denilmişti", "denilerek")
        return [*active, *(("passive", written) for written in passives), ("passive-participle", "denilen")]
    kinds: dict[Form, Form] = {"finite": "passive", "participle": "passive-participle", "converb": "passive"}
    return [*active, *((kinds[form], written) for form, written in _inflected(passive))]


def _inflected(stem: str) -> list[tuple[Form, str]]:
    """Give the active forms of a stem."""
    last = next((letter for letter in reversed(stem) if letter in _VOWELS), "e")
    high, low = _HIGH[last], _LOW[last]
    soft = _SOFTENED.get(stem, stem)
    vocalic = stem[-1] in _VOWELS
    joint = "y" if vocalic else ""
    past = stem + ("t" if stem[-1] in _HARD else "d") + high
    narrow = _narrowed(stem) if vocalic else soft + high
    perfect = f"{stem}m{high}ş"
    finite = [
        past, f"{past}l{_LOW[high]}r", f"{past}ysa", perfect, f"{perfect}t{high}", f"{perfect}l{low}r",
        f"{perfect}l{low}rd{_HIGH[low]}", f"{narrow}yor", f"{narrow}yorlar", f"{narrow}yordu", f"{stem}m{low}kt{low}",
        f"{stem}m{low}kt{low}yd{_HIGH[low]}", f"{stem}m{low}kt{low}d{_HIGH[low]}r",
    ]  # fmt: skip
    participle = [f"{soft}{joint}{low}n", f"{soft}{joint}{low}nl{low}r"]
    converb = [f"{soft}{joint}{low}r{low}k", f"{soft}{joint}{high}p", f"{narrow}yorken", f"{perfect}ken",
               f"{soft}r" + "ken" if vocalic else f"{soft}{low}rken", f"{soft}{high}rken"]  # fmt: skip
    pairs: list[tuple[Form, str]] = [("finite", written) for written in finite]
    pairs += [("participle", written) for written in participle]
    pairs += [("converb", written) for written in converb]
    if stem == "de":
        pairs += [("finite", written) for written in ("der", "diyor", "diyorlar", "diyordu")]
        pairs += [("participle", "diyen"), ("converb", "diyerek"), ("converb", "deyip")]
    return pairs


def _narrowed(stem: str) -> str:
    """Give the stem before -yor: söyle → söylü, açıkla → açıklı."""
    body = stem[:-1]
    last = next((letter for letter in reversed(body) if letter in _VOWELS), stem[-1])
    return body + _HIGH[last]


def _passive(stem: str) -> str:
    """Give the passive stem: belirt → belirtil, açıkla → açıklan, al → alın."""
    soft = _SOFTENED.get(stem, stem)
    if stem[-1] in _VOWELS:
        return stem + "n"
    last = next((letter for letter in reversed(stem) if letter in _VOWELS), "e")
    return soft + _HIGH[last] + ("n" if stem[-1] == "l" else "l")


def reported_case(word: str) -> Case | None:
    """Give the case of a participle that ends a reported clause ("olduğunu" is "acc"); None for any other word."""
    match = _REPORTED.search(word)
    return _case_of(match.group("case")) if match and match.start() > 0 else None


def noun_of_speech(word: str) -> bool:
    """Say whether a word is a noun for somebody's words, in any case: "sözleri", "açıklamasına"."""
    return _NOUN_OF_SPEECH.match(word) is not None


def demanded_case(word: str) -> Case | None:
    """Give the case of a verbal noun that ends a demand ("yapılması" is "nom"); None for any other word."""
    match = _DEMANDED.match(word)
    return _case_of(match.group("infinitive") or match.group("case") or "") if match else None


def _case_of(ending: str) -> Case:
    """Name a case ending: -(n)ı acc, -(n)a dat, -(n)ın gen, -(n)dan abl, nothing nom."""
    if not ending:
        return "nom"
    if ending[-1] in "ıiuü":
        return "acc"
    if ending[-1] in "ae":
        return "dat"
    return "abl" if ending[-2] in "ae" else "gen"
