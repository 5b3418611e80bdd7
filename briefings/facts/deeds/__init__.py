"""Who did what to whom, where and when, in key sentences."""

from briefings.facts.deeds.finding import find_deeds

__all__ = ["find_deeds"]
