"""WORK: what is out of date, what is known already, and which processes do the rest."""
