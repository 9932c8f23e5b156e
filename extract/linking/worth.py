"""What a firm is worth where it raises money, and what is ordered of it: sums that the nearest word would say otherwise.

評価額は先月の資金調達で3800億ドルとなった: worth, not raised. 純利益は34億ドルだった。受注は53億ドルに達した: neither earned nor sold.
"""

from __future__ import annotations

from jijitsu.extract.linking.asked import Asked
from jijitsu.extract.linking.measures import Measure
from jijitsu.extract.regex import regex


def valued_in_round(asked: Asked, found: Measure) -> Measure | None:
    """評価額は先月の資金調達で3800億ドルとなった, 増資ラウンドで20億ドルと評価された: what the firm is worth, not what it raised."""
    if found.name != "funding" or not asked.sort("money"):
        return None
    worth = asked.ahead(_WORTH_THEN, 40) or (asked.ahead(_ROUND, 12) and asked.behind(_HELD_WORTH))
    return Measure("cap", "market_cap") if worth else None


_ROUND = regex(r"(?:資金調達|調達|増資|ラウンド)(?:で|後に|により|を経て|では)、?(?:約|およそ)?$")
_WORTH_THEN = regex(r"(?:評価額|企業価値)[はがも]、?[^、。0-9]{0,20}" + _ROUND.pattern)
_HELD_WORTH = regex(r"(?:超|余り|近く|以上)?(?:と|に)評価(?:さ|し|す)")


def ordered_money(asked: Asked) -> Measure | None:
    """純利益は34億ドルだった。受注は53億ドルに達した: money that is ordered is neither earned nor sold."""
    told = asked.sort("money") or (asked.sort("percent", "multiple") and asked.behind(_TO_A_SUM))
    return Measure("financial", "other") if told and asked.ahead(_MONEY_ORDERED, 24) else None


_TO_A_SUM = regex(r"[増減]?の(?:約|およそ)?[0-9][0-9.,兆億万]{0,10}(?:円|ドル|ユーロ|ポンド|元|ウォン)")


_MONEY_ORDERED = regex(r"受注[はがも](?:前[年期](?:同期)?比?)?(?:[0-9.]{1,6}(?:%[増減]|倍|割[増減])の)?(?:約|およそ)?$")
