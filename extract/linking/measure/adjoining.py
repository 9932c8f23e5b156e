"""What a value measures by the figures beside it: in turn (それぞれ), in a row, or as the change of the one right before."""

from __future__ import annotations

from itertools import pairwise

from jijitsu.extract.linking.measure.unworded import noun
from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.value.course import Course
from jijitsu.extract.linking.value.measures import Measure, measure_of
from jijitsu.extract.linking.value.quotations import day_sign
from jijitsu.extract.regex import regex

_AT_PRICE = regex(r"[高安](?:の|い)(?:約)?")
# 前日比▲120円(▲4.3%)の2670円
_BEHIND_SIGNED = regex(r"\)?(?:の|で)")


def is_level_behind(reading: Reading, at: int) -> bool:
    """True for the level right behind its move: 4.2%高の1512円, 0.02%高い2.1% where no other measure is named."""
    sorts = {"money", "number", "points"} if reading.measures else {"money", "number", "points", "percent"}
    value, before = reading.values[at], reading.values[at - 1]
    behind = _AT_PRICE.fullmatch(reading.folded, before.tail, value.start)
    if behind is None and _BEHIND_SIGNED.fullmatch(reading.folded, before.tail, value.start):
        return any(day_sign(reading.folded, v.start) for v in reading.values[max(0, at - 2) : at])
    return value.mention.type in sorts and behind is not None


def is_paid_before(reading: Reading, at: int) -> bool:
    """True for what a share got until now: 1株当たり12円から2円増配し、14円とする."""
    value = reading.values[at]
    return value.mention.type == "money" and _RAISED_BY.match(reading.folded, value.tail) is not None


_RAISED_BY = regex(r"から(?:約)?[0-9.]{1,6}円(?:[0-9]{1,2}銭)?の?(?:増配|減配)")


def leads_to_count(reading: Reading, at: int) -> Measure | None:
    """調達した企業は9%減の2431社だった: the change is of the count right behind it."""
    following = reading.values[at + 1] if at + 1 < len(reading.values) else None
    value = reading.values[at]
    if following is None or following.mention.type != "count" or following.amount.unit not in _NOT_SOLD:
        return None
    if any(m.family == "quantity" and m.end <= value.start for m in reading.measures):
        return None  # 旅客数は6%増の360万人
    if not leads_to(reading, at):
        return None
    told = (
        f.measure
        for f in reversed(reading.discourse.frames)
        if f.family == "quantity" and following.amount.unit in f.units
    )
    return Measure("quantity", next(told, None) or noun(reading, following))


_NOT_SOLD = frozenset({
    "人", "名", "社", "店", "件", "校", "店舗", "カ国", "か国", "自治体", "世帯", "団体", "カ所", "か所", "拠点", "銘柄", "組",
})  # fmt: skip


def leads_to(reading: Reading, at: int) -> bool:
    """True for the change right before what it came to: 9%減の2431社, 2倍の12万社."""
    value, following = reading.values[at], reading.values[at + 1]
    times = value.mention.type == "multiple" and _TIMES_OF.fullmatch(reading.folded, value.tail, following.start)
    return bool(times or CHANGED_TO.fullmatch(reading.folded, value.tail, following.start))


_TIMES_OF = regex(r"(?:近く|以上|超|強|弱|余り)?(?:増)?の(?:約|計)?")
CHANGED_TO = regex(r"(?:増|減|増加|減少|多い|少ない)の?(?:約|計)?")


def in_turn(reading: Reading, at: int) -> Measure | None:
    """従来予想はそれぞれ5900億円、520億円だった: the figures of the sentence before, as many and in their order."""
    value, folded, values = reading.values[at], reading.folded, reading.values
    each = folded.rfind("それぞれ", 0, value.start)
    frames = reading.discourse.frames
    if each < 0 or not frames or any(len(c.subjects) > 1 for c in reading.names):
        return None
    row = [v for v in values if v.start >= each and v.mention.type == value.mention.type]
    joined = all(_NEXT.fullmatch(folded, one.tail, other.start) for one, other in pairwise(row))
    latest = [f for f in frames if f.sentence == frames[-1].sentence and value.amount.unit in f.units]
    if value not in row or not joined or len(row) < 2 or len(latest) != len(row):
        return None
    if reading.scene.sentence.index - frames[-1].sentence > 1:
        return None
    frame = latest[row.index(value)]
    return Measure(frame.family, frame.measure)


