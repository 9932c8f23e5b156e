"""What a firm is worth where it raises money, and what is ordered of it: sums that the nearest word would say otherwise.

評価額は先月の資金調達で3800億ドルとなった: worth, not raised. 純利益は34億ドルだった。受注は53億ドルに達した: neither earned nor sold.
"""

from __future__ import annotations

from jijitsu.extract.linking.measure.asked import Asked
from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.value.measures import Measure
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex


def valued_in_round(asked: Asked, found: Measure) -> Measure | None:
    """評価額は先月の資金調達で3800億ドルとなった, 増資ラウンドで20億ドルと評価された: what the firm is worth, not what it raised."""
    if found.name != "funding" or not asked.sort("money"):
        return None
    worth = (
        asked.ahead(_WORTH_THEN, 40)
        or (asked.ahead(_ROUND, 12) and asked.behind(_HELD_WORTH))
        or (asked.ahead(_WORTH_HELD, 16) and asked.behind(_HELD_SO))
    )
    return Measure("cap", "market_cap") if worth else None


_ROUND = regex(r"(?:資金調達|調達|増資|ラウンド)(?:で|後に|により|を経て|では)、?(?:約|およそ)?$")
_WORTH_THEN = regex(r"(?:評価額|企業価値)[はがも]、?[^、。0-9]{0,20}" + _ROUND.pattern)
_HELD_WORTH = regex(r"(?:超|余り|近く|以上)?(?:と|に)評価(?:さ|し|す)")
# 企業価値を300億ドルと評価する資金調達, 評価額を90億ドルとする増資
_WORTH_HELD = regex(r"(?:評価額|企業価値|(?:会社|同社|自社|企業)の価値|時価総額)を(?:約|およそ|最大|最大で)?$")
_HELD_SO = regex(r"(?:超|余り|近く|以上|前後|程度|規模)?(?:と|に|で)(?:評価|見積も|算定|する|した|設定|見込)")


def ordered_money(asked: Asked) -> Measure | None:
    """純利益は34億ドルだった。受注は53億ドルに達した: money that is ordered is neither earned nor sold."""
    told = asked.sort("money") or (asked.sort("percent", "multiple") and asked.behind(_TO_A_SUM))
    return Measure("financial", "other") if told and asked.ahead(_MONEY_ORDERED, 24) else None


def orders_grew(asked: Asked) -> Measure | None:
    """大型機は受注が1.8倍に膨らんだ: orders grew, whatever was sold or earned before."""
    grew = asked.sort("percent", "multiple") and asked.ahead(_ORDERED_BY, 30)
    return Measure("quantity", "受注") if grew else None


_ORDERED_BY = regex(
    r"(?:受注|新規受注|受注数|受注件数|受注台数|受注量)[はがも]、?(?:(?:前[年期月](?:同[期月])?|昨年|1年前)(?:比で?|の|から|に比べて?、?|と比べて?、?)?)?(?:約|およそ)?$"
)
_TO_A_SUM = regex(r"[増減]?の(?:約|およそ)?[0-9][0-9.,兆億万]{0,10}(?:円|ドル|ユーロ|ポンド|元|ウォン)")


_MONEY_ORDERED = regex(
    r"受注[はがも](?:(?:以前|従来|これまで|前回)[^、。0-9はがも]{0,8})?(?:前[年期](?:同期)?比?)?(?:[0-9.]{1,6}(?:%[増減]|倍|割[増減])の)?(?:約|およそ)?$"
)


def sentenced(reading: Reading, value: Value) -> bool:
    """最大で66億ユーロを言い渡される可能性がある, in a sentence on a fine."""
    return _SENTENCED.match(reading.folded, value.tail) is not None and _OF_FINES.search(reading.folded) is not None


_SENTENCED = regex(r"を(?:言い渡|科[しさせす]|課[しさせす])")
_OF_FINES = regex(r"制裁金|罰金|課徴金|違反")
