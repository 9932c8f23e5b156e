"""Forecasts that are revised: 銅の見通しを引き上げ、1トン=1万2500ドルとした; 成長率を4.9%と、前回の5.2%から引き下げた.

`revised_in` takes a folded sentence and returns the stretches within which every figure is foreseen, the former one too. What is
held out is left: target prices, a policy rate (金利を2.5%に引き下げた), a rate that did fall (インフレ率は3%に低下した).
"""

from __future__ import annotations

from collections.abc import Iterator

from jijitsu.extract.regex import regex

_RAISED = r"(?:引き上げ|引き下げ|引上げ|引下げ|上方修正|下方修正|改定|修正|見直)"
# 金の予想を上方修正し、10〜12月期の平均を1オンス=5200ドルとした
_ACT = regex(
    rf"(?:予想|見通し|予測)(?:値)?を[^、。「」]{{0,20}}{_RAISED}(?:て|し|して)?、"
    r"[^。「」]{1,70}?(?:と(?:し(?:た|て|、)|予想|見込)|に(?:し(?:た|て)|改め))"
)
# 今年の成長率を1.3%と見込んでいたが: what the economy will do can be set only in a forecast
_ECONOMY = regex(
    r"(?:成長率|GDP|国内総生産|インフレ率|物価上昇率|失業率|消費者物価|需要の伸び)[^、。「」はが]{0,10}[をは]"
    rf"(?:[^、。「」はが0-9]{{0,8}})[0-9][0-9.]{{0,6}}(?:%|ポイント)?(?:と(?:し(?:て)?)?、[^。「」はが]{{1,40}}?から[^。「」はが、]{{0,16}}|から[^、。「」はが]{{1,14}}[にへ]){_RAISED}"
)
# 最新の見通しで、今年の成長率を0.9%とし
_WITHIN = regex(
    r"(?:見通し|予測|予想)で(?:は)?、[^。「」]{0,40}?(?:成長率|GDP|インフレ率|物価|失業率|需要)[^、。「」はが]{0,10}[をは][0-9][0-9.]{0,6}(?:%|ポイント)?(?:と(?=、|し(?:た|て|、))|で)"
)
# 来年は1.9%とした
_NEXT_YEAR = regex(r"(?:来年度?|翌年度?)(?:の[^、。「」はが0-9]{1,12})?[はも][0-9][0-9.]{0,6}%と(?:し(?:た|て|、)|予)")


def revised_in(folded: str) -> Iterator[tuple[int, int]]:
    """The stretches of the sentence in which forecasts are revised or set."""
    for pattern in (_ACT, _ECONOMY, _WITHIN, _NEXT_YEAR):
        yield from (match.span() for match in pattern.finditer(folded))
