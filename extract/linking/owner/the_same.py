"""Whose a figure is that a building or a line has which the sentence takes up again: 同球場は2009年に総工費88億円で建設された, 同線の赤字は3億円.

The full name is found later (subject/same.py). Leaves firms and bodies (同社, 同市), goods, whose sums are their maker's (同薬の
売上高), and what somebody else does about the thing (同球場は市が3億円で改修する).
"""

from __future__ import annotations

import re
from functools import cache

from jijitsu.extract.lexicon import either, words
from jijitsu.extract.linking.subject.buildings import OF_BUILDING
from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.value.measures import Measure
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject

_SUMS = frozenset({"cost", "capex", "other", "loss", "funding"})
_CREW = regex("定員")


def of_the_same(reading: Reading, value: Value, measure: Measure) -> tuple[Subject, ...]:
    """Return the building or line behind 同; nobody where the figure may be somebody else's."""
    sum_of_it = measure.family == "financial" and measure.name in _SUMS
    if "同" not in reading.folded or not (sum_of_it or measure.family == "quantity"):
        return ()
    found = _thing().search(reading.folded, 0, value.start)
    if found is None:
        return ()
    between = reading.folded[found.end() : value.start]
    if _ANOTHER.search(between) or any(found.end() <= c.start and c.end <= value.start for c in reading.names):
        return ()
    if not sum_of_it and not (OF_BUILDING.search(between) or _CREW.search(between)):
        return ()  # 同校は生徒3人がけがをした
    text = reading.scene.sentence.text[slice(*found.span("thing"))]
    return (Subject(text, text, None, "other"),)


# 同球場は / 同線の; who acts on it stands with が, を or の behind
_ANOTHER = regex(
    r"[。「」]|(?<!て)が、|(?:市|町|村|県|都|府|国|社|氏|側|政府|業者|組合|協会)(?:は|が|も)|(?:買収|取得|売却|落札)額"
)


@cache
def _thing() -> re.Pattern[str]:
    ends = either([*(word for word in words("counted")["buildings"] if word not in _OF_FIRMS), *_BUILT])
    return regex(rf"(?:^|[、。 　])(?P<thing>同(?:{ends}))(?:[はも]|の(?=[一-鿿ァ-ヺ]))")


_OF_FIRMS = frozenset({"工場", "店", "店舗", "倉庫", "スーパー", "百貨店", "レストラン", "食堂", "病院", "大学"})
"""Where a firm or a body is told of by its house."""
_BUILT = ("館", "校", "線", "鉄道", "橋", "大橋", "トンネル", "船", "ダム", "原発", "発電所", "ホテル", "園")
