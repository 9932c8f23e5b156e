"""Slips of the pen: two amounts of which one may be the other mistyped.

Digits that changed places (320 and 302), a digit more or less in the scale (210億 and 21億), one digit of many (48200 and
48700). It says nothing of whether they speak of one fact; it is what an editor sees at a glance.
"""

from __future__ import annotations

from decimal import Decimal

_TENFOLD = frozenset(10**power for power in (1, 2, 3, 4))
_MANY = 4
"""Figures with so many digits that one wrong digit is told from another figure."""


def slipped(one: Decimal, other: Decimal) -> bool:
    """True if one amount looks like the other with a slip in it; equal amounts do not."""
    one, other = abs(one), abs(other)
    if one == other or not one or not other:
        return False
    return tenfold(one, other) or transposed(one, other) or _one_digit(one, other)


def tenfold(one: Decimal, other: Decimal) -> bool:
    """True for 210億 and 21億, 1500 and 15000."""
    small, great = sorted((abs(one), abs(other)))
    return bool(small) and great / small in _TENFOLD


def transposed(one: Decimal, other: Decimal) -> bool:
    """True for 320 and 302, 48200 and 42800, 12 and 21: the same digits in another order, of the same length."""
    return one != other and one.adjusted() == other.adjusted() and _digits(one) == _digits(other)


def _digits(amount: Decimal) -> list[int]:
    return sorted(digit for digit in amount.as_tuple().digits if digit)


def _one_digit(one: Decimal, other: Decimal) -> bool:
    if one.adjusted() != other.adjusted():
        return False
    left, right = _written(one), _written(other)
    length = max(len(left), len(right))
    left, right = left.ljust(length, "0"), right.ljust(length, "0")
    return length >= _MANY and sum(a != b for a, b in zip(left, right, strict=True)) == 1


def _written(amount: Decimal) -> str:
    return "".join(map(str, amount.as_tuple().digits)).rstrip("0")
