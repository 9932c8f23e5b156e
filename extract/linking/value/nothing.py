"""None at all: 1枚もない, 苦情は1件も寄せられていない."""

from __future__ import annotations

from jijitsu.extract.linking.value.values import Value
from jijitsu.extract.regex import regex


def none_at_all(folded: str, value: Value) -> bool:
    """True for a count of one that the clause denies; not for 1本もらう, 1人も取り残さない社会."""
    amount = value.amount
    if value.mention.type != "count" or amount.amount != 1 or amount.relation != "eq":
        return False
    return _DENIED.match(folded, value.tail) is not None


_DENIED = regex(
    r"(?:から)?も(?![のらっ])(?:[^、。はが0-9「」残]|(?<!取り)残){0,16}?(?:な(?:い|く|かっ|し)|ません|ず(?:に|、|$|。))"
)
