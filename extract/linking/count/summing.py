"""Whose a sum of counts is that stands behind its parts: 乗客2人と運転手1人の計3人, 紅組が3組、白組が2組で、合計5組."""

from __future__ import annotations

from collections.abc import Sequence

from jijitsu.extract.linking.count.reach import HELD_UNITS, Owners, tells
from jijitsu.extract.linking.count.relative import gathered
from jijitsu.extract.linking.count.rowing import all_of
from jijitsu.extract.linking.count.sight import Sight
from jijitsu.extract.linking.subject.nouns import Noun, is_event
from jijitsu.extract.regex import regex


def summed(sight: Sight) -> Owners:
    """What the accident or the vehicle counted them for, the topic that they make up, else all of those counted."""
    if sight.value.mention.type != "count" or not sight.at or not _SUMS.search(sight.folded, 0, sight.value.start):
        return ()
    topic = next((n for n in sight.before if n.particle in {"は", "、"} and n.thing and not tells(n)), None)
    first = topic if topic is not None and topic.particle == "は" else None
    parts = _parts(sight)
    if len(parts) < _PAIR:
        return sight.owner(first) if first is not None and _told_in_parts(sight, first) else ()
    if sight.value.amount.unit in HELD_UNITS:
        return ()
    if carrying := gathered(sight):
        return carrying  # 乗客92人と乗員5人の計97人を乗せた旅客機
    if sight.hurt and (befallen := sight.befallen()):
        return befallen
    carrier = next((n for n in sight.before if n.particle in _SEATS and n.end < parts[0].start), None)
    if carrier is not None and _ABOARD.match(sight.folded, sight.value.tail) and not is_event(carrier):
        return sight.owner(carrier)  # 旅客機には乗客81人、乗員6人の計87人が乗っていた
    if first is not None and first.end < parts[0].start and not _ACTS.match(sight.folded, sight.value.tail):
        return sight.owner(first)  # 選手団は選手52人、役員31人の計83人だ
    return all_of(sight, parts)


def _told_in_parts(sight: Sight, topic: Noun) -> bool:
    """True for 初出場歌手は、紅組が3組、白組が2組で、合計5組: of all, as the sentence begins."""
    values = sight.reading.values
    return values[sight.at - 1].amount.unit == sight.value.amount.unit and topic.end <= values[0].start


def _parts(sight: Sight) -> Sequence[Noun]:
    """The nouns of the counts in front that come to this one: 乗客 and 乗員 of 乗客81人、乗員6人の計87人."""
    left, found = sight.value.amount.amount, list[Noun]()
    for value in reversed(sight.reading.values[: sight.at]):
        noun = next((n for n in reversed(sight.before) if value.start in {n.end, n.behind}), None)
        if value.amount.unit != sight.value.amount.unit or value.mention.type != "count" or noun is None:
            return ()
        left -= value.amount.amount
        found.insert(0, noun)
        if left <= 0:
            return found if left == 0 else ()
    return ()


_PAIR = 2
_SEATS = frozenset({"には", "にも", "に", "は"})
_ABOARD = regex(r"(?:が|も)[^、。はが]{0,6}(?:乗[っり車船員]|搭乗|いた)|を乗せ")
_ACTS = regex(r"[がをにのも]")
_SUMS = regex(r"[、での](?:合計|計|総計|合わせて|あわせて|総勢)で?(?:約)?$")


def goods_of(sight: Sight) -> Owners:
    """8月の水揚げ量は1万2000トン, in a text on サンマの水揚げ: what a bare volume is of."""
    last = next((n for n in reversed(sight.before) if n.particle == "は"), None)
    if last is None or last.subjects or not _BARE_VOLUME.fullmatch(last.name) or sight.possessor(last) is not None:
        return ()
    units = {
        value.amount.unit for value in sight.reading.values[sight.at : sight.at + 2] if value.mention.type == "count"
    }
    found = [s for unit, s in sight.reading.discourse.wholes if unit in units and s.type == "other"]
    return tuple(s for s in found if not _BARE_VOLUME.fullmatch(s.name))[:1]


_BARE_VOLUME = regex(
    r"(?:年間|月間|総|国内|累計)?(?:水揚げ|漁獲|出荷|生産|収穫|販売|取り?扱い?|消費|輸入|輸出|発電)(?:量|高|数量)"
)
