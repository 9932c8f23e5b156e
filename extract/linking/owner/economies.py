"""Whose a land's monthly figures are: 1月の鉱工業生産は4.8%増 is the land's industry's, whatever broker the text spoke of.

`of_economy` takes a reading and a value and returns the land that stands before the figure's noun, else the noun itself; ()
where a firm or a shop stands there, or where another topic comes between.
"""

from __future__ import annotations

from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject

_GAUGE = regex(
    r"(?:^|[、。 \u3000]|(?P<of>[年月期])の|(?P<land>[ァ-ヺー一-鿿]{1,8})の(?:[0-9]{1,4}[年月~-]{1,2}){0,3}期?の?)"
    r"(?P<gauge>(?:鉱工業|工業)生産(?:高|指数)?|小売り?売上高|住宅着工(?:件数|戸数)|個人消費|個人消費支出|(?:生産者|卸売り?|輸入)物価|消費者物価|耐久財受注|製造業(?:新規)?受注|設備稼働率|固定資産投資)"
    r"(?:\([^()]{1,12}\))?(?:は|が|も)、?(?:[^、。「」はがも]{0,14})(?:[0-9.]{1,6}(?:%|ポイント)(?:増|減|上昇|低下|の上昇|の低下)?と、[^、。「」はがも]{0,12})?$"
)


def of_economy(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """Return whose the monthly figure is, if its noun is one that only an economy has."""
    match = _GAUGE.search(reading.folded, max(0, value.start - 70), value.start)
    if match is None:
        return ()
    lands = [c for c in reading.names if c.type == "country" and c.end <= match.start("gauge")]
    if any(c.type == "company" and c.end <= match.start("gauge") for c in reading.names):
        return ()
    if lands:
        return lands[-1].subjects[:1]
    written = reading.scene.sentence.text[slice(*match.span("gauge"))]
    return (Subject(written, match["gauge"], None, "other"),)
