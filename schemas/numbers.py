"""Exact decimals as records write them: plain digits, no exponent, no trailing zeros."""

from __future__ import annotations

from decimal import Decimal

LONGEST = 100
"""Digits before or behind the point; more is no figure that anybody writes."""


def plain(amount: Decimal) -> Decimal:
    """Return an equal Decimal without exponent and without trailing zeros (8.50 is 8.5, 1E+5 is 100000, -0 is 0).

    Raises ValueError for NaN, infinities and numbers of more than LONGEST digits on either side of the point.
    """
    sign, digits, exponent = amount.as_tuple()
    if not isinstance(exponent, int) or abs(exponent) > LONGEST or len(digits) > LONGEST:
        raise ValueError(f"{amount} is no amount")
    written = "".join(map(str, digits))
    while exponent < 0 and written.endswith("0"):
        written, exponent = written[:-1], exponent + 1
    written = written.lstrip("0") + "0" * max(exponent, 0)
    if not written.strip("0"):
        return Decimal(0)
    return Decimal((sign, tuple(map(int, written)), min(exponent, 0)))


def written(amount: Decimal) -> str:
    """Return the digits of a plain amount; never an exponent, where `str()` writes 1E-7."""
    return format(amount, "f")
