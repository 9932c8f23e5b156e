"""Values as intervals: what a figure may stand for, given its relation, its written precision and its approximators.

163万 is all that rounds or is cut off to it (162.5万 to 164万); 約87兆 is 86.4兆 to 87.6兆; 5%以上 has no upper end. Two
values disagree only if their intervals cannot meet. Arithmetic is exact in its ends (Decimal); an open end is None.
"""

from __future__ import annotations

from decimal import Decimal

import msgspec

from jijitsu.extract.fold import fold
from jijitsu.extract.numbers.written import places
from jijitsu.extract.regex import regex
from jijitsu.schemas.claim import Equivalent, Value

_HALF = Decimal("0.5")
_ABOUT = Decimal("0.6")
_CUT = Decimal("0.99")
"""What is cut off is less than a whole step: 2% may be 2.9%, but not 3%."""
_ZERO = Decimal(0)
_WIDEST_ABOUT = Decimal("0.15")
"""約1000人: its zeros are no digits, but nobody says it of 1400."""
_WIDEST_DIGIT = Decimal("0.35")
"""2兆 is one digit, but nobody writes it for 1.5兆; 1割 is as wide as it looks."""
_WIDEST_ZEROS = Decimal("0.05")
_BELOW = regex(r"(?:弱|近く|近い|ちかく|足らず)")
_ABOVE = regex(r"(?:強|余り|余|あまり|超)")
_BAND = regex(r"(?:円|ドル|ユーロ|元|ウォン|ポンド|%|割|ポイント)台")
"""4万円台 is a band; in 約163万台 it is what was counted."""


class Interval(msgspec.Struct, frozen=True):
    """All amounts from `low` to `high`, both included; None is no end."""

    low: Decimal | None
    high: Decimal | None


def interval_of(value: Value | Equivalent, *, loose: bool = False) -> Interval:
    """Return what a value may stand for. `loose`: trailing zeros may have been rounded to, even without 約."""
    most = value.amount_max if isinstance(value, Value) else None
    return reading(value.amount, most, value.relation, value.text, loose=loose)


def reading(amount: Decimal, most: Decimal | None, relation: str, text: str, *, loose: bool = False) -> Interval:
    """Return the interval of an amount as written in `text`."""
    if amount < 0 < (most or 0):  # マイナス1%から2%: each end for itself
        assert most is not None
        down, up = (reading(end, None, "eq", text, loose=loose) for end in (amount, most))
        return Interval(down.low, up.high)
    if amount < 0:
        mirrored = reading(
            -amount if most is None else -most, None if most is None else -amount, relation, text, loose=loose
        )
        return Interval(_minus(mirrored.high), _minus(mirrored.low))
    place = places(text, amount)
    step = place.last
    if loose:
        step = min(place.sure, max(step, amount * _WIDEST_ZEROS))
    if relation == "approx":
        return _about(amount, step, max(step, min(place.sure, amount * _WIDEST_ABOUT)), place.sure, fold(text))
    if "割" not in text:
        step = min(step, max(amount, most or _ZERO) * _WIDEST_DIGIT)
    low, high = amount - step * _HALF, (amount if most is None else most) + step * _CUT
    if relation in {"ge", "gt"}:
        return Interval(low, None)
    if relation in {"le", "lt"}:
        return Interval(None, high)
    return Interval(max(low, _ZERO), high)


def _about(amount: Decimal, step: Decimal, wide: Decimal, sure: Decimal, folded: str) -> Interval:
    if _BAND.search(folded):
        return Interval(amount - step * _HALF, amount + max(step, sure))  # 4万円台 reaches up to 5万円
    if _BELOW.search(folded):
        return Interval(amount - wide, amount + step * _HALF)
    if _ABOVE.search(folded):
        return Interval(amount - step * _HALF, amount + max(wide, step))
    return Interval(amount - wide * _ABOUT, amount + wide * _ABOUT)


def meet(one: Interval, other: Interval) -> bool:
    """True if some amount lies in both."""
    return not (_less(one.high, other.low) or _less(other.high, one.low))


def plus(one: Interval, other: Interval) -> Interval:
    """The sums."""
    return Interval(_added(one.low, other.low), _added(one.high, other.high))


def minus(one: Interval, other: Interval) -> Interval:
    """The differences."""
    return plus(one, Interval(_minus(other.high), _minus(other.low)))


def times(one: Interval, other: Interval) -> Interval:
    """The products of two intervals without negative amounts; an open lower end counts as zero."""
    low = (one.low or _ZERO) * (other.low or _ZERO)
    return Interval(low, None if one.high is None or other.high is None else one.high * other.high)


def over(one: Interval, other: Interval) -> Interval:
    """The ratios of two intervals without negative amounts; where the divisor may be zero there is no upper end."""
    low = _ZERO if other.high is None or not other.high or one.low is None else one.low / other.high
    return Interval(low, None if one.high is None or other.low is None or other.low <= 0 else one.high / other.low)


def widened(one: Interval, share: Decimal) -> Interval:
    """The interval, wider by a share of its ends on both sides."""
    return Interval(
        None if one.low is None else one.low - abs(one.low) * share,
        None if one.high is None else one.high + abs(one.high) * share,
    )


def shifted(one: Interval, by: Decimal) -> Interval:
    """The interval moved by an amount."""
    return plus(one, Interval(by, by))


def scaled(one: Interval, by: Decimal) -> Interval:
    """The interval times a number, negative ones too."""
    ends = [None if end is None else end * by for end in (one.low, one.high)]
    return Interval(ends[1], ends[0]) if by < 0 else Interval(ends[0], ends[1])


def _less(high: Decimal | None, low: Decimal | None) -> bool:
    return high is not None and low is not None and high < low


def _added(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    return None if one is None or other is None else one + other


def _minus(end: Decimal | None) -> Decimal | None:
    return None if end is None else -end
