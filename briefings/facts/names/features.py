"""What the tagger sees of each token of a run: its form, its neighbours, and what the rules and tables say of it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from briefings.languages.names.vocabulary import vocabulary, worldly

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefings.facts.names.parts import Line, Part

NO_PART = "-"
LONGEST_SPELLED = 12
CACHED_WORDS = 16_384
Trait = tuple[str, ...]
"""What a group of features depends on: the words, forms and places it is made of.

A token has one trait of each group, in the order of `GROUPS`. Traits come again and again, so what their features weigh
together is added up once (tagger.py).
"""


def features_of(line: Line, first: int, last: int, parts: Sequence[Part]) -> list[list[str]]:
    """Give the features of the tokens `first` to `last`, a run, as short strings; `parts` are what the rules found."""
    return [
        [name for group, trait in zip(GROUPS, traits, strict=True) for name in group(*trait)]
        for traits in traits_of(line, first, last, parts)
    ]


def traits_of(line: Line, first: int, last: int, parts: Sequence[Part]) -> list[tuple[Trait, ...]]:
    """Give the traits of the tokens `first` to `last`, a run; `parts` are what the rules found."""
    words, kinds = _descriptions(line, first, last)
    ruled = _ruled(first, last, parts)
    length = last - first
    before = ("^", *words)
    behind = (*words[1:], "$")
    around = ("^", *kinds, "$")
    places = _places(line, first, last, words[-1], ruled[-1])
    return [
        (
            (words[at],),
            _look(line, first + at, kinds[at], ruled[at]),
            around[at : at + 3],
            (words[at], behind[at]),
            (before[at], words[at]),
            *places(_where(at, length)),
        )
        for at in range(length)
    ]


def _look(line: Line, at: int, kind: str, rule: str) -> Trait:
    token = line.tokens[at]
    shape = _shape(line.text[token.start : token.end], token.kind, capital=token.capital)
    return shape, token.suffix, kind, rule, "1" if line.opens(at) else "0"


def _where(at: int, length: int) -> str:
    """Say whether a token is its run's only one, the first, the last or an inner one."""
    if at == 0:
        return "o" if length == 1 else "f"
    return "l" if at == length - 1 else "i"


def _places(line: Line, first: int, last: int, head: str, rule: str) -> Callable[[str], tuple[Trait, ...]]:
    """Give what the run is like, and what stands before and behind it, as a token at a place in it sees them."""
    tokens, folded = line.tokens, line.folded
    end = tokens[last - 1]
    suffix = end.suffix or ("'" if end.after > end.end else "-")
    before = folded[first - 1] if first else "^"
    earlier = folded[first - 2][:5] if first > 1 else "^"
    behind, further, third = (*folded[last : last + 3], "$", "$", "$")[:3]
    length, verb, ending, later = str(min(last - first, 5)), line.last_word, behind[-3:], third[:5]
    return lambda where: (
        (where, length, rule),
        (where, head),
        (where, before, suffix),
        (where, behind, suffix),
        (where, verb, suffix),
        (where, ending, further),
        (where, earlier, later),
    )


def _of_word(word: str) -> Sequence[str]:
    """Give what a word is wherever it stands: itself, its beginnings and ends, its trigrams."""
    return (
        "*", f"w{word}", f"p{word[:3]}", f"q{word[:5]}", f"s{word[-2:]}", f"u{word[-3:]}", f"v{word[-4:]}",
        *[f"G{word[start:start + 3]}" for start in range(min(len(word) - 2, LONGEST_SPELLED))],
        f"!{worldly(word)}", *[f"!{letter}*" for letter in worldly(word)],
    )  # fmt: skip


def _of_look(shape: str, suffix: str, kind: str, rule: str, opens: str) -> Sequence[str]:
    return (
        f"S{shape}", f"a{suffix}", f"k{kind}", f"r{rule}", f"z{rule}|{shape}", f"A{rule}|{suffix}",
        f"j{opens}{shape}", f"D{kind}|{suffix}",
    )  # fmt: skip


def _of_kinds(before: str, kind: str, behind: str) -> Sequence[str]:
    return f"K{kind}|{behind}", f"J{before}|{kind}", f"F{before}|{kind}|{behind}"


def _of_behind(word: str, behind: str) -> Sequence[str]:
    return f"N{behind}", f"M{behind[-3:]}", f"W{word}|{behind}", f"E{word[-3:]}|{behind}", _worldly_pair(word, behind)


