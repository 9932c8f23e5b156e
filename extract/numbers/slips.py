"""Slips of the pen: two amounts of which one may be the other mistyped.

Digits that changed places (320 and 302), a digit more or less in the scale (210億 and 21億), one digit of many (48200 and
48700). It says nothing of whether they speak of one fact; it is what an editor sees at a glance.
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

_TENS = 4
"""So many zeros are lost or won by a slip: from ten to ten thousand times."""
_MANY = 4
"""Figures with so many digits that one wrong digit is told from another figure."""


def slipped(one: Decimal, other: Decimal) -> bool:
    """True if one amount looks like the other with a slip in it; equal amounts do not."""
    if not one or not other or abs(one) == abs(other):
        return False
    apart = one.adjusted() - other.adjusted()
    if abs(apart) > _TENS:
        return False
    left, right = _written(one), _written(other)
    if apart:
        return left == right
    return _digits(left) == _digits(right) or _one_digit(left, right)


def tenfold(one: Decimal, other: Decimal) -> bool:
    """True for 210億 and 21億, 1500 and 15000."""
    return (
        bool(one and other) and 0 < abs(one.adjusted() - other.adjusted()) <= _TENS and _written(one) == _written(other)
    )


def transposed(one: Decimal, other: Decimal) -> bool:
    """True for 320 and 302, 48200 and 42800, 12 and 21: the same digits in another order, of the same length."""
    return one != other and one.adjusted() == other.adjusted() and _digits(_written(one)) == _digits(_written(other))


def _one_digit(left: str, right: str) -> bool:
    length = max(len(left), len(right))
    if length < _MANY:
        return False
    return sum(a != b for a, b in zip(left.ljust(length, "0"), right.ljust(length, "0"), strict=True)) == 1


def _digits(written: str) -> list[str]:
    return sorted(written.replace("0", ""))


@lru_cache(maxsize=4096)
def _written(amount: Decimal) -> str:
    """The digits from the first to the last that is no zero: 302 of 30200 and of 0.302."""
    return format(abs(amount), "f").replace(".", "").strip("0")
