"""Walking in a tree: the way to the root, the head of a span, its clause, subjects and particles. Pure functions."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from jijitsu.schemas.span import Span
from jijitsu.schemas.tree import Tree

CLAUSES = frozenset({"acl", "advcl", "ccomp", "csubj"})
PREDICATES = frozenset({"VERB", "ADJ"})
TOPICS = frozenset({("は",), ("も",)})
_SUBJECTS = frozenset({"nsubj", "csubj", "dislocated"})


def path_to_root(tree: Tree, index: int) -> Iterator[int]:
    """The word itself, the word it hangs on, and so on to the root."""
    yield index
    while tree.nodes[index].head != index:
        index = tree.nodes[index].head
        yield index


def head_of(tree: Tree, span: Span) -> int | None:
    """The word of the span on which its other words hang: the last whose own head is outside. None for no word."""
    first = bisect_right(tree.nodes, span.start, key=lambda node: node.end)
    inside = range(first, bisect_left(tree.nodes, span.end, lo=first, key=lambda node: node.start))
    heads = [i for i in inside if tree.nodes[i].head == i or tree.nodes[i].head not in inside]
    return heads[-1] if heads else None


def particles(tree: Tree, index: int) -> tuple[str, ...]:
    """The particles behind a phrase: ("に", "は") for 東京には."""
    return tuple(tree.nodes[i].text for i in tree.below[index] if i > index and tree.nodes[i].dep == "case")


def subjects(tree: Tree, index: int) -> tuple[int, ...]:
    """Subjects and topics of a word, the nearest first: nsubj, and whatever stands before a bare は or も."""
    return tuple(
        i
        for i in reversed(tree.below[index])
        if i < index
        and (tree.nodes[i].dep in _SUBJECTS or (tree.nodes[i].dep == "obl" and particles(tree, i) in TOPICS))
    )
