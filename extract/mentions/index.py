"""Indices of shares and prices: 日経平均, TOPIX, ダウ, S&P500.

Takes the forms of lexicon/indices.yaml. Leaves ナスダック where it is the exchange
(ナスダック上場の企業) and futures of an index, which are an entry of their own.
"""

from __future__ import annotations

from collections.abc import Iterator

from jijitsu.extract.naming import named
from jijitsu.extract.parts import Recogniser
from jijitsu.extract.story import Setting
from jijitsu.schemas.mention import Mention
from jijitsu.schemas.sentence import Sentence


def find(sentence: Sentence, setting: Setting) -> Iterator[Mention]:
    """Yield the indices named in the sentence."""
    yield from named(sentence, setting, "index", "index")


RECOGNISER = Recogniser(
    find,
    about="indices",
    takes={
        "日経平均は続落した。": "日経平均 = 日経平均株価",
        "ＮＹダウは上げ、S&P 500は下げた。": "ＮＹダウ = ダウ工業株30種平均 | S&P 500 = S&P500種株価指数",
        "ナスダックは3日続落した。": "ナスダック = ナスダック総合指数",
        "東証株価指数（TOPIX）は小幅に上げた。": "東証株価指数（TOPIX） = 東証株価指数",
    },
    leaves={
        "ナスダック上場の新興企業だ。": "the exchange",
        "アプリをダウンロードした。": "ダウ inside a longer word",
        "ダウ・ケミカルの工場だ。": "a company",
    },
)
