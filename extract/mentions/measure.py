"""Words that say what a figure measures: 株価, 時価総額, 納車, 純利益. An inner type: `jijitsu mentions` does not print it.

The word's `means` is "family:measure" (`financial:net_profit`); the vocabulary stands in lexicon/measures.yaml.
"""

from __future__ import annotations

from collections.abc import Iterator

from jijitsu.extract.lexicon import words
from jijitsu.extract.parts import Recogniser
from jijitsu.extract.story import Setting
from jijitsu.extract.wordlist import finder
from jijitsu.schemas.mention import Mention, Word
from jijitsu.schemas.sentence import Sentence


def _vocabulary() -> Iterator[tuple[str, str | None]]:
    for entry in words("measures"):
        for word in entry["words"]:
            yield word, f"{entry['family']}:{entry.get('measure', word)}"
        for word in entry.get("unless", ()):
            yield word, None


_words_in = finder(_vocabulary)


def find(sentence: Sentence, setting: Setting) -> Iterator[Mention]:
    """Yield each measure word; the longest at a place, so that 営業利益 is no 利益."""
    for start, end, means in _words_in(sentence.folded):
        yield Mention("measure", sentence.start + start, sentence.start + end, sentence.text[start:end], Word(means))


RECOGNISER = Recogniser(
    find,
    "Words that say what a figure measures.",
    takes={
        "株価は下がり、時価総額が縮んだ。": "株価 = price:share_price | 時価総額 = cap:market_cap",
        "連結の営業利益は12億円だった。": "営業利益 = financial:operating_profit",
        "ＥＶ販売は10万台。": "ＥＶ販売 = delivery:sales",
    },
    leaves={
        "販売店の前に列ができた。": "販売 belongs to 販売店",
        "投資家は様子を見ている。": "投資 belongs to 投資家",
    },
)
