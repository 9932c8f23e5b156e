"""A sentence as the dependency parser reads it: plain words with the word that each hangs on."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec


class Node(msgspec.Struct, frozen=True):
    """A word of the tree. `start` and `end` are code points into the text that was parsed."""

    start: int
    end: int
    text: str
    pos: str
    """Universal part of speech: NOUN, PROPN, VERB, ADP, NUM, PUNCT ..."""
    tag: str
    """Sudachi's part of speech, joined with "-": 名詞-固有名詞-人名-姓, 助詞-係助詞, 空白."""
    lemma: str
    """Dictionary form: 上がる for 上がっ."""
    dep: str
    """Universal dependency label: nsubj, obl, nmod, acl, advcl, case, compound ... and ROOT."""
    head: int
    """Index of the word that this one hangs on; its own index for the root."""


class Tree(msgspec.Struct, frozen=True):
    """One sentence, one root; an empty text has no nodes."""

    nodes: tuple[Node, ...]
    """The words in order of the text."""
    below: tuple[tuple[int, ...], ...]
    """For each word the indices of the words that hang on it, in order of the text."""


def tree(nodes: Iterable[Node]) -> Tree:
    """Make a tree of its words."""
    words = tuple(nodes)
    below: list[list[int]] = [[] for _ in words]
    for index, node in enumerate(words):
        if node.head != index:
            below[node.head].append(index)
    return Tree(words, tuple(map(tuple, below)))
