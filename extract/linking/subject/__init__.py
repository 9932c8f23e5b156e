"""Whom a text speaks of: the names of a sentence with the parts they play, topics, and what an article has said so far."""
