"""Which way a figure went, now that it is known whose it is and what it measures: of the two currencies named, of what is better the lower it is."""

from __future__ import annotations

import msgspec

from jijitsu.extract.linking.value.course import Course
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject


def paired(course: Course, folded: str, tail: int, subject: Subject) -> Course:
    """10銭のドル安・円高: which way the currency went whose move it is, of the two that are named."""
    pair = _CURRENCIES.match(folded, tail)
    if pair is None:
        return course
    ways = {pair["one"]: pair["way"], pair["two"]: pair["back"]}
    way = ways.get(subject.name)
    if way is None and subject.name == "円" and pair["two"] is None:
        way = "安" if pair["way"] == "高" else "高"  # 円相場は10銭のドル高
    if way is None:
        return course
    return msgspec.structs.replace(course, direction="up" if way == "高" else "down")


def of_ills(course: Course, folded: str, measured: str) -> Course:
    """完全失業率が0.2ポイント悪化した is a rise: what is better the lower it is went the other way than its word says."""
    if course.turn is None or folded[course.turn.start : course.turn.end] not in {"悪化", "改善"}:
        return course
    if not _ILLS.search(measured):
        return course
    return msgspec.structs.replace(course, direction="down" if course.direction == "up" else "up")


_ILLS = regex(
    r"(?:失業|空室|空き(?:室|家|店舗)?|離職|退職|延滞|滞納|貸し?倒れ?|解約|返品|不良|欠品|欠陥|事故|損害|死亡|致死|原価|販管費|経費|不良債権|公債費|将来負担|経常収支)(?:者)?(?:比)?率$"
)


_CURRENCIES = regex(
    r"(?:ほど|近く|程度|余り|超|前後|強|弱)*の?(?P<one>円|元|ウォン|[ァ-ヺー豪米英]{0,4}(?:ドル|ユーロ|ポンド|フラン|ペソ|リラ|ルピー))(?P<way>[安高])(?:・?(?P<two>円|元|ウォン|[ァ-ヺー豪米英]{0,4}(?:ドル|ユーロ|ポンド|フラン|ペソ|リラ|ルピー))(?P<back>[安高]))?"
)
