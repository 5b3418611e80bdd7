"""Quotations in English."""
