"""Which sentences the parser is asked about: those where word order leaves two owners of a figure.

The question depends on the sentence's own mentions alone, so that it can be asked for many articles at once, before any
of them is linked.
"""

from __future__ import annotations

import re
from typing import Literal

from jijitsu.extract.linking.subjects import NAME_TYPES
from jijitsu.extract.linking.values import VALUE_TYPES
from jijitsu.extract.story import Scene
from jijitsu.schemas.sentence import Sentence

Parse = Literal["none", "auto", "all"]

_OWNERS = frozenset({"company", "product", "index", "crypto", "organisation"})
# A verb between the names, or one that ends right before a name (5%上昇したA): there word order may mislead.
_PREDICATE = re.compile(r"(?:[たるい]|った|した|して|し、|れ、|受け|抜い)")


def asked(scene: Scene, parse: Parse) -> bool:
    """True if the parser is asked about this sentence. `all` asks about every sentence with a figure and a name."""
    if parse == "none" or scene.sentence.role == "furniture":
        return False
    figures = scene.of(*VALUE_TYPES)
    names = [mention for mention in scene.mentions if mention.type in NAME_TYPES]
    if parse == "all":
        return bool(figures and names)
    owners = [mention for mention in names if mention.type in _OWNERS]
    return bool(figures) and len(owners) > 1 and _verb_between(scene.sentence, owners[0].end, owners[-1].start)


def _verb_between(sentence: Sentence, start: int, end: int) -> bool:
    return bool(_PREDICATE.search(sentence.folded, start - sentence.start, end - sentence.start))
