"""Briefings: article files in, a daily briefing in Turkish and English out, every line grounded in a source."""

__version__ = "0.1.0"
