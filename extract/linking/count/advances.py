"""Whose the issues are that rose or fell: the market's of which the article tells, the exchange's that the clause names."""

from __future__ import annotations

from jijitsu.extract.linking.count.reach import Counted
from jijitsu.extract.linking.subject.reading import Reading
from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Subject


def of_advances(reading: Reading, value: Value, counted: Counted) -> tuple[Subject, ...]:
    """値下がりは201, 変わらずは50銘柄: of the market whose issues were counted; 値下がりは両市場で380銘柄: of those two; 値下がりが全体の6割にあたる316銘柄."""
    if value.mention.type not in {"number", "count", "percent"}:
        return ()
    found = _ADVANCES.search(reading.folded, max(0, value.start - _REACH), value.start)
    if found is None:
        return ()
    if reading.discourse.market is not None:
        return (reading.discourse.market,)
    place = found["place"]
    return (Subject(place, place, None, "other"),) if place else counted.get("", ())


def market_here(reading: Reading, value: Value) -> Subject | None:
    """値下がりは両市場で380銘柄に達し、売買代金は9107億元と: the exchanges that the sentence names before."""
    found = _HERE.findall(reading.folded, 0, value.start) if "市場" in reading.folded else []
    return Subject(found[-1], found[-1], None, "other") if found else None


_HERE = regex(r"(?<![一-鿿ァ-ヺー・])((?:[一-鿿ァ-ヺー・]{2,8})?両市場)(?=で|の|では)")
_REACH = 24
_ADVANCES = regex(
    r"(?:値上がり|値下がり|変わらず|横ばい|上昇|下落)(?:した)?(?:銘柄|の)?(?:は|が)(?:(?P<place>[一-鿿ァ-ヺーA-Z・]{1,10}(?:市場|取引所))で)?(?:全体の(?:[0-9.]{1,4}[%割](?:強|弱|超|近く)?(?:に[あ当]たる|の|、)?)?)?(?:約)?$"
)
