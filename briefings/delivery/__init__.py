"""Delivery: published editions as messages, one to each recipient, once. Nothing of a build imports it."""
