"""Goods with a quoted price: 原油, WTI, 金先物, 銅, ガソリン, DRAM, 小麦.

Takes the forms of lexicon/commodities.yaml; those that are everyday words (金, 銅, 卵) only beside words of price.
Leaves 銅メダル, 金曜, 銀行.
"""

from __future__ import annotations

from collections.abc import Iterator

from jijitsu.extract.naming import named
from jijitsu.extract.parts import Recogniser
from jijitsu.extract.story import Setting
from jijitsu.schemas.mention import Mention
from jijitsu.schemas.sentence import Sentence


def find(sentence: Sentence, setting: Setting) -> Iterator[Mention]:
    """Yield the goods named in the sentence."""
    yield from named(sentence, setting, "commodity", "commodity")


RECOGNISER = Recogniser(
    find,
    about="goods with a quoted price",
    takes={
        "ＷＴＩは1バレル60ドル台だった。": "ＷＴＩ = WTI",
        "金先物は最高値を付けた。": "金先物 = 金",
        "銅は3%上昇した。": "銅 = commodity",
        "DRAMの価格が上がった。": "DRAM",
    },
    leaves={"銅メダルを取った。": "a medal", "金曜に終わる。": "a day", "原油タンカーが座礁した。": "a ship"},
)
