"""Goods that the text goes on about: ホタテの販売量は40トン. 平均単価は…, 金先物が続伸した. 中心限月は…

`goods_of` returns what the last delivery or price of goods was of, `goods_told` the goods that are a sentence's one topic.
"""

from __future__ import annotations

from collections.abc import Sequence

from jijitsu.extract.linking.figure import Figure
from jijitsu.extract.linking.subject.subjects import Candidate
from jijitsu.extract.linking.subject.topics import quoted_topic
from jijitsu.extract.regex import regex
from jijitsu.extract.story import Scene
from jijitsu.schemas.claim import Subject


def goods_told(scene: Scene, names: Sequence[Candidate]) -> Subject | None:
    """The goods that are a sentence's one topic: 金先物が続伸した. 中心限月は2万4105円で終えた."""
    if (quoted := quoted_topic(scene, names)) is not None:
        return quoted
    goods = [c for c in names if c.type == "commodity"]
    alone = len(goods) == 1 and scene.sentence.role == "body" and goods[0].particle in {"は", "が"}
    return goods[0].subjects[0] if alone else None


def goods_of(figures: Sequence[Figure]) -> Subject | None:
    """ホタテの販売量は40トン: what the last delivery or price of goods was of, no firm."""
    found = (
        f.subject for f in reversed(figures)
        if f.subject is not None and f.subject.type in {"other", "commodity", "product"}
        and (f.family == "delivery" or f.measure == "commodity" or (f.family == "quantity" and _VOLUME.search(f.measure)))
    )  # fmt: skip
    return next((s for s in found if not PRICE_NOUN.search(s.name)), None)


_VOLUME = regex(r"(?:扱い?量|荷量|漁獲量|水揚げ量?|収穫量|生産量|販売量|数量|枚数|本数|戸数)$")
PRICE_NOUN = regex(r"(?:単価|価格|値段|相場|金額|総額|販売額|^(?:台|枚|本|個|部|隻|頭)数|数量)$")
