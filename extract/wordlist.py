"""A list of words looked for all at once: the longest word at each place, leftmost first, in linear time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import ahocorasick_rs


class WordList:
    """Words with what they mean; a word that means None only keeps shorter words from its place.

    Built at first use, so that importing costs nothing.
    """

    def __init__(self, vocabulary: Callable[[], Iterable[tuple[str, str | None]]]) -> None:
        self._vocabulary = vocabulary
        self._automaton: ahocorasick_rs.AhoCorasick | None = None
        self._means: list[str | None] = []

    def find(self, folded: str) -> Iterator[tuple[int, int, str]]:
        """Yield (start, end, meaning) for each word found, offsets into `folded`."""
        if self._automaton is None:
            # The first entry of a word stands: YAML order decides where two entries name the same word.
            means: dict[str, str | None] = {}
            for word, meaning in self._vocabulary():
                means.setdefault(word, meaning)
            self._means = list(means.values())
            self._automaton = ahocorasick_rs.AhoCorasick(
                list(means), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest
            )
        for number, start, end in self._automaton.find_matches_as_indexes(folded):
            meaning = self._means[number]
            if meaning is not None:
                yield start, end, meaning
