"""Whose a rate of interest is that no name owns: the rate itself by its words, or the bank that pays it."""

from __future__ import annotations

from jijitsu.extract.linking.reading import Reading
from jijitsu.extract.linking.subjects import STRONG, Candidate
from jijitsu.extract.linking.values import Value
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject


def rate_of(reading: Reading, value: Value, names: tuple[Candidate, ...]) -> tuple[Subject, ...]:
    """短期プライムレートを年2.125%で維持する, 平均金利は7.4%で、1年前の5.7%から上がった: the rate; who pays it, where it has no word."""
    if rate := _RATE.search(reading.folded, 0, value.start):
        written = reading.scene.sentence.text[slice(*rate.span("who"))]
        return (Subject(written, rate["who"], None, "other"),)
    if _PAYS_RATE.match(reading.folded, value.tail):
        banks = [c for c in names if c.type in {"company", "other"} and c.strength >= STRONG and c.end <= value.start]
        return banks[-1].subjects[:1] if banks else ()  # 青葉ネット銀行は新規の預金に年1.2%を付ける
    return ()


_PAYS_RATE = regex(r"の?(?:金利)?を?(?:付け|つけ|適用|提示|支払)")
_RATE = regex(
    r"(?P<who>(?:[0-9]{1,2}(?:年|週間|[カかヶ]月)物の?)?(?:[一-鿿ァ-ヺー]{2,10}の)?[一-鿿ァ-ヺー]{0,16}(?:金利|レート|利率|公定歩合|無担保コール翌日物))(?:\([^()]{2,16}\))?(?:の(?:誘導)?目標値?)?(?:は|が|を|も)、?(?:従来の)?"
    r"(?:[0-9]{1,4}(?:年|月|日)[0-9年月日度当初末]{0,8}(?:から|に|の))?(?:最大で?|年利?|約)*(?:[0-9.]{1,6}%(?:で|と)、?(?:[0-9一二三]{1,2}(?:年|カ月|週間)前|前[年月週回日]|昨年)[^、。0-9はが]{0,8}の?)?(?:[0-9.]{1,6}(?:%から(?:最大で?|年利?|約)?|(?:%|ポイント)(?:引き上げ|引き下げ|上げ|下げ)て?))?$"
)
