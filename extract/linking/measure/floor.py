"""What figures of the trading floor measure that are no price: shares of an index's change, turnover by market, coupons, bids.

Each rule takes a figure that asks and answers with its measure, None where it is something else.
"""

from __future__ import annotations

from jijitsu.extract.linking.measure.asked import Asked
from jijitsu.extract.linking.measure.following import adds_to_index
from jijitsu.extract.linking.subject.turnover import by_market
from jijitsu.extract.linking.value.measures import Measure
from jijitsu.extract.regex import regex

_SHARE_OF = regex(r"寄与(?:度|額)?(?:は|が|も|で)(?:約)?$")
_COUPON = regex(r"(?:表面利率|クーポン)(?:は|が|の)?(?:年)?$")


def contribution(asked: Asked) -> Measure | None:
    """日経平均への上昇寄与度は989円; 次いでファナックが22円."""
    added = asked.sort("money", "points") and (asked.ahead(_SHARE_OF, 10) or adds_to_index(asked.reading, asked.value))
    return Measure("quantity", "寄与度") if added else None


def turned_over(asked: Asked) -> Measure | None:
    """出来高はニューヨーク証券取引所が14億株、ナスダックが81億株: no price of an index."""
    found = by_market(asked.reading, asked.value)
    return Measure("quantity", found["word"], *found.span("word")) if found is not None else None


def coupon(asked: Asked) -> Measure | None:
    """表面利率は2.1%."""
    return Measure("quantity", "表面利率") if asked.sort("percent") and asked.ahead(_COUPON, 8) else None


def auctioned(asked: Asked) -> Measure | None:
    """入札のテールは6銭(前回3銭): how far the lowest bid lies below the average, no price."""
    return Measure("quantity", "テール") if asked.sort("money") and asked.ahead(_TAIL, 32) else None


_TAIL = regex(
    r"テール[」』]?(?:\([^()]{1,24}\))?(?:は|が|も|を)[^。、0-9]{0,10}(?:[0-9.]{1,4}銭(?:\(|と、?|で、?)(?:前回|前月|前年)の?(?:は)?)?$"
)