def listed_in_turn(reading: Reading, at: int) -> Measure | None:
    """売上高と営業利益は、それぞれ51%増の2715億円、65%増の867億円だった: as many measures in a row as groups of figures."""
    value, folded, values = reading.values[at], reading.folded, reading.values
    each = folded.rfind("それぞれ", 0, value.start)
    row = [v for v in values if v.start >= each >= 0]
    ahead = [m for m in reading.measures if m.end <= each]
    if len(row) < 2 or len(ahead) < 2 or "。" in folded[each : value.start]:
        return None
    listed = ahead[-1:]
    for measure in reversed(ahead[:-1]):
        if not _LISTED.fullmatch(folded, measure.end, listed[0].start):
            break
        listed.insert(0, measure)
    gaps = [folded[one.tail : other.start] for one, other in pairwise(row)]
    comma = any("、" in gap for gap in gaps)  # 5150億ウォンと4828億ウォンだった
    group = [0]
    for gap in gaps:
        group.append(group[-1] + ("、" in gap if comma else gap.endswith("と")))
    if len(listed) < 2 or group[-1] + 1 != len(listed) or not _TO_EACH.fullmatch(folded, listed[-1].end, each):
        return None
    return listed[group[row.index(value)]]


_LISTED = regex(r"(?:と|、|や|および)[一-鿿]{0,4}")
_TO_EACH = regex(r"(?:の見通し|の予想|予想)?(?:については|に関しては|では|は|が|も|を)?、?[^、。はが0-9]{0,10}、?")


def is_change_of(reading: Reading, at: int, said: Measure, found: Measure) -> bool:
    """シェアは24%、2位は5900万台で3%増: the change is of the figure right before it, not of the share."""
    value = reading.values[at]
    if reading.folded.startswith("を占め", value.tail):
        return False
    before = reading.values[at - 1]
    aside = found.family == "financial" and before.mention.type == "count" and 0 <= found.end <= before.start
    if aside and _ASIDE.fullmatch(reading.folded, before.end, value.start):
        return True  # 投資講座の開催は120回(前年同期比3割増)
    if said.family == "quantity" or found.family != "quantity" or value.mention.type not in {"percent", "multiple"}:
        return False
    return (
        found.end <= value.start
        and _RIGHT_BEHIND.fullmatch(reading.folded, reading.values[at - 1].tail, value.start) is not None
    )


def shared_measure(reading: Reading, at: int, course: Course) -> Measure | None:
    """A本体は2000億円、Bも1200億円を出資する: the act behind the last of a row is said of all."""
    if at + 1 >= len(reading.values):
        return None
    value, following = reading.values[at], reading.values[at + 1]
    gap = reading.folded[value.tail : following.start]
    more = value.amount.unit == following.amount.unit and CHANGED_TO.fullmatch(gap)  # 昨年より40玉多い420玉を出荷した
    if value.mention.type != following.mention.type or not (more or _ROW.fullmatch(gap)):
        return None
    limit = reading.values[at + 2].start if at + 2 < len(reading.values) else len(reading.folded)
    measure = measure_of(following, value.end, limit, reading.measures, course, reading.folded)
    return measure if measure is not None and measure.start >= following.end else None


_NEXT = regex(r"[、・と]")
_ASIDE = regex(r"\((?:前年|前期|前月|昨年|同)[^、。()]{0,6}比?")
_RIGHT_BEHIND = regex(r"(?:と|で|、|で、|と、|へ)?(?:前年(?:同期|同月)?比|前年から|同|前年の)?(?:約)?")
_ROW = regex(r"、[^、。「」]{0,26}|と(?:約)?")
