"""Which sentences the parser is asked about: those where word order leaves two owners of a figure.

Which sentences may be asked about depends on their own mentions alone. Which of them are is found by linking without
trees: where none was missed that is the answer; else those that were are parsed, for many articles at once, and the
article is linked again.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from typing import Any, Literal

from jijitsu.extract.linking.subject.subjects import NAME_TYPES
from jijitsu.extract.linking.value.values import VALUE_TYPES
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Scene
from jijitsu.schemas.sentence import Sentence
from jijitsu.schemas.tree import Tree

Parse = Literal["none", "auto", "all"]

_OWNERS = frozenset({*NAME_TYPES, "utterance"}) - {"person", "country"}  # what stands in 「」 may be a title
# A verb between the names, or one that ends right before a name (5%上昇したA): there word order may mislead.
_PREDICATE = regex(r"[ただるいうくぐすつぬぶむ]|して|し、|れ、|受け|抜い")


class Grown(dict[int, Tree]):
    """The trees of an article's sentences by their index. What is asked for and not grown yet is noted."""

    def __init__(self, askable: Set[int], trees: Mapping[int, Tree] | None = None) -> None:
        """`askable`: the sentences that may be parsed."""
        super().__init__(trees or {})
        self.askable = askable
        self.missed: dict[int, None] = {}

    def get(self, index: int, other: Any = None) -> Any:
        """Return the sentence's tree, or `other`."""
        if index not in self and index in self.askable:
            self.missed[index] = None
        return super().get(index, other)


def asked(scene: Scene, parse: Parse) -> bool:
    """True if the parser is asked about this sentence. `all` asks about every sentence with a figure and a name."""
    if parse == "none" or scene.sentence.role == "furniture":
        return False
    figures = scene.of(*VALUE_TYPES)
    if parse == "all":
        return bool(figures and scene.of(*NAME_TYPES, "utterance"))
    owners = scene.of(*_OWNERS)
    if not figures or not owners:
        return False
    first = min(owners[0].end, figures[0].end)
    return _verb_between(scene.sentence, first, owners[-1].start)


def _verb_between(sentence: Sentence, start: int, end: int) -> bool:
    return bool(_PREDICATE.search(sentence.folded, start - sentence.start, end - sentence.start))
