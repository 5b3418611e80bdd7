"""The view: what a page shows, as plain values in the reader's language; templates only arrange it."""
