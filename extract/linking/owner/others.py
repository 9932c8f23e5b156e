"""Firms that a sentence names beside the one whose figure it tells, and goods in brackets that follow one another.

ホンダへの売上高が6割を占める: to whom it sells. 傘下のXは2%減ったが、国内事業が7%伸びた: whose clause is over. 「甲」は2倍の3億円、「乙」は4億円.
"""

from __future__ import annotations

import msgspec

from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.subject.subjects import Candidate
from jijitsu.extract.linking.subject.topics import ASIDE
from jijitsu.extract.linking.value.measures import Measure
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject


def without_others(reading: Reading, value: Value) -> Reading:
    """The reading without the firms that only buy from the one spoken of, that another clause was about, and who only gave it out."""
    left = tuple(
        c
        for c in reading.names
        if not (_buys(reading, c) or _is_owned(reading, c) or _is_over(reading, c, value) or _gave_out(reading, c))
    )
    return msgspec.structs.replace(reading, names=left) if len(left) < len(reading.names) else reading


def _buys(reading: Reading, name: Candidate) -> bool:
    """ホンダと日産への売上高, トヨタ向けの販売: true for those whom it is sold to."""
    return name.type == "company" and _SOLD_TO.match(reading.folded, name.end) is not None


def _is_owned(reading: Reading, name: Candidate) -> bool:
    """保有するホンダ株の評価損は3億円だった: true for whose shares somebody else has."""
    if name.type != "company" or not _SHARES_OF.match(reading.folded, name.end):
        return False
    return reading.folded.endswith(("保有する", "持つ", "所有する"), 0, name.start)


def _gave_out(reading: Reading, name: Candidate) -> bool:
    """財務省が4日まとめたもので、このうち原油は9千億円だった: true for who gave out the statistics that the rows are of."""
    return name.particle == "が" and gave_out(reading.folded, name.end)


def gave_out(folded: str, end: int) -> bool:
    """True for who ends at `end` and only gave out what follows: 財務省[が4日まとめたもので、]."""
    return _GIVEN_OUT.match(folded, end) is not None


_GIVEN_OUT = regex(
    r"が(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日|きょう|けさ)?(?:に|、)?(?:発表|公表|まとめ|集計|明らかにし|調べ|示し)(?:した|た)?もので、"
)
_SHARES_OF = regex(r"株式?の(?:評価|売却|減損|持ち分|含み|時価|下落|値下がり|一部)")


def _is_over(reading: Reading, name: Candidate, value: Value) -> bool:
    """傘下の米タルトの売上高は2%減ったが、国内の事業が7%伸びた: true for the daughter, where the whole house's business goes on."""
    if name.type != "company" or name.end > value.start or reading.discourse.company is None:
        return False
    if not ASIDE.search(reading.folded, 0, name.start):
        return False
    return _BUSINESS.search(reading.folded, name.end, value.start) is not None


_SOLD_TO = regex(
    r"(?:(?:と|や|、|・)[^、。はがも]{1,16}){0,3}(?:など)?(?:への|向けの?)(?:売上高|売り上げ|販売|納入|出荷|供給|輸出)"
)
_BUSINESS = regex(
    r"[たいだ]が、(?:一方で?、)?(?:[^、。はがも]{1,8}の)?[^、。はがも「」]{0,14}(?:事業|部門|セグメント|本体|全体)(?:は|が|も)[^。]{0,12}$"
)


def of_the_quoted(reading: Reading, value: Value, measure: Measure) -> tuple[Subject, ...]:
    """肥満症薬「甲」の売上高は2倍の42億円、糖尿病薬「乙」は3倍の74億円: of the goods right before the figure."""
    if measure.family not in {"financial", "delivery"}:
        return ()
    found = _QUOTED.search(reading.folded, max(0, value.start - 50), value.start)
    if found is None:
        return ()
    who = reading.scene.sentence.text[slice(*found.span("who"))]
    named = next((c for c in reading.names if c.start == found.start("who")), None)
    return named.subjects[:1] if named is not None else (Subject(who, found["who"], None, "product"),)


_QUOTED = regex(
    r"[0-9億万](?:円|ドル|ユーロ|ポンド|元|ウォン|[台本個箱枚])(?:で|と)?、(?:[一-鿿ァ-ヺーA-Za-z]{1,12}の?)?「(?P<who>[^「」]{2,20})」(?:は|が|も)(?:同)?(?:約)?(?:[0-9.]{1,6}(?:%|割|倍)[増減]?の)?(?:約)?$"
)
