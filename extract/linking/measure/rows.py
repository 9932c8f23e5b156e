"""Marks that levels in a row share: A社株は3000円、B社株は1万円で取引を終えた; 終値はA社が3000円、B社が1万円.

`share_marks` takes the figures of one sentence in order and returns them with the closing mark said of the whole row.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from jijitsu.extract.linking.figure import Figure
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Scene

_ROW = regex(r"(?:ちょうど|と|(?:で|に)?(?:それぞれ)?)、[^。]{1,48}")
_OVER = regex(
    r"(?:[しりきえべめれち]|って|して|[たるだ]が|だった|となり|まで[^、。]{1,6})、|一時|ものの|半面|一方|高値|安値|まで"
)
_LABELLED = regex(r"終値(?:は|で)[^。0-9]{0,24}$")


def share_marks(figures: Sequence[Figure], scene: Scene) -> tuple[Figure, ...]:
    """The figures, each level without a mark given the close that its row ends or begins with."""
    base, folded = scene.sentence.start, scene.sentence.folded
    levels = [at for at, f in enumerate(figures) if f.family == "price" and not f.change and f.measure != "commodity"]
    found = list(figures)
    pairs = list(pairwise(levels))
    for one, other in [*((b, a) for a, b in reversed(pairs)), *pairs]:
        first, last = min(one, other), max(one, other)
        gap = folded[found[first].mention.end - base : found[last].mention.start - base]
        if found[one].mark != "close" or found[other].mark is not None or found[one].measure != found[other].measure:
            continue
        if not _ROW.fullmatch(gap) or _OVER.search(gap) or (one > other and "終値" in gap):
            continue  # 買い付け価格は2850円で、5日の終値(2010円)に上乗せした: the close is the second's alone
        if one > other or _LABELLED.search(folded[: found[one].mention.start - base]):
            found[other] = msgspec.structs.replace(found[other], mark="close")
    return tuple(found)
