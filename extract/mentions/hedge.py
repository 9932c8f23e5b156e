"""Words that say how firmly something holds: と報じられ, 見込み, 可能性. The words stand in lexicon/hedges.yaml.

What they mean for a figure or a quote is decided by whoever reads the sentence; a hedge only tells where they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from jijitsu.extract.lexicon import either, words
from jijitsu.extract.parts import Recogniser
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Setting
from jijitsu.schemas.mention import Mention, Word
from jijitsu.schemas.sentence import Sentence


@cache
def _pattern() -> tuple[re.Pattern[str], dict[str, str]]:
    means = {entry["word"]: entry["means"] for entry in words("hedges")}
    return regex(either(means)), means


def find(sentence: Sentence, setting: Setting) -> Iterator[Mention]:
    """Yield every hedge, in order."""
    pattern, means = _pattern()
    for match in pattern.finditer(sentence.folded):
        start, end = match.span()
        yield Mention(
            "hedge",
            sentence.start + start,
            sentence.start + end,
            sentence.text[start:end],
            Word(means[match.group()]),
        )


RECOGNISER = Recogniser(
    find,
    about="words that say how firmly something holds",
    takes={entry["seen"]: entry["word"] + " = " + entry["means"] for entry in words("hedges")},
    leaves={"売上高は100億円だった。": "said flatly", "計算が合わない。": "計算 is no 計画"},
)
