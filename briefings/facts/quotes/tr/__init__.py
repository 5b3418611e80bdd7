"""Quotations in Turkish."""
