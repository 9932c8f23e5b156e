"""What figures in a row share: A社株は3000円、B社株は1万円で取引を終えた; 終値はA社が3000円、B社が1万円; 椅子30脚と机12台を出荷した.

`share_marks` takes the figures of one sentence in order and returns them with the closing mark said of the whole row.
`measure_in_row` tells what a value measures, as measure_at does, of counted goods by the verb at the end of their row.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from jijitsu.extract.linking.figure import Figure
from jijitsu.extract.linking.measure.measuring import measure_at
from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.value.course import LEVEL, Course
from jijitsu.extract.linking.value.measures import Measure
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


def measure_in_row(reading: Reading, at: int, course: Course, said: Measure | None) -> Measure | None:
    """What value number `at` measures; 椅子30脚 of 椅子30脚と机12台を出荷した: what the last of the row does."""
    found = measure_at(reading, at, course, said)
    if (found is not None and found.family != "quantity") or at + 1 >= len(reading.values):
        return found
    value, other = reading.values[at], reading.values[at + 1]
    goods = all(v.mention.type == "count" and v.amount.unit in _GOODS for v in (value, other))
    if not goods or not _AND.fullmatch(reading.folded, value.tail, other.start):
        return found
    last = measure_in_row(reading, at + 1, LEVEL, None)
    return last if last is not None and last.family == "delivery" and last.start >= other.end else found


# バッグ2個と財布3個, 乗用車3万台、トラック5000台
_AND = regex(r"(?:など)?(?:と|や|、|と、)[^、。はがもを0-9]{1,20}?(?:計|約|およそ)?")
_GOODS = frozenset("個枚本台点足着箱冊食丁発部隻機両袋缶杯頭匹羽束巻錠脚組玉俵") | {
    "トン", "キロ", "グラム", "リットル", "セット", "ケース", "パック", "カートン",
}  # fmt: skip
