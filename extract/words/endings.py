"""A list of words that a text may end with, asked all at once: which of them comes first in the list, and how long the
longest is. A dozen look-ups instead of hundreds of comparisons."""

from __future__ import annotations

from collections.abc import Iterable


class Endings:
    """Words by their place in a list. Immutable once made."""

    __slots__ = ("_lengths", "_place")

    def __init__(self, words: Iterable[str]) -> None:
        self._place: dict[str, int] = {}
        for place, word in enumerate(words):
            self._place.setdefault(word, place)
        self._lengths = tuple(sorted({len(word) for word in self._place}))

    def first(self, text: str) -> str | None:
        """Return the word earliest in the list with which `text` ends, or None."""
        found = [end for length in self._lengths if (end := text[-length:]) in self._place and length <= len(text)]
        return min(found, key=self._place.__getitem__) if found else None

    def all_of(self, text: str) -> list[str]:
        """Return every word of the list with which `text` ends, the shortest first."""
        return [text[-length:] for length in self._lengths if text[-length:] in self._place and length <= len(text)]
