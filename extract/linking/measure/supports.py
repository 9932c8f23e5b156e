"""Levels that market talk looks at: 日経平均の年末目標を6万円に, 「5万3000円が下値支持線になる」, 節目の5000ドルを試す.

They are prices of what is quoted, though nothing moved there. Leaves money that is no price there (節目の年に5000ドルを払う).
"""

from __future__ import annotations

from jijitsu.extract.linking.measure.asked import Asked
from jijitsu.extract.linking.measure.inferring import PRICED
from jijitsu.extract.linking.measure.targets import aimed_index
from jijitsu.extract.linking.value.measures import PRICE, Measure, plausible
from jijitsu.extract.regex import regex


def quoted_so(asked: Asked) -> Measure | None:
    """Where an index is foreseen to stand, or what the text quotes may hold."""
    if not asked.sort("money", "number", "points"):
        return None
    return PRICE if aimed_index(asked.reading, asked.value) or _holds(asked) else None


def _holds(asked: Asked) -> bool:
    """True if the figure is a level that prices may hold or try, in a text that quotes something."""
    told = asked.reading.discourse.price
    if told is None or told.type not in PRICED or not asked.sort("money") or not plausible(PRICE, asked.value):
        return False
    return bool(asked.behind(_HOLDS) or (asked.ahead(_MARK, 12) and asked.behind(_TRIED)))


_HOLDS = regex(
    r"(?:前後|近辺|付近|台(?:前半|半ば|後半)?|程度)?[がは、](?:目先|当面|心理的|強[いく]|重要|次|短期的|強力)*(?:の|な|に)*"
    r"(?:下値(?!を|は)|上値(?!を|は|が)|支持線|抵抗線|サポート|レジスタンス|防衛ライン|攻防|分水嶺|(?:め|メ)ど)"
)
_MARK = regex(r"(?:節目|大台|支持線|抵抗線|防衛ライン|(?:め|メ)ど)(?:となる|である|の|は|とされる|とみられる)(?:約)?$")
_TRIED = regex(
    r"(?:前後|近辺|付近|台)?(?:を(?:試|うかが|意識|巡|維持|回復|割|下回|上回|突破|超え|明確)|が(?:意識|視野|射程)|に(?:迫|接近|近づ)|だ|で)"
)
