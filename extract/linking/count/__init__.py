"""Counts: what is counted, and whose it is."""
