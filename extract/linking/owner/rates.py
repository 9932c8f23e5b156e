"""Whose a rate of interest is that no name owns: the rate itself by its words, or the bank that pays it."""

from __future__ import annotations

from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.subject.subjects import STRONG, Candidate
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject


def rate_of(reading: Reading, value: Value, names: tuple[Candidate, ...]) -> tuple[Subject, ...]:
    """短期プライムレートを年2.125%で維持する, 平均金利は7.4%で、1年前の5.7%から上がった: the rate; who pays it, where it has no word."""
    if rate := _RATE.search(reading.folded, 0, value.start):
        if _COUPON.search(rate["who"]) and (issuer := _issuer(reading, value, names)) is not None:
            return (issuer,)
        written = reading.scene.sentence.text[slice(*rate.span("who"))]
        return (Subject(written, rate["who"], None, "other"),)
    if _PAYS_RATE.match(reading.folded, value.tail):
        banks = [c for c in names if c.type in {"company", "other"} and c.strength >= STRONG and c.end <= value.start]
        return banks[-1].subjects[:1] if banks else ()  # 青葉ネット銀行は新規の預金に年1.2%を付ける
    return ()


def _issuer(reading: Reading, value: Value, names: tuple[Candidate, ...]) -> Subject | None:
    """ソフトバンクの個人向け社債の利率は年2.3%: the firm that pays it, which the text speaks of."""
    firms = [c for c in names if c.type == "company" and c.strength >= STRONG and c.end <= value.start]
    bonds = _BONDS.search(reading.folded) or any(
        _BONDS.search(scene.sentence.folded) for scene in reading.discourse.lately
    )
    firm = firms[-1].subjects[0] if firms else reading.discourse.company
    return firm if bonds else None


_COUPON = regex(r"(?:社債|新株予約権付社債|債)の(?:表面|発行|当初)?利率$|^(?:表面|発行|当初)?利率$")
_BONDS = regex(r"社債|[0-9]年債|転換社債|劣後債|普通債")


def at_auction(reading: Reading, value: Value) -> tuple[Subject, ...]:
    """10年債入札は、最低落札価格が99円62銭で、テールは3銭; 応札倍率は3.42倍だった: of the bond that was sold."""
    if not _AUCTIONED.search(reading.folded, max(0, value.start - 40), value.start):
        return ()
    bonds = [c for c in reading.names if c.end <= value.start and c.subjects[0].name.endswith("債利回り")]
    price = reading.discourse.price
    if bonds or any(c.type == "company" for c in reading.names):
        return bonds[-1].subjects[:1] if bonds else ()
    return (price,) if price is not None and price.name.endswith("債利回り") else ()


_AUCTIONED = regex(
    r"(?:落札価格|落札利回り|テール[」』]?|応札倍率|応募倍率)(?:\([^()]{1,16}\))?(?:は|が|も|を)[^。はが]{0,30}$"
)
_PAYS_RATE = regex(r"の?(?:金利)?を?(?:付け|つけ|適用|提示|支払)")
_RATE = regex(
    r"(?P<who>(?:[0-9]{1,2}(?:年|週間|[カかヶ]月)物の?)?(?:[一-鿿ァ-ヺー]{2,10}の)?[一-鿿ァ-ヺー]{0,16}(?:金利|レート|利率|公定歩合|無担保コール翌日物))(?:\([^()]{2,16}\))?(?:の(?:誘導)?目標値?)?(?:は|が|を|も)、?(?:従来の)?"
    r"(?:[0-9]{1,4}(?:年|月|日)[0-9年月日度当初末]{0,8}(?:から|に|の))?(?:最大で?|年利?|約)*(?:[0-9.]{1,6}%(?:で|と)、?(?:[0-9一二三]{1,2}(?:年|カ月|週間)前|前[年月週回日]|昨年)[^、。0-9はが]{0,8}の?)?(?:[0-9.]{1,6}(?:%から(?:最大で?|年利?|約)?|(?:%|ポイント)(?:引き上げ|引き下げ|上げ|下げ)て?))?$"
)