def _of_before(before: str, word: str) -> Sequence[str]:
    return f"B{before}", f"L{before[-3:]}", f"X{before}|{word}", f"<{_worldly_pair(before, word)}"


def _worldly_pair(word: str, behind: str) -> str:
    return f"!{worldly(word)}|{worldly(behind) if behind != '$' else '$'}"


def _of_run(where: str, length: str, rule: str) -> Sequence[str]:
    return f"P{where}{length}", f"R{where}{rule}"


def _of_head(where: str, head: str) -> Sequence[str]:
    return (f"H{where}{head}",)


def _of_left(where: str, before: str, suffix: str) -> Sequence[str]:
    return f"{where}b={before}", f"{where}e={before[-3:]}", f"{where}y={before[-3:]}|{suffix}"


def _of_right(where: str, behind: str, suffix: str) -> Sequence[str]:
    return (
        f"{where}n={behind}", f"{where}m={behind[:5]}", f"{where}t={behind[-3:]}", f"{where}x={behind[:5]}|{suffix}",
        f"{where}c={suffix}",
    )  # fmt: skip


def _of_verb(where: str, verb: str, suffix: str) -> Sequence[str]:
    return f"{where}l={verb[:4]}", f"{where}g={verb[-4:]}", f"{where}i={suffix}|{verb[:4]}"


def _of_further(where: str, behind: str, further: str) -> Sequence[str]:
    return f"{where}o={further[:5]}", f"{where}k={behind}|{further[-3:]}"


def _of_outer(where: str, earlier: str, third: str) -> Sequence[str]:
    return f"{where}d={earlier}", f"{where}h={third}"


GROUPS: tuple[Callable[..., Sequence[str]], ...] = (
    _of_word, _of_look, _of_kinds, _of_behind, _of_before, _of_run,
    _of_head, _of_left, _of_right, _of_verb, _of_further, _of_outer,
)  # fmt: skip
"""What gives the features of a trait, for each group."""


@lru_cache(maxsize=CACHED_WORDS)
def _shape(written: str, kind: str, *, capital: bool) -> str:
    if kind != "word":
        return written if kind == "mark" else "9"
    if not capital:
        return "x"
    size = "1" if len(written) == 1 else "X"
    return (
        f"A{min(len(written), 4)}"
        if written.isupper() and len(written) > 1
        else size + ("" if written[1:].islower() else "m")
    )


def _descriptions(line: Line, first: int, last: int) -> tuple[list[str], list[str]]:
    """Give the lower-case form of each token, its head's case ending taken off, and what the lists say of each."""
    words, kinds = [], []
    language = line.words.language
    for atom in line.atoms(first, last):
        kind = atom.kind[0] + _entry_kind(line, atom.key)
        for position in range(atom.first, min(atom.last, last)):
            head, lists = _lists(language, line.folded[position])
            kinds.append(f"{'B' if position == atom.first else 'I'}{kind}{lists}")
            words.append(head)
    return words, kinds


def _entry_kind(line: Line, key: str | None) -> str:
    return "" if key is None else line.reading.names.entries[key].kind[:2]


@lru_cache(maxsize=CACHED_WORDS)
def _lists(language: str, word: str) -> tuple[str, str]:
    """Give a word without the case ending of a head, and a letter for every list that holds it."""
    words = vocabulary(language)
    head = words.head(word)
    return head, "".join(
        (
            "g" if word in words.given_names else "",
            "s" if word in words.surnames else "",
            "d" if word in words.demonyms else "",
            "t" if word in words.titles else "",
            "h" if word in words.honorifics else "",
            "n" if word in words.not_names else "",
            "v" if word in words.never_names else "",
            "O" if head in words.organization_heads else "",
            "P" if head in words.place_heads else "",
            "X" if head in words.other_heads else "",
            "T" if (word,) in words.towns else "",
            "c" if word in words.common else "",
        )
    )


def _ruled(first: int, last: int, parts: Sequence[Part]) -> list[str]:
    """Give what the rules say of each token: kind, rule and place in the part."""
    found = [NO_PART] * (last - first)
    for part in parts:
        for position in range(max(part.first, first), min(part.last, last)):
            inner = "B" if position == part.first else "I"
            found[position - first] = f"{inner}{part.kind[:2]}{part.rule}"
    return found
