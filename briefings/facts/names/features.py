"""What the tagger sees of each token of a run: its form, its neighbours, and what the rules and tables say of it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from briefings.facts.names.runs import atoms_of
from briefings.languages.names.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.facts.names.parts import Line, Part

NO_PART = "-"
LONGEST_SPELLED = 12
CACHED_WORDS = 16_384


def features_of(line: Line, first: int, last: int, parts: Sequence[Part]) -> list[list[str]]:
    """Give the features of the tokens `first` to `last`, a run, as short strings; `parts` are what the rules found."""
    return [[*spelled(word), *others] for word, others in parted_features(line, first, last, parts)]


def parted_features(line: Line, first: int, last: int, parts: Sequence[Part]) -> list[tuple[str, list[str]]]:
    """Give for each token of a run the word whose spelling counts, and its other features."""
    described = _descriptions(line, first, last)
    ruled = _ruled(first, last, parts)
    length = last - first
    frame = _frame(line, first, last)
    head = described[-1][0]
    return [
        (
            described[at][0],
            _token(line, first, at, described, ruled) + _place_in_run(at, length, head, ruled[-1], frame),
        )
        for at in range(length)
    ]


def spelled(word: str) -> list[str]:
    """Give the features that a word has wherever it stands: itself, its beginnings and ends, its trigrams."""
    return [
        "*", f"w{word}", f"p{word[:3]}", f"q{word[:5]}", f"s{word[-2:]}", f"u{word[-3:]}", f"v{word[-4:]}",
        *(f"G{word[start:start + 3]}" for start in range(min(len(word) - 2, LONGEST_SPELLED))),
    ]  # fmt: skip


def _frame(line: Line, first: int, last: int) -> tuple[str, ...]:
    """Describe what stands before and behind a run."""
    tokens = line.tokens
    before = tokens[first - 1].folded if first else "^"
    behind = tokens[last].folded if last < len(tokens) else "$"
    further = tokens[last + 1].folded if last + 1 < len(tokens) else "$"
    earlier = tokens[first - 2].folded if first > 1 else "^"
    third = tokens[last + 2].folded if last + 2 < len(tokens) else "$"
    verb = next((token.folded for token in reversed(tokens) if token.kind == "word"), "")
    suffix = tokens[last - 1].suffix or ("'" if tokens[last - 1].after > tokens[last - 1].end else "-")
    return (
        f"b={before}", f"e={before[-3:]}", f"n={behind}", f"m={behind[:5]}", f"t={behind[-3:]}", f"o={further[:5]}",
        f"x={behind[:5]}|{suffix}", f"c={suffix}", f"y={before[-3:]}|{suffix}", f"d={earlier[:5]}", f"h={third[:5]}",
        f"l={verb[:4]}", f"g={verb[-4:]}", f"i={suffix}|{verb[:4]}", f"k={behind[-3:]}|{further[-3:]}",
    )  # fmt: skip


def _place_in_run(at: int, length: int, head: str, rule: str, frame: tuple[str, ...]) -> list[str]:
    where = ("o" if length == 1 else "f") if at == 0 else ("l" if at == length - 1 else "i")
    found = [f"P{where}{min(length, 5)}", f"H{where}{head}", f"R{where}{rule}"]
    return found + [f"{where}{part}" for part in frame]


def _token(line: Line, first: int, at: int, described: list[tuple[str, str]], ruled: list[str]) -> list[str]:
    token, word = line.tokens[first + at], described[at][0]
    shape = _shape(line, first + at)
    before = described[at - 1] if at else ("^", "^")
    behind = described[at + 1] if at + 1 < len(described) else ("$", "$")
    kind = described[at][1]
    return [
        f"S{shape}",
        f"a{token.suffix}", f"k{kind}", f"K{kind}|{behind[1]}",
        f"J{before[1]}|{kind}", f"B{before[0]}", f"N{behind[0]}",
        f"W{word}|{behind[0]}", f"X{before[0]}|{word}", f"r{ruled[at]}", f"z{ruled[at]}|{shape}",
        f"A{ruled[at]}|{token.suffix}", f"M{behind[0][-3:]}", f"L{before[0][-3:]}",
        f"j{int(line.opens(first + at))}{shape}",
        f"D{kind}|{token.suffix}", f"E{word[-3:]}|{behind[0]}", f"F{before[1]}|{kind}|{behind[1]}",
    ]  # fmt: skip


def _shape(line: Line, at: int) -> str:
    token = line.tokens[at]
    written = line.text[token.start : token.end]
    if token.kind != "word":
        return written if token.kind == "mark" else "9"
    if not token.capital:
        return "x"
    size = "1" if len(written) == 1 else "X"
    return (
        f"A{min(len(written), 4)}"
        if written.isupper() and len(written) > 1
        else size + ("" if written[1:].islower() else "m")
    )


def _descriptions(line: Line, first: int, last: int) -> list[tuple[str, str]]:
    """Give the lower-case form of each token, its head's case ending taken off, and what the lists say of it."""
    found: list[tuple[str, str]] = []
    for atom in atoms_of(line, first, last):
        for position in range(atom.first, min(atom.last, last)):
            token = line.tokens[position]
            inner = "B" if position == atom.first else "I"
            kind = f"{inner}{atom.kind[0]}{_entry_kind(line, atom.key)}{_lists(line.words.language, token.folded)}"
            found.append((line.words.head(token.folded), kind))
    return found


def _entry_kind(line: Line, key: str | None) -> str:
    return "" if key is None else line.reading.names.entries[key].kind[:2]


@lru_cache(maxsize=CACHED_WORDS)
def _lists(language: str, word: str) -> str:
    words = vocabulary(language)
    head = words.head(word)
    return "".join(
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
