"""Takings told as so many percent of what they were before: 既存店売上高は前年同月比103.4%, 全店は106.8%.

Such a figure says a level and no direction, so that no rule of changes reads it. `of_before` gives it the measure that its words
name. Leaves changes (前年同月比3.4%増), parts (売上高は全体の60%) and ratios of counts, which are quantities (客数は同101.2%).
"""

from __future__ import annotations

import msgspec

from jijitsu.extract.linking.measure.asked import Asked
from jijitsu.extract.linking.measure.worded import by_word
from jijitsu.extract.linking.value.course import UP
from jijitsu.extract.linking.value.measures import Measure
from jijitsu.extract.regex import regex

_LEAST, _MOST = 60, 200
"""What a month's takings are of the year before's."""
_AGAINST = regex(r"(?:前[年期]度?(?:同[期月])?(?:実績)?|昨年|昨対|対前年|同)比?(?:で|は)?(?:約)?$")
_ALL_SHOPS = regex(r"(?:既存店|全店|直営店|店舗)(?:ベース)?(?:の)?(?:売上高?|売り上げ|売上)?(?:で)?[はがも]、?(?:約)?$")
_WENT = regex(r"(?:増|減|の?伸び|アップ|ダウン|プラス|マイナス|上昇|低下|を占|強を占|が)")


def of_before(asked: Asked) -> Measure | None:
    """The takings that a figure says how many percent they are of the year before's."""
    amount = asked.value.amount.amount
    if not asked.sort("percent") or asked.course.direction is not None or not _LEAST <= amount <= _MOST:
        return None
    if asked.behind(_WENT):
        return None
    if asked.ahead(_ALL_SHOPS):
        return Measure("financial", "revenue")
    if not asked.ahead(_AGAINST):
        return None
    found = by_word(msgspec.structs.replace(asked, course=UP))
    return found if found is not None and found.family == "financial" else None
