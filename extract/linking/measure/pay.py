"""Pay and grants are no price, though they come by the month: 奨学金は月額5万円, 1日2万円の手当を支給する."""

from __future__ import annotations

from jijitsu.extract.linking.measure.asked import Asked
from jijitsu.extract.linking.sentence.pay_cuts import pay_cut
from jijitsu.extract.linking.value.measures import Measure
from jijitsu.extract.regex import regex

_PAY = (
    r"(?:基本給|給与|給料|賃金|月給|手当|奨学金|報酬|ベースアップ|ベア|初任給|生活費|年金|(?<!燃油)給付|補助|助成"
    r"|(?:補助|助成|給付|支援|協力|一時|見舞)金|保護費|扶助費?)"
)
# 基本給を月額9000円引き上げる, 児童手当は1人につき月1万円
_AHEAD = regex(
    rf"{_PAY}(?:[のはをがも]|として|など)[^、。]{{0,16}}(?:月額?|年額?|日額|時給で?|1人[^、。]{{0,8}}|1日[^、。]{{0,5}})(?:約|最大|一律)?$"
)
# 月額5万円の奨学金を支給する, 月2万円の住宅手当を
_BEHIND = regex(
    r"(?:程度|前後|ほど|以上)?の[^、。はがを0-9]{0,10}(?:手当|奨学金|給付金?|年金|補助金?|助成金?|支援金|見舞金|生活費|保護費|報酬|給与|給料|賃金)"
    r"(?:[をはがも、。]|$)"
)
# 合意では月額200ドルが保障されていた
_KEPT = regex(r"(?:月額?|年額?|日額|時給)(?:約|最大|一律)?$")
_PAID = regex(r"(?:程度|前後|ほど|以上)?[がを](?:[^、。はが0-9]{0,6})(?:保障|保証|支給|給付)")
_RAISE = regex(r"の(?:賃上げ|ベースアップ|ベア|昇給)")


def of_pay(asked: Asked) -> bool:
    """True for what people are paid or given, whatever word of price stands with it."""
    return bool(asked.ahead(_AHEAD) or asked.behind(_RAISE) or asked.behind(_BEHIND)) or bool(
        asked.ahead(_KEPT, 8) and asked.behind(_PAID)
    )


def share_of_pay(asked: Asked) -> Measure | None:
    """議長は20%、議員は5%をカットする, of their pay."""
    cut = asked.sort("percent") and pay_cut(asked.folded, asked.value.start, asked.value.tail) is not None
    return Measure("financial", "other") if cut else None
