"""Whose the lines of a public budget are: the state's that the sentence names, else the town's that the text speaks of."""

from __future__ import annotations

from jijitsu.extract.linking.subject.grounds import later_town
from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.value.measures import Measure
from jijitsu.extract.linking.value.modality import CLAUSE
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject


def budgeted(reading: Reading, value: Value, measure: Measure) -> tuple[Subject, ...]:
    """一般会計の総額は80億円, 歳出の投資的経費は14億円, 市税収入は30億円: lines of the town's budget that the text speaks of."""
    if measure.family == "financial" and (state := _OF_STATE.search(reading.folded, 0, value.start)):
        return (Subject(state["who"], state["who"], None, "other"),)  # 政府の一般会計は90兆円に上る
    town = later_town(reading.scene, reading.discourse.town)
    if town is None or measure.family != "financial" or reading.discourse.company is not None:
        return ()
    line = _BUDGET.search(reading.folded, 0, value.start)
    if line is None or _STATE.search(reading.folded, 0, value.start):
        return ()
    return (town,) if not CLAUSE.search(reading.folded, line.end(), value.start) else ()


_BUDGET = regex(
    r"(?:一般|特別|企業)会計|(?:当初|補正|新年度|来年度|今年度|予算)予算案?|予算案|予算規模|予算総額|要求(?:見積)?額|歳[出入]|[都府県市町村]税(?:収入?)?|[都府県市町村]債|基金"
)
_OF_STATE = regex(
    r"(?:^|[、。])(?P<who>政府|国)の[^、。はが]{0,12}(?:予算案?|一般会計|歳[出入])(?:の総額)?[はが][^、。はが]{0,16}$"
)
_STATE = regex(r"(?:^|[、。])(?:政府|国|財務省|米国|日本)(?:は|が|の)")


def of_town(reading: Reading, value: Value, measure: Measure) -> tuple[Subject, ...]:
    """歳入では町税が9億円だった, 医療費の無償化に3600万円を盛り込んだ: of the town that the text speaks of."""
    fiscal = measure.family == "financial" and _FISCAL.search(reading.folded) and not _STATE.search(reading.folded)
    return (reading.discourse.town,) if fiscal and reading.discourse.town is not None else ()


_FISCAL = regex(
    r"予算|一般会計|特別会計|歳[出入]|[都道府県市区町村]税|基金|補正|盛り込|計上|交付金|(?:前|今|昨)年度(?:の?当初予算?)?(?:より|比|に比べ|と比べ)|総事業費|事業費|(?:経費|費用|コスト|歳出)(?:の)?(?:削減|節減|縮減)|負担|補助"
)
