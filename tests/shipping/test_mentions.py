"""Names of an edition, with their sentences and their own words."""

from __future__ import annotations

from briefings.shipping.mentions import names_in

TEXT = "“The gates open on Monday,” said Selin Karaaslan."
SPOKEN = {"kind": "quote", "start": 1, "end": 26, "sentence": 0, "direct": True, "speaker_key": "selin-karaaslan"}
NAMED = {
    "kind": "person", "start": 33, "end": 48, "sentence": 0,
    "name": "Selin Karaaslan", "key": "selin-karaaslan", "role": None,
}  # fmt: skip
FACTS = {
    "articles": [{"id": "a", "language": "en", "outlet": "Bosphorus Courier"}],
    "facts": {"a": {"sentences": [{"start": 0, "end": len(TEXT)}], "facts": [SPOKEN, NAMED]}},
    "names": {},
    "offices": {},
}


def test_own_words_end_without_the_comma_that_leads_on() -> None:
    (name,) = names_in(FACTS, {"a": TEXT}, {"a": 1}, ())
    assert (name.kind, name.key) == ("person", "selin-karaaslan")
    (mention,) = name.mentions
    assert mention.words == TEXT
    assert mention.said == ("The gates open on Monday",)
