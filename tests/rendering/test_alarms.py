"""No PDF holds a name of active content by chance: mail gateways count such names in the raw bytes."""

from __future__ import annotations

import zlib
from itertools import count

from briefings.rendering.pdf import ALARMS, quiet


def _unlucky() -> tuple[bytes, bytes]:
    """Give the first of many texts whose compressed form holds such a name, and that form."""
    for seed in count():
        text = " ".join(f"{number * (seed + 7919) % 99_991} {number}" for number in range(9_000)).encode()
        packed = zlib.compress(text, 9)
        if ALARMS.search(packed):
            return text, packed
    raise AssertionError


def test_a_stream_is_packed_anew_when_a_name_stands_in_it() -> None:
    text, packed = _unlucky()
    assert zlib.decompress(quiet(packed)) == text
    assert not ALARMS.search(quiet(packed))


def test_a_stream_without_one_stays_as_it_is() -> None:
    packed = zlib.compress(b"gemi " * 20, 9)
    assert quiet(packed) == packed


def test_what_names_are_looked_for() -> None:
    assert ALARMS.search(b"\x01/Aa\x84")
    assert ALARMS.search(b"/OpenAction 3 0 R")
    assert not ALARMS.search(b"/AAB /Launchpad")
