"""A list of words looked for all at once: the longest word at each place, leftmost first, in linear time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ahocorasick_rs

Vocabulary = Callable[[], Iterable[tuple[str, str | None]]]


def finder(vocabulary: Vocabulary) -> Callable[[str], Iterator[tuple[int, int, str]]]:
    """Return a function that yields (start, end, meaning) for each word it finds in a folded text.

    `vocabulary` gives (word, meaning) pairs; a word that means None only keeps shorter words from its place. Of two
    entries for one word the first that means something stands. Nothing is built before the first search, so that importing costs nothing.
    """

    @cache
    def built() -> tuple[ahocorasick_rs.AhoCorasick, list[str | None]]:
        import ahocorasick_rs

        means: dict[str, str | None] = {}
        blockers = []
        for word, meaning in vocabulary():
            if meaning is None:
                blockers.append(word)
            else:
                means.setdefault(word, meaning)
        for word in blockers:
            means.setdefault(word, None)
        longest = ahocorasick_rs.MatchKind.LeftmostLongest
        return ahocorasick_rs.AhoCorasick(list(means), matchkind=longest), list(means.values())

    def find(folded: str) -> Iterator[tuple[int, int, str]]:
        automaton, means = built()
        for number, start, end in automaton.find_matches_as_indexes(folded):
            meaning = means[number]
            if meaning is not None:
                yield start, end, meaning

    return find
