"""Which sentences say most."""

from __future__ import annotations

from briefings.facts.key_sentences.ranking import find_key_sentences

__all__ = ["find_key_sentences"]
